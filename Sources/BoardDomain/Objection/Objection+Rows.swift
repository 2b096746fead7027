private typealias Row = Rows<ObjectionState>

extension Objection {
    /// The rows of the machine `objection` (O1–O13).
    static let rows: [Transition] = [
        filing, beforeAdmission, proceedings, appeals, endings,
    ].flatMap(\.self)

    private static let parties = Authority.any(.interestedParty, .subject, .enterprise, .bidder)

    private static let filing: [Transition] = [
        Row.command(
            "O1", "file-objection", from: [], to: [.filed], by: parties,
            fields: [
                .required(F.object), .required(facts), .required(basis), .required(request),
                .required(evidence),
            ],
            guards: [isParty, isObjectable, isInWindow, hasInterest, hasEvidence],
            events: [.objectionFiled], action: file),
        Row.command(
            "O1x", "file-ex-officio", from: [], to: [.filed],
            by: .any(.caseOfficer, .reviewer, .supervisor),
            fields: [
                .required(F.object), .required(facts), .required(basis), .optional(request),
                .optional(evidence),
            ],
            guards: [isObjectable, isNotSettled], events: [.objectionFiled], action: file),
    ]

    private static let beforeAdmission: [Transition] = [
        Row.command(
            "O2", "ask-completion", from: [.filed], to: [.filed], by: .any(.supervisor),
            fields: [.required(items)], guards: [isIndependent, isFirstCompletion],
            events: [.objectionCompletionAsked]
        ) { (turn: inout Turn) throws(Refusal) in
            let until = turn.workdays(.objectionCompleteWorkdays, after: turn.now)
            turn.record(.objectionCompletionAsked) { $0[F.until] = until }
        },
        Row.command(
            "O2", "complete-objection", variant: "answer", from: [.filed], to: [.filed],
            by: filers,
            fields: [
                .optional(facts), .optional(basis), .optional(request), .optional(evidence),
            ],
            guards: [isFiler, isInCompletion], events: [.objectionCompleted]),
        Row.command(
            "O3", "declare-inadmissible", from: [.filed], to: [.inadmissible],
            by: .any(.supervisor), fields: [.required(ground)], reason: true,
            guards: [isIndependent, completionIsOver], events: [.objectionInadmissible]),
        Row.command(
            "O3", "merge-objection", variant: "merge", from: [.filed], to: [.merged],
            by: .any(.supervisor), fields: [.required(into)], reason: true,
            guards: [isIndependent, isSameMatter], events: [.objectionMerged]),
        Row.command(
            "O4", "admit", from: [.filed], to: [.admitted], by: .any(.supervisor),
            guards: [isIndependent], events: [.objectionAdmitted]
        ) { (turn: inout Turn) throws(Refusal) in
            let objection = turn.objections[turn.subject.id]
            turn.record(.objectionAdmitted) {
                $0[F.object] = objection?.object
                $0[notice] = objection?.notice
                $0[hold] = true
            }
        },
    ]

    private static let proceedings: [Transition] = [
        Row.command(
            "O5", "investigate", from: [.admitted], to: [.investigating], by: .any(.supervisor),
            guards: [isIndependent], events: [.investigationOpened]
        ) { (turn: inout Turn) throws(Refusal) in
            let until = turn.workdays(.defenceDays, after: turn.now)
            turn.record(.investigationOpened) { $0[F.until] = until }
        },
        Row.command(
            "O5", "respond", variant: "hear", from: [.investigating], to: [.investigating],
            by: .any(.interestedParty, .subject, .enterprise, .bidder, .caseOfficer, .reviewer),
            fields: [.required(statement), .optional(evidence)],
            guards: [isRespondent, defenceRuns], events: [.respondentHeard]),
        Row.command(
            "O6", "decide-objection", from: [.investigating], to: [.decided],
            by: .any(.supervisor),
            fields: decision + [.optional(misconductBy), .optional(misconduct)], reason: true,
            guards: [isIndependent, defenceIsOver] + decisionGuards + [misconductIsWhole],
            events: [.objectionDecided], action: decide),
        Row.command(
            "O7", "withdraw-objection", from: [.filed, .admitted, .investigating],
            to: [.withdrawn], by: filers, guards: [isFiler], events: [.objectionWithdrawn]),
    ]

    private static let appeals: [Transition] = [
        Row.command(
            "O8", "appeal", from: [.decided], to: [.appealed], by: filers,
            fields: [.required(facts), .required(basis), .optional(evidence)],
            guards: [isTouched, isInAppealWindow, hasNotWaived], events: [.appealFiled]),
        Row.command(
            "O9", "decide-appeal", from: [.appealed], to: [.final], by: .any(.supervisor),
            fields: decision, reason: true,
            guards: [isIndependent, isAnotherDecider] + decisionGuards, events: [.appealDecided]),
        Row.timer(
            "O10", key: "appeal.workdays", from: [.decided], to: [.final],
            events: [.objectionFinal],
            due: { turn in
                turn.objections[turn.subject.id]?.servedAt.map {
                    turn.workdays(.appealWorkdays, after: $0)
                }
            }),
        Row.command(
            "O10", "waive-appeal", variant: "waive", from: [.decided], to: [.decided], by: filers,
            guards: [isTouched, hasNotWaived], events: [.appealWaived], action: waive),
        Row.condition(
            "O10", variant: "waived", from: [.decided], to: [.final], events: [.objectionFinal],
            when: allHaveWaived),
    ]

    private static let endings: [Transition] = [
        Row.effect(
            "O11", of: [.appealDecided, .objectionFinal], from: [.final], to: [.final],
            guards: [causeIsOwn], events: [.objectionRemedied], action: remedied),
        Row.effect(
            "O12", of: [.listCancelled, .challengeTerminated, .challengeRevoked],
            from: ObjectionState.allCases.filter { !$0.isTerminal }, to: [.lapsed],
            guards: [objectIsGone], events: [.objectionLapsed], action: lapse),
        Row.effect(
            "O13", of: [.dutyOverdue], from: ObjectionState.allCases.filter { !$0.isTerminal },
            to: ObjectionState.allCases.filter { !$0.isTerminal }, guards: [causeEscalates],
            events: [.objectionEscalated], action: escalate),
    ]

    /// A filer acts for a party, or by its office (O1x).
    private static let filers = Authority.any(
        .interestedParty, .subject, .enterprise, .bidder, .caseOfficer, .reviewer, .supervisor)

    private static let decision: [FieldUse] = [
        .required(result), .required(F.remedy), .optional(correction), .optional(F.bid),
        .optional(expert),
    ]

    private static let decisionGuards = [remedyFits, correctionIsThere, remedyNamesBid]
}
