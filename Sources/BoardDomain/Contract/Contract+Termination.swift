private typealias Row = Rows<ContractState>

extension Contract {
    /// K17 and K18: the end before its time, and the way back from it.
    static let terminationRows: [Transition] = [
        Row.command(
            "K17", "state-ground", variant: "ground", from: live, to: live,
            by: .any(.enterprise, .bidder, .caseOfficer), in: running,
            fields: [.required(F.terminationCause)], reason: true, hold: true,
            guards: [noGroundYet], events: [.terminationGround], action: stateGround),
        Row.command(
            "K17", "answer-ground", variant: "answer", from: live, to: live,
            by: .any(.enterprise, .bidder), in: running,
            fields: [.required(F.statement), .required(F.consents)],
            guards: [groundStated, mayAnswer], events: [.terminationAnswered],
            action: { (turn: inout Turn) throws(Refusal) in
                let party = turn.party
                turn.record(.terminationAnswered) { $0[F.party] = party }
            }),
        Row.command(
            "K17", "withdraw-ground", variant: "withdraw", from: live, to: live,
            by: .any(.enterprise, .bidder, .caseOfficer), in: running, reason: true,
            guards: [groundStated, ownGround], events: [.terminationGroundDropped]),
        Row.command(
            "K17", "terminate", from: live, to: [.terminated],
            by: .proposed(
                by: [.enterprise, .bidder, .caseOfficer], confirmedBy: [.reviewer]),
            in: running,
            fields: [
                .required(F.terminationCause), .required(F.sheet), .optional(F.atFault),
            ], reason: true, hold: true,
            guards: [groundStated, causeAsStated, otherSideHeard, sheetTallies, faultNamed],
            events: [.contractTerminated], act: "Termination",
            signs: SignedContent { turn in
                // The ground, with what the others have said to it.
                guard let ground = turn.ownContract?.ground else { return nil }
                return [
                    "statedAt": ground.statedAt.json, "cause": ground.cause.json,
                    "consenting": .array(
                        ground.others.filter { ground.answers[$0] == true }.map(\.json)),
                    "heard": .array(
                        ground.others.filter { ground.answers[$0] != nil }.map(\.json)),
                ]
            }, action: terminate),
        Row.effect(
            "K17", variant: "annul", of: [.objectionRemedied], from: [.terminated],
            to: [.effective], in: running, guards: [terminationAnnulled],
            events: [.terminationUndone]),
        // The gate is to be decided again, so that whoever lost at it is back in the race.
        Row.effect(
            "K18", variant: "annul", of: [.raceGateReopened], from: [.terminated],
            to: [.effective], in: running, guards: [endedAtGate], events: [.terminationUndone]),
        Row.timer(
            "K17", variant: "settle", key: "notice.days", from: [.terminated], to: [.terminated],
            in: [.awarded, .executing, .marketEval, .settling], guards: [noObjectionOpen],
            events: [.contractSettled],
            due: { turn in
                guard let contract = turn.ownContract, !contract.isSettled else { return nil }
                return turn.terminationFirm(of: contract)
            }, action: settle),
        Row.effect(
            "K18", of: [.raceGateDecided], from: [.effective, .amending, .delivered, .accepted],
            to: [.terminated], guards: [gateLost], events: [.contractTerminated],
            action: { (turn: inout Turn) throws(Refusal) in
                turn.terminateByClock(.gateLost)
            }),
        Row.effect(
            "K18", variant: "revoked", of: [.challengeRevoked],
            from: [.effective, .amending, .delivered, .accepted], to: [.terminated],
            events: [.contractTerminated],
            action: { (turn: inout Turn) throws(Refusal) in
                turn.terminateByClock(.revoked)
            }),
    ]

    private static let live: [ContractState] = [.effective, .amending, .delivered]

    private static let noGroundYet = Guard.contract("noGroundYet") { contract, _ in
        contract.ground.map { Breach(.groundStatedBefore, given: $0.cause.json) }
    }

    private static let groundStated = Guard.contract("groundStated") { contract, _ in
        contract.ground == nil ? Breach(.groundMissing) : nil
    }

    private static let mayAnswer = Guard.contract("mayAnswerGround") { contract, turn in
        guard let ground = contract.ground, let party = turn.party,
            !ground.others.contains(party) || ground.answers[party] != nil
        else { return nil }
        let waiting = ground.others.filter { ground.answers[$0] == nil }
        return Breach(
            .notHeardHere, given: party.json, accepted: .array(waiting.map(\.json)))
    }

    private static let ownGround = Guard.contract("ownGround") { contract, turn in
        guard let ground = contract.ground, turn.signature.actor != .clock,
            turn.party != ground.party
        else { return nil }
        return Breach(
            .notTheProposer, given: turn.signature.capacity.json, accepted: ground.party?.json)
    }

    private static let causeAsStated = Guard.contractInput("causeAsStated") { contract, turn in
        guard let ground = contract.ground, turn.fields[F.terminationCause] != ground.cause else {
            return nil
        }
        return Breach(
            .causeNotAsStated, given: turn.fields[F.terminationCause]?.json,
            accepted: ground.cause.json)
    }

    /// The other side has had `defence.days` from service, or has answered; 协商 needs its consent.
    private static let otherSideHeard = Guard.contract("otherSideHeard") { contract, turn in
        guard let ground = contract.ground else { return nil }
        if ground.cause == .agreement {
            let silent = ground.others.filter { ground.answers[$0] != true }
            return silent.isEmpty
                ? nil
                : Breach(
                    .consentMissing,
                    given: .array(ground.answers.keys.map(\.rawValue).sorted().map(JSON.string)),
                    accepted: .array(silent.map(\.json)))
        }
        let isAnswered = ground.others.allSatisfy { ground.answers[$0] != nil }
        return isAnswered || turn.now > ground.until
            ? nil : Breach(.hearingOpen, given: turn.now.json, accepted: ground.until.json)
    }

