private typealias Row = Rows<EvaluationState>

extension Evaluation {
    /// The rows of the machine `evaluation`: E1, E8–E13, and the start of E3.
    static let rows: [Transition] = [
        Row.effect(
            "E1", of: [.marketEvaluationOpened], from: [], to: [.opened],
            events: [.evaluationOpened], action: open),
        Row.effect(
            "E3", variant: "collect", of: [.evidenceSubmitted], from: [.opened],
            to: [.collecting],
            guards: [
                .concerned("ownEvidence") {
                    $0.cause?.fields[F.evidenceEvaluation] == $0.subject.id
                }
            ], events: [.collectionStarted]),
        Row.timer(
            "E8", key: "marketEval.window", from: [.opened, .collecting], to: [.checking],
            events: [.collectionClosed], due: { of($0)?.windowEnd }),
        Row.command(
            "E8", "close-collection", variant: "parties", from: [.opened, .collecting],
            to: [.checking], by: .all(.enterprise, .bidder), in: [.marketEval],
            events: [.collectionClosed], act: "CollectionClosing", signs: collected),
        Row.command(
            "E8", "close-collection-early", variant: "bureau", from: [.opened, .collecting],
            to: [.checking], by: .chain(.caseOfficer, .reviewer), in: [.marketEval],
            events: [.collectionClosed], act: "EarlyCollectionClosing", signs: collected),
        Row.condition(
            "E9", from: [.checking], to: [.rated], events: [.marketRated],
            when: { unchecked(in: $0).isEmpty }, action: rate),
        Row.effect(
            "E10", of: [.objectionAdmitted], from: [.rated], to: [.disputed],
            guards: [.concerned("objectionToThis") { $0.objectOfCause == $0.subject }],
            events: [.ratingDisputed]),
        Row.effect(
            "E11", of: [.objectionRemedied, .objectionWithdrawn, .objectionLapsed],
            from: [.disputed], to: [.rated],
            guards: [
                .concerned("objectionToThis") {
                    $0.objectOfCause == $0.subject && !isRecheckOrdered($0)
                        && $0.holdingObjection == nil
                }
            ], events: [.ratingResumed]),
        Row.effect(
            "E11", variant: "recheck", of: [.objectionRemedied], from: [.disputed, .rated],
            to: [.checking],
            guards: [
                .concerned("recheckOrdered") {
                    $0.objectOfCause == $0.subject && isRecheckOrdered($0)
                }
            ], events: [.ratingReopened]),
        Row.timer(
            "E12", key: "notice.days", from: [.rated], to: [.final],
            guards: [
                .standing("noOpenObjection") {
                    $0.hasOpenObjection(to: $0.subject) ? Breach(.onHold) : nil
                }
            ], events: [.ratingFinal],
            due: { turn in of(turn)?.ratedAt.map { turn.workdays(.noticeDays, after: $0) } }),
        Row.command(
            "E13", "recheck-market", from: [.final], to: [.rechecked], by: .any(.caseOfficer),
            in: [.settling, .concluded], fields: yardsticks,
            guards: [windowOver, notSubmitter, somethingNew], events: [.marketRechecked],
            action: recheck),
        Row.command(
            "E13", "recheck-without-evidence", variant: "none", from: [.final], to: [.rechecked],
            by: .any(.caseOfficer), in: [.settling, .concluded], fields: yardsticks, reason: true,
            guards: [windowOver, notSubmitter], events: [.marketRechecked]),
    ]

    static let duties: [Duty] = [
        .of(
            "E9", act: "EvidenceCheck", states: [EvaluationState.checking],
            awaits: [.caseOfficer],
            task: { turn in
                turn.caseIfAny?.evidence.all.first {
                    $0.evaluation == turn.subject.id
                        && [.submitted, .confirmed].contains($0.state)
                }.map { Duty.Task("check-evidence", on: $0.reference) }
            }, respectsHold: true,
            due: { turn in turn.workdays(.marketEvalCheckWorkdays, after: turn.since) }),
        .of(
            "E13", act: "MarketRecheck", states: [EvaluationState.final],
            in: [.settling, .concluded], awaits: [.caseOfficer], command: "recheck-market",
            due: { turn in
                of(turn).map {
                    turn.policy.end(
                        of: .marketEvalRecheck, from: $0.windowEnd, calendar: turn.calendar
                    ).end
                }
            }),
    ]

    private static let yardsticks: [FieldUse] = [
        .optional(F.newProductValue), .optional(F.marketShare), .optional(F.economicBenefit),
    ]

    static func of(_ turn: Turn) -> Evaluation? { turn.caseIfAny?.evaluations[turn.subject.id] }

    private static func evidence(in turn: Turn) -> [Evidence] {
        turn.case.evidence.all.filter { $0.evaluation == turn.subject.id }
    }

    /// Whoever closes the collection says that this is all of it.
    private static let collected = SignedContent { turn in
        .array(evidence(in: turn).map { [.string($0.id), $0.state.json] })
    }

    private static func unchecked(in turn: Turn) -> [Evidence] {
        evidence(in: turn).filter { $0.state == .submitted || $0.state == .confirmed }
    }

    /// 重新核验; any other remedy lets the rating stand.
    private static func isRecheckOrdered(_ turn: Turn) -> Bool {
        turn.cause?.type == .objectionRemedied && turn.remedyOfCause == .recheck
    }

    /// One for each accepted contract that has none yet.
    private static let open: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let end = turn.policy.end(
            of: .marketEvalWindow, from: turn.now, calendar: turn.calendar
        ).end
        for contract in turn.case.contracts.in(.accepted)
        where turn.case.evaluations[contract.id] == nil {
            turn.record(
                .evaluationOpened, on: ObjectReference(.evaluation, contract.id),
                to: EvaluationState.opened
            ) {
                $0[F.evaluatedContract] = contract.id
                $0[F.windowEnd] = end
            }
        }
    }

    private static let rate: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let rating = turn.case.rating(
            of: turn.subject.id, over: [.checked], policy: turn.policy)
        turn.record(.marketRated) {
            $0[F.grade] = rating.grade
            $0[F.ratingInputs] = rating
        }
    }

    private static func forRecheck(in turn: Turn) -> [Evidence] {
        evidence(in: turn).filter {
            $0.isForRecheck && ($0.state == .submitted || $0.state == .confirmed)
        }
    }

    private static let windowOver = Guard.standing("windowOver") { turn in
        guard let end = of(turn)?.windowEnd, turn.now <= end else { return nil }
        return Breach(.recheckTooSoon, given: .string(turn.now.text), accepted: .string(end.text))
    }

    private static let notSubmitter = Guard.standing("checkerNotSubmitter") { turn in
        let person = turn.signature.actor.person
        return evidence(in: turn).contains { $0.submitter == person }
            ? Breach(.ownEvidence, given: person.map(JSON.string)) : nil
    }

    private static let somethingNew = Guard.standing("recheckEvidence") { turn in
        forRecheck(in: turn).isEmpty ? Breach(.evidenceMissing, given: 0, accepted: 1) : nil
    }

    private static let recheck: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let rating = turn.case.rating(
            of: turn.subject.id, from: forRecheck(in: turn), policy: turn.policy)
        turn.record(.marketRechecked) {
            $0[F.grade] = rating.grade
            $0[F.ratingInputs] = rating
        }
    }
}
