private typealias Row = Rows<GateState>

extension Gate {
    /// The rows of the machine `gate`, M20 and M21.
    static let rows: [Transition] = [
        Row.effect(
            "M20", variant: "open", of: [.contractEffective, .contractAmended], from: [],
            to: [.open], guards: [isRace], events: [.raceGateOpened],
            action: { (turn: inout Turn) throws(Refusal) in turn.openGates() }),
        Row.condition(
            "M20", from: [.open], to: [.ready], in: Contract.running, events: [.raceGateReady],
            when: { turn in
                guard let gate = turn.case.gates[turn.subject.id] else { return false }
                let lanes = turn.lanes(at: gate)
                return !lanes.isEmpty && lanes.allSatisfy { isFinal($0, at: gate, in: turn) }
            }),
        Row.timer(
            "M20", variant: "due", key: "race.graceDays", from: [.open], to: [.ready],
            in: Contract.running, events: [.raceGateReady],
            due: { turn in
                guard let gate = turn.case.gates[turn.subject.id] else { return nil }
                let dues = turn.lanes(at: gate).compactMap {
                    milestone(of: $0, at: gate, in: turn)?.due
                }
                return dues.max().map { turn.days(.raceGraceDays, after: $0) }
            }),
        Row.command(
            "M21", "decide-gate", from: [.ready], to: [.decided],
            by: .chain(.caseOfficer, .reviewer), in: Contract.running,
            fields: [.optional(F.reviewNote)], hold: true,
            guards: [valuesFirm, windowsOver, noLaneHeld], events: [.raceGateDecided],
            act: "RaceGateDecision",
            signs: SignedContent { turn in
                guard let gate = turn.case.gates[turn.subject.id] else { return nil }
                return .array(RaceRanking(at: gate, of: turn).lines.map(\.record.json))
            },
            action: { (turn: inout Turn) throws(Refusal) in
                guard let gate = turn.case.gates[turn.subject.id] else { return }
                let ranking = RaceRanking(at: gate, of: turn).lines
                turn.record(.raceGateDecided) { $0[F.raceRanking] = ranking }
            }),
        Row.effect(
            "M21", variant: "annul", of: [.objectionRemedied], from: [.decided], to: [.ready],
            in: Contract.running, guards: [decisionAnnulled], events: [.raceGateReopened]),
    ]

    static let duties: [Duty] = [
        .of(
            "M21", act: "RaceGateRanking", states: [GateState.ready], in: Contract.running,
            awaits: [.caseOfficer], command: "decide-gate", respectsHold: true)
    ]

    private static let decisionAnnulled = Guard.standing("gateAnnulled") { turn in
        turn.cause?.fields[F.remedy] == .annul && turn.cause?.fields[F.object] == turn.subject
            ? nil : Breach(.otherObject)
    }

    private static let isRace = Guard.standing("isRace") { turn in
        turn.case.challenge.terms.mode == .racing ? nil : Breach(.otherObject)
    }

    private static func milestone(
        of contract: Contract, at gate: Gate, in turn: Turn
    ) -> Milestone? {
        turn.case.milestones(of: contract.id).first { $0.sequence == gate.sequence }
    }

    private static func isFinal(_ contract: Contract, at gate: Gate, in turn: Turn) -> Bool {
        milestone(of: contract, at: gate, in: turn)?.isFinal ?? false
    }

    private static func over(
        _ turn: Turn, _ body: (Milestone, Turn) -> Breach?
    ) -> Breach? {
        guard let gate = turn.case.gates[turn.subject.id] else { return nil }
        for contract in turn.lanes(at: gate) {
            guard let milestone = milestone(of: contract, at: gate, in: turn) else { continue }
            if let breach = body(milestone, turn) { return breach }
        }
        return nil
    }

    /// No value that the ranking reads may still be disputed.
    private static let valuesFirm = Guard.standing("gateValuesFirm") { turn in
        over(turn) { milestone, turn in
            let open = turn.case.verifications.all.last {
                $0.milestone == milestone.id && !$0.isFirm && $0.reportedAt != nil
                    && $0.state != .voided
            }
            return open.map {
                Breach(.gateValuesNotFirm, given: $0.state.json, accepted: .string($0.id))
            }
        }
    }

    /// Whoever was told that the gate's milestone is not met has had the time to object.
    private static let windowsOver = Guard.standing("gateWindowsOver") { turn in
        over(turn) { milestone, turn in
            guard milestone.state == .notMet, let since = turn.docket.since[milestone.reference]
            else { return nil }
            let end = turn.workdays(.noticeDays, after: since)
            return turn.now > end
                ? nil : Breach(.gateWindowOpen, given: turn.now.json, accepted: end.json)
        }
    }

    private static let noLaneHeld = Guard.standing("noLaneHeld") { turn in
        over(turn) { milestone, turn in
            let objects = [milestone.reference, ObjectReference(.contract, milestone.contract)]
            return turn.objections.all.first {
                !$0.state.isTerminal && objects.contains($0.object)
            }.map { Breach(.onHold, given: .string($0.id)) }
        }
    }
}

extension Turn {
    /// A gate for each sequence at which the contract in force has one.
    fileprivate mutating func openGates() {
        guard let id = cause?.subject.id, let contract = self.case.contracts[id] else { return }
        for plan in contract.plans where plan.isGate {
            let gate = String(plan.sequence)
            guard self.case.gates[gate] == nil else { continue }
            record(.raceGateOpened, on: ObjectReference(.gate, gate), to: GateState.open) {
                $0[F.gateSequence] = plan.sequence
            }
        }
    }
}

extension RefusalCode {
    package static let gateValuesNotFirm = RefusalCode("gateValuesNotFirm")
    package static let gateWindowOpen = RefusalCode("gateWindowOpen")
}