    /// The sheet against the case's own books.
    private static let sheetTallies = Guard.contractInput("sheetTallies") { contract, turn in
        guard let sheet = turn.fields[F.sheet] else { return nil }
        let (paid, most) = SettlementSheet.computed(for: contract, in: turn.case)
        if sheet.paid != paid {
            return Breach(.sheetPaidWrong, given: sheet.paid.json, accepted: paid.json)
        }
        // Whoever broke the contract is owed nothing beyond the milestones approved.
        let isBreach =
            turn.fields[F.terminationCause] == .breach && turn.fields[F.atFault] == .bidder
        let owed = isBreach ? Money.zero : most
        if sheet.due > owed {
            return Breach(.sheetDueTooHigh, given: sheet.due.json, accepted: owed.json)
        }
        if sheet.recoverable > paid {
            return Breach(
                .sheetRecoverableTooHigh, given: sheet.recoverable.json, accepted: paid.json)
        }
        if sheet.due > .zero, sheet.recoverable > .zero {
            return Breach(.sheetNotNetted, given: sheet.recoverable.json, accepted: 0)
        }
        return nil
    }

    private static let faultNamed = Guard.contractInput("faultNamed") { _, turn in
        let isBreach = turn.fields[F.terminationCause] == .breach
        guard isBreach != (turn.fields[F.atFault] != nil) else { return nil }
        return Breach(
            .faultWithoutBreach, given: turn.fields[F.atFault]?.json,
            accepted: isBreach ? .array(ContractParty.allCases.map(\.json)) : nil)
    }

    private static let stateGround: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract else { return }
        let party = turn.party
        let until = turn.workdays(.defenceDays, after: turn.now)
        turn.record(.terminationGround, to: contract.state) {
            $0[F.party] = party
            $0[F.hearingUntil] = until
        }
    }

    private static let terminate: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract else { return }
        turn.record(.contractTerminated)
        guard let party = turn.fields[F.atFault] else { return }
        let target = party == .bidder ? contract.bidder : turn.case.challenge.enterprise
        turn.reportSanction(target: target, facts: turn.fields[F.reason, default: ""])
    }

    private static let terminationAnnulled = Guard.contract("terminationAnnulled") {
        contract, turn in
        turn.cause?.fields[F.remedy] == .annul && turn.cause?.fields[F.object] == contract.reference
            ? nil : Breach(.otherObject)
    }

    private static let endedAtGate = Guard.contract("endedAtGate") { contract, turn in
        guard let id = turn.cause?.subject.id, let gate = turn.case.gates[id],
            contract.cause == TerminationCause.gateLost.rawValue, !contract.isSettled,
            contract.plans.contains(where: { $0.sequence == gate.sequence && $0.isGate })
        else { return Breach(.otherObject) }
        return nil
    }

    private static let noObjectionOpen = Guard.contract("noObjectionOpen") { contract, turn in
        let isOfRace = contract.cause == TerminationCause.gateLost.rawValue
        return turn.objections.all.first {
            $0.isOpen
                && ($0.object == contract.reference || isOfRace && $0.object.machine == .gate)
        }.map { Breach(.onHold, given: .string($0.id)) }
    }

    /// What the contract will no more draw goes back to the pool (L5); what is owed, and what the
    /// sheet says is due, stays for the entitlement that follows (Y1).
    private static let settle: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract else { return }
        let (_, most) = SettlementSheet.computed(for: contract, in: turn.case)
        let rest = max(.zero, most - (contract.sheet?.due ?? .zero))
        turn.record(.contractSettled) { $0[F.amount] = rest }
        turn.releaseCommitment(rest, "K17")
    }

    private static let gateLost = Guard.contract("gateLost") { contract, turn in
        guard let id = turn.cause?.subject.id, let gate = turn.case.gates[id],
            !gate.kept.contains(contract.id)
        else { return Breach(.otherObject) }
        return nil
    }
}

extension Turn {
    /// A termination that follows from another decision; the sheet is the books' own.
    fileprivate mutating func terminateByClock(_ why: TerminationCause) {
        guard let contract = ownContract else { return }
        let source = self
        let (paid, _) = SettlementSheet.computed(for: contract, in: self.case)
        record(.contractTerminated) {
            source.takeReason(into: &$0)
            $0[F.terminationCause] = why
            $0[F.sheet] = SettlementSheet(
                paid: paid, due: .zero, recoverable: why == .revoked ? paid : .zero)
        }
    }
}

extension RefusalCode {
    package static let groundStatedBefore = RefusalCode("groundStatedBefore")
    package static let groundMissing = RefusalCode("groundMissing")
    package static let notHeardHere = RefusalCode("notHeardHere")
    package static let causeNotAsStated = RefusalCode("causeNotAsStated")
    package static let consentMissing = RefusalCode("consentMissing")
    package static let hearingOpen = RefusalCode("hearingOpen")
    package static let sheetPaidWrong = RefusalCode("sheetPaidWrong")
    package static let sheetDueTooHigh = RefusalCode("sheetDueTooHigh")
    package static let sheetRecoverableTooHigh = RefusalCode("sheetRecoverableTooHigh")
    package static let sheetNotNetted = RefusalCode("sheetNotNetted")
    package static let faultWithoutBreach = RefusalCode("faultWithoutBreach")
    package static let otherObject = RefusalCode("otherObject")
}
