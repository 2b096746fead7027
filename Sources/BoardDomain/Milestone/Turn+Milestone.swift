extension Turn {
    /// The milestone that is the turn's subject.
    var ownMilestone: Milestone? {
        subject.machine == .milestone ? self.case.milestones[subject.id] : nil
    }

    /// The *must* indicators of a milestone that its verification has not shown.
    func openMusts(of milestone: Milestone) -> [Int] {
        guard let contract = contract(of: milestone.reference) else { return [] }
        let musts = contract.musts(of: self.case.challenge.terms)
        let own = self.case.milestones(of: milestone.contract)
        return milestone.indicators.filter {
            musts.contains($0) && !self.case.isPassed($0, by: own)
        }
    }

    /// Whether a milestone stands at a gate behind which lanes of a race end.
    func isRaceGate(_ milestone: Milestone) -> Bool {
        milestone.isGate && self.case.challenge.terms.mode == .racing
    }

    /// Whether a contract goes on behind a race's gate: it is no such gate, or it was kept there.
    func isKept(_ contract: Contract, at milestone: Milestone) -> Bool {
        guard isRaceGate(milestone) else { return true }
        if contract.isRestored { return true }
        let gate = self.case.gates.all.first { $0.sequence == milestone.sequence }
        return gate?.state == .decided && gate?.kept.contains(contract.id) == true
    }

    /// Whether what comes after a milestone may begin (M2, M3): it is met, or its missing part does
    /// not bar the way.
    func isPassed(_ milestone: Milestone) -> Bool {
        switch milestone.state {
        case .met: true
        case .cancelled: true
        case .partiallyMet:
            milestone.partClosed ? openMusts(of: milestone).isEmpty : !milestone.isGate
        case .notMet: !milestone.isGate && openMusts(of: milestone).isEmpty
        default: false
        }
    }

    /// The verification of the subject that counts and has not been dealt with as failed.
    var newVerification: Verification? {
        guard let milestone = ownMilestone else { return nil }
        return self.case.verifications.all.last {
            $0.milestone == milestone.id && $0.isFirm && $0.passed != nil && $0.state != .voided
                && ($0.passed == true || !milestone.failed.contains($0.id))
        }
    }

    /// The verification with which the subject was submitted; nil where none passed.
    var passedVerification: Verification? {
        newVerification.flatMap { $0.passed == true ? $0 : nil }
    }

    /// Who operated, recorded or reported in the verifications of a milestone (§1).
    func verifiers(of milestone: Milestone) -> Set<PersonID> {
        let own = Set(
            self.case.verifications.all.lazy.filter { $0.milestone == milestone.id }.map(\.id))
        return Set(
            docket.acts.lazy.filter {
                $0.subject.machine == .verification && own.contains($0.subject.id)
                    && [.workshop, .laboratory].contains($0.capacity)
            }.map(\.person))
    }

    /// When a step of the approval that began as the subject came into its state is due.
    var reviewDue: Instant { workdays(.milestoneReviewWorkdays, after: since) }

    /// When the enterprise has been silent for so long that the bureau may take over (M8b).
    var takeOverFrom: Instant {
        let count = policy[.milestoneReviewWorkdays] * policy[.milestoneTakeOverSteps]
        return calendar.workdays(count, after: since.day, counting: .excluded).last.end
    }

    /// Time to rework from now, never less than the milestone had left.
    func reworkDue(of milestone: Milestone) -> Instant {
        max(milestone.due, days(.milestoneReworkDays, after: now))
    }
}

extension Guard {
    /// A standing guard over the milestone that is the turn's subject.
    static func milestone(
        _ name: String, _ breach: @escaping @Sendable (Milestone, Turn) -> Breach?
    ) -> Guard {
        .standing(name) { turn in turn.ownMilestone.flatMap { breach($0, turn) } }
    }

    /// A guard over the milestone and the command's fields.
    static func milestoneInput(
        _ name: String, _ breach: @escaping @Sendable (Milestone, Turn) -> Breach?
    ) -> Guard {
        .input(name) { turn in turn.ownMilestone.flatMap { breach($0, turn) } }
    }
}

extension Milestone {
    /// The contract is in force, so that its work goes on.
    static let contractRuns = Guard.milestone("contractRuns") { milestone, turn in
        guard let contract = turn.case.contracts[milestone.contract], !contract.isRunning else {
            return nil
        }
        return Breach(
            .workStopped, given: contract.state.json,
            accepted: .array([ContractState.effective.json, ContractState.amending.json]))
    }
}

extension RefusalCode {
    package static let workStopped = RefusalCode("workStopped")
}
