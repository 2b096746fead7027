private typealias Row = Rows<SanctionState>

extension Sanction {
    /// The rows of the machine `sanction` (X1–X12).
    static let rows: [Transition] = [toDecision, inForce, ending].flatMap(\.self)

    private static let toDecision: [Transition] = [
        Row.command(
            "X1", "report-misconduct", from: [], to: [.reported],
            by: .any(.caseOfficer, .reviewer, .enterprise, .bidder),
            fields: [
                .required(target), .required(facts), .optional(F.challenge), .optional(F.bid),
                .optional(evidence),
            ],
            guards: [.madeOnce, targetIsKnown, isNotOwnReport], events: [.sanctionReported]),
        Row.command(
            "X2", "drop-report", from: [.reported], to: [.dropped], by: .any(.supervisor),
            reason: true, guards: [isNotReporter, isIndependent], events: [.sanctionDropped]),
        Row.command(
            "X3", "serve-report", from: [.reported], to: [.defence], by: .any(.supervisor),
            guards: [isNotReporter, isIndependent], events: [.sanctionNotified]
        ) { (turn: inout Turn) throws(Refusal) in
            let until = turn.workdays(.defenceDays, after: turn.now)
            turn.record(.sanctionNotified) { $0[F.until] = until }
        },
        Row.command(
            "X4", "state-defence", from: [.defence], to: [.defence], by: .any(.subject),
            fields: [.required(statement), .optional(evidence)], guards: [defenceRuns],
            events: [.defenceGiven]),
        Row.command(
            "X5", "decide-sanction", from: [.defence], to: [.decided], by: .any(.supervisor),
            fields: [
                .required(decision), .optional(F.from), .optional(F.until),
                .optional(isLifetime), .optional(evidence),
            ],
            reason: true,
            guards: [isNotReporter, isIndependent, defenceIsOver, termFits, hasEvidence],
            events: [.sanctionDecided]),
        Row.command(
            "X6", "publish-sanction", from: [.decided], to: [.decided], by: .any(.supervisor),
            fields: Notice.contentFields,
            guards: [isIndependent, hasSomethingToPublish, noNoticeStands],
            events: [.noticePublished]
        ) { (turn: inout Turn) throws(Refusal) in
            try turn.publishNotice(
                kind: .sanction, object: turn.subject,
                text: turn.fields[Notice.text, default: ""], as: turn.row.key)
        },
        Row.effect(
            "X7", of: [.sanctionDecided], from: [.decided], to: [.closed],
            guards: [
                .standing("decisionIsNone") { turn in
                    subject(of: turn)?.decision == SanctionDecision.none
                        ? nil : Breach(.notConcerned)
                }
            ], events: [.sanctionClosed]),
    ]

    private static let inForce: [Transition] = [
        Row.condition(
            "X8", from: [.decided], to: [.effective], events: [.sanctionEffective],
            when: { turn in
                turn.noticeHasEnded(on: turn.subject, kind: .sanction)
                    && turn.openObjections(on: turn.subject).isEmpty
            }
        ) { (turn: inout Turn) throws(Refusal) in
            guard let sanction = subject(of: turn) else { return }
            // A term cannot begin before the decision takes effect.
            let from = max(sanction.from ?? turn.now, turn.now)
            turn.record(.sanctionEffective) {
                $0[target] = sanction.target
                $0[decision] = sanction.decision
                $0[F.challenge] = sanction.challenge
                $0[F.bid] = sanction.bid
                $0[F.from] = from
                $0[F.until] = sanction.until
            }
        },
        Row.timer(
            "X9", key: "sanction.warningDays", from: [.effective, .repairAsked], to: [.expired],
            events: [.sanctionExpired],
            due: { turn in
                guard let sanction = subject(of: turn), let effective = sanction.effectiveAt else {
                    return nil
                }
                return sanction.decision == .warning
                    ? turn.days(.sanctionWarningDays, after: effective) : sanction.until
            }),
        Row.command(
            "X10", "ask-repair", from: [.effective], to: [.repairAsked], by: .any(.subject),
            fields: [.required(statement), .required(evidence)],
            guards: [repairMayBeAsked, hasRepairEvidence], events: [.repairAsked]),
    ]

    private static let ending: [Transition] = [
        Row.command(
            "X11", "grant-repair", from: [.repairAsked], to: [.repaired], by: .any(.supervisor),
            guards: [isNotReporter, isIndependent], events: [.sanctionRepaired]),
        Row.command(
            "X11", "refuse-repair", variant: "refuse", from: [.repairAsked], to: [.effective],
            by: .any(.supervisor), reason: true, guards: [isNotReporter, isIndependent],
            events: [.repairRefused]),
        Row.effect(
            "X12", variant: "remedy", of: [.objectionRemedied], from: [.decided, .effective],
            to: [.overturned],
            guards: [
                .standing("remedyAnnuls") { turn in
                    turn.cause?.fields[F.remedy] == .annul
                        && turn.cause?.fields[F.object] == turn.subject
                        ? nil : Breach(.notConcerned)
                }
            ], events: [.sanctionOverturned]),
        Row.command(
            "X12", "overturn-sanction", from: [.decided, .effective], to: [.overturned],
            by: .any(.supervisor), fields: [.required(facts)], reason: true,
            guards: [isNotReporter, isIndependent, isAnotherDecider],
            events: [.sanctionOverturned]),
    ]

    static let duties: [Duty] = [
        .of(
            "X3", act: "SanctionService", states: [.reported] as [SanctionState],
            awaits: [.supervisor], command: "serve-report",
            due: { turn in turn.workdays(.sanctionAdmitWorkdays, after: turn.since) }),
        .of(
            "X4", act: "Defence", states: [.defence] as [SanctionState], awaits: [.subject],
            command: "state-defence", lapses: true,
            applies: { turn in subject(of: turn)?.defenceUntil.map { turn.now <= $0 } ?? false },
            due: { turn in subject(of: turn)?.defenceUntil }),
        .of(
            "X5", act: "SanctionDecision", states: [.defence] as [SanctionState],
            awaits: [.supervisor], command: "decide-sanction",
            due: { turn in turn.workdays(.sanctionDecideWorkdays, after: turn.since) }),
        .of(
            "X6", act: "SanctionPublication", states: [.decided] as [SanctionState],
            awaits: [.supervisor], command: "publish-sanction",
            applies: { turn in turn.notice(on: turn.subject) == nil }),
        .of(
            "X11", act: "RepairDecision", states: [.repairAsked] as [SanctionState],
            awaits: [.supervisor], command: "grant-repair",
            due: { turn in turn.workdays(.sanctionRepairWorkdays, after: turn.since) }),
    ]
}
