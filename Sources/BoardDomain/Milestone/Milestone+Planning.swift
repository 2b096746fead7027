private typealias Row = Rows<MilestoneState>

extension Milestone {
    /// M1, M2 and M19: what the contract makes of its milestones.
    static let planningRows: [Transition] = [
        Row.effect(
            "M1", of: [.contractSigned, .pledgeSigned, .contractAmended], from: [],
            to: [.planned], guards: [textInForce],
            events: [.milestonesPlanned, .milestoneCancelled],
            action: { (turn: inout Turn) throws(Refusal) in turn.planMilestones() }),
        Row.condition(
            "M2", from: [.planned], to: [.active], in: Contract.running,
            events: [.milestoneOpened], when: mayOpen,
            action: { (turn: inout Turn) throws(Refusal) in
                guard let milestone = turn.ownMilestone else { return }
                turn.record(.milestoneOpened) {
                    $0[F.contract] = milestone.contract
                    $0[F.due] = milestone.due
                }
            }),
        Row.effect(
            "M2", variant: "defects", of: [.acceptanceRefused], from: [], to: [.active],
            events: [.milestoneOpened],
            action: { (turn: inout Turn) throws(Refusal) in turn.openDefectMilestone() }),
        Row.effect(
            "M19", of: [.contractTerminated, .contractRescinded],
            from: [
                .planned, .active, .submitted, .verifying, .accepting, .checking, .approving,
                .extensionRequested,
            ], to: [.cancelled], guards: [causeIsItsContract], events: [.milestoneCancelled],
            action: { (turn: inout Turn) throws(Refusal) in
                let (source, state) = (turn, turn.ownMilestone?.state)
                turn.record(.milestoneCancelled) {
                    source.takeReason(into: &$0)
                    $0[F.cancelledFrom] = state
                }
            }),
        Row.effect(
            "M19", variant: "annul", of: [.terminationUndone], from: [.cancelled],
            to: [
                .planned, .active, .submitted, .verifying, .accepting, .checking, .approving,
                .extensionRequested,
            ], guards: [causeIsItsContract, wasCancelledOpen], events: [.milestoneReopened],
            action: { (turn: inout Turn) throws(Refusal) in
                guard let state = turn.ownMilestone?.cancelledFrom else { return }
                turn.record(.milestoneReopened, to: state)
            }),
    ]

    /// K4 has been completed, or K12.
    private static let textInForce = Guard.standing("textInForce") { turn in
        guard let cause = turn.cause, cause.subject.machine == .contract else {
            return Breach(.otherObject)
        }
        let isSigned = cause.state == ContractState.signed.rawValue
        return isSigned || cause.type == .contractAmended ? nil : Breach(.otherObject)
    }

    private static let causeIsItsContract = Guard.milestone("causeIsItsContract") {
        milestone, turn in
        turn.cause?.subject == ObjectReference(.contract, milestone.contract)
            ? nil : Breach(.otherObject)
    }

    private static let wasCancelledOpen = Guard.milestone("wasCancelledOpen") { milestone, _ in
        milestone.cancelledFrom == nil ? Breach(.otherObject) : nil
    }

    /// The first planned milestone opens with the contract, each further one behind its predecessor;
    /// behind a gate only once that gate is passed, behind a race's gate only in a lane that is kept.
    private static let mayOpen: @Sendable (Turn) -> Bool = { turn in
        guard let milestone = turn.ownMilestone,
            let contract = turn.case.contracts[milestone.contract], contract.isRunning
        else { return false }
        let earlier = turn.case.milestones(of: contract.id).filter {
            $0.sequence < milestone.sequence && $0.state != .cancelled
        }
        guard let last = earlier.last else { return true }
        return turn.isPassed(last)
            && earlier.allSatisfy {
                !$0.isGate || turn.isPassed($0) && turn.isKept(contract, at: $0)
            }
    }

    /// Whether it stands as a plan says.
    fileprivate func follows(_ plan: MilestonePlan) -> Bool {
        var other = self
        other.take(plan)
        return other == self
    }
}

extension Turn {
    /// Plans what is not yet planned, plans anew what has changed and not begun, and cancels what
    /// the text no longer has.
    fileprivate mutating func planMilestones() {
        guard let id = cause?.subject.id, let contract = self.case.contracts[id] else { return }
        for plan in contract.plans {
            let id = Milestone.id(contract: contract.id, sequence: plan.sequence)
            let present = self.case.milestones[id]
            let isOpen = present.map { [.planned, .cancelled].contains($0.state) } ?? true
            guard isOpen, present.map({ $0.state == .cancelled || !$0.follows(plan) }) ?? true
            else { continue }
            record(
                .milestonesPlanned, on: ObjectReference(.milestone, id), to: MilestoneState.planned
            ) {
                $0[F.contract] = contract.id
                $0[F.milestonePlan] = plan
            }
        }
        let (reason, clause) = (cause?.name, cause?.rule)
        let kept = Set(contract.plans.map(\.sequence))
        for milestone in self.case.milestones(of: contract.id)
        where milestone.state == .planned && !kept.contains(milestone.sequence) {
            record(.milestoneCancelled, on: milestone.reference, to: MilestoneState.cancelled) {
                $0[F.reason] = reason
                $0[F.clause] = clause
            }
        }
    }

    /// One milestone for all defects that the enterprise named (K16); it pays nothing.
    fileprivate mutating func openDefectMilestone() {
        guard let cause, let contract = self.case.contracts[cause.subject.id] else { return }
        let defects = cause.fields[F.defects]
        let sequence = (self.case.milestones(of: contract.id).map(\.sequence).max() ?? 0) + 1
        let needsVerification = cause.fields[MilestonePlan.needsVerification, default: false]
        let musts = contract.musts(of: self.case.challenge.terms)
        let title = defects.map(\.item).joined(separator: "; ").unicodeScalars.prefix(200)
        let plan = MilestonePlan(
            record: Record {
                $0[MilestonePlan.sequence] = sequence
                $0[MilestonePlan.title] = String(String.UnicodeScalarView(title))
                $0[MilestonePlan.basisPoints] = 0
                $0[MilestonePlan.due] = cause.fields[F.dueDay] ?? now.day
                $0[MilestonePlan.needsVerification] = needsVerification
                $0[MilestonePlan.indicators] = needsVerification ? musts : []
            })
        let id = Milestone.id(contract: contract.id, sequence: sequence)
        record(.milestoneOpened, on: ObjectReference(.milestone, id), to: MilestoneState.active) {
            $0[F.contract] = contract.id
            $0[F.milestonePlan] = plan
            $0[F.defects] = defects
            $0[F.due] = plan?.due.end
        }
    }
}
