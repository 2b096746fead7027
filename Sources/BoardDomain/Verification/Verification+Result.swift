private typealias Row = Rows<VerificationState>

extension Verification {
    /// T10–T14: countersignature, the result by the frozen rule, conditions, dispute.
    static let resultRows: [Transition] = [
        Row.command(
            "T10", "countersign", from: [.reported], to: [.countersigned],
            by: .all(.enterprise, .bidder), in: phases, hold: true, guards: [contractsBidder],
            events: [.countersigned], act: "Countersignature"),
        Row.timer(
            "T10", variant: "silence", key: "verification.countersignWorkdays",
            from: [.reported], to: [.countersigned], guards: [notHeld], events: [.countersigned],
            due: { turn in
                of(turn)?.reportedAt.map {
                    turn.workdays(.verificationCountersignWorkdays, after: $0)
                }
            }, action: noteSilence),
        Row.effect(
            "T11", of: [.countersigned], from: [.countersigned],
            to: [.passed, .conditional, .failed],
            guards: [.concerned("ownCause") { $0.cause?.subject == $0.subject }],
            events: [.verificationPassed, .verificationConditional, .verificationFailed],
            action: conclude),
        Row.timer(
            "T11", variant: "firm", key: "verification.disputeWorkdays", from: [.passed, .failed],
            to: [], guards: [notHeld], events: [.verificationFirm],
            due: { turn in
                guard let found = of(turn), !found.isFirm else { return nil }
                return disputeEnd(of: found, in: turn)
            }),
        Row.command(
            "T12", "close-conditions", from: [.conditional], to: [.passed],
            by: .any(.workshop, .enterprise), in: phases,
            fields: [.required(F.conditionEvidence)], hold: true, guards: [evidenceGiven],
            events: [.conditionsClosed]),
        Row.timer(
            "T12", variant: "lapse", key: "verification.conditionDays", from: [.conditional],
            to: [.failed], guards: [notHeld], events: [.verificationFailed],
            due: { turn in
                of(turn)?.concludedAt.map { turn.days(.verificationConditionDays, after: $0) }
            }),
        Row.command(
            "T13", "dispute", from: [.reported, .passed, .conditional, .failed], to: [.disputed],
            by: .any(.enterprise, .bidder), in: phases, reason: true,
            guards: [contractsBidder, noRetestYet, notFirm, inDisputeWindow],
            events: [.verificationDisputed], action: dispute),
        Row.command(
            "T13", "waive-dispute", variant: "waive", from: [.passed, .failed], to: [],
            by: .all(.enterprise, .bidder), in: phases, hold: true,
            guards: [contractsBidder, notFirm], events: [.disputeWaived, .verificationFirm],
            act: "DisputeWaiver", action: waive),
        Row.command(
            "T14", "withdraw-dispute", from: [.disputed],
            to: [.reported, .passed, .conditional, .failed], by: .any(.enterprise, .bidder),
            in: phases, guards: [ownDispute], events: [.disputeWithdrawn], action: withdraw),
    ]

    private static let noteSilence: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let given = turn.docket.step(rule: "T10", subject: turn.subject)?.given ?? []
        let signed = Set(given.map(\.signature.capacity))
        let missing = [Capacity.enterprise, .bidder].filter { !signed.contains($0) }
        turn.record(.countersigned) { $0[F.missingParties] = missing.map(\.rawValue) }
    }

    private static let conclude: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let verdict = of(turn)?.verdict else { return }
        let type: EventType =
            switch verdict.state {
            case .passed: .verificationPassed
            case .conditional: .verificationConditional
            default: .verificationFailed
            }
        turn.record(type, to: verdict.state) {
            $0[F.measured] = verdict.measured
            $0[F.measuredRuns] = verdict.runs
        }
    }

    /// When the report or the result can no longer be disputed.
    static func disputeEnd(of found: Verification, in turn: Turn) -> Instant? {
        (found.state == .reported ? found.reportedAt : found.concludedAt).map {
            turn.workdays(.verificationDisputeWorkdays, after: $0)
        }
    }

    private static let notFirm = Guard.standing("notFirm") { turn in
        of(turn)?.isFirm == true ? Breach(.alreadyFirm) : nil
    }

    private static let noRetestYet = Guard.standing("noRetestYet") { turn in
        of(turn)?.retestUsed == true ? Breach(.retestUsed) : nil
    }

    private static let inDisputeWindow = Guard.standing("inDisputeWindow") { turn in
        guard let end = of(turn).flatMap({ disputeEnd(of: $0, in: turn) }), turn.now > end else {
            return nil
        }
        return Breach(.disputeTooLate, given: .string(turn.now.text), accepted: .string(end.text))
    }

    private static let ownDispute = Guard.standing("ownDispute") { turn in
        let party = of(turn)?.disputedBy ?? ""
        return turn.signature.organisation == party
            ? nil
            : Breach(
                .notYourDispute, given: .string(turn.signature.organisation),
                accepted: .string(party))
    }

    private static let evidenceGiven = Guard.input("evidenceGiven") { turn in
        turn.fields[F.conditionEvidence].isEmpty
            ? Breach(.evidenceMissing, given: .integer(0), accepted: .integer(1)) : nil
    }

    private static let dispute: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let origin = of(turn)?.state
        turn.record(.verificationDisputed) { $0[F.verificationOrigin] = origin }
    }

    private static let waive: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.record(.disputeWaived)
        turn.record(.verificationFirm)
    }

    private static let withdraw: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.record(.disputeWithdrawn, to: of(turn)?.origin ?? .reported)
    }
}
