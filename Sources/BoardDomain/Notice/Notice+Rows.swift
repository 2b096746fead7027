private typealias Row = Rows<NoticeState>

extension Notice {
    /// The rows of the machine `notice` (N1–N7).
    static let rows: [Transition] = [
        Row.command(
            "N1", "publish-notice", from: [], to: [.published],
            by: .chain(.caseOfficer, .reviewer), in: [.awarded, .executing],
            fields: [.required(kind), .required(F.object)] + contentFields,
            guards: [kindIsOfN1, objectFitsKind, noNoticeStands], events: [.noticePublished],
            act: "NoticePublication", action: publish),
        Row.timer(
            "N2", key: "notice.counting", from: [.published], to: [.running],
            events: [.noticeRunning], due: firstCounted),
        Row.condition(
            "N3", from: [.published, .running], to: [.published, .running],
            events: [.noticeEndFixed], when: canBeFixed, action: fixEnd),
        Row.effect(
            "N4", of: [.objectionAdmitted, .cancellationProposed], from: [.published, .running],
            to: [.suspended], guards: [causeSuspends], events: [.noticeSuspended], action: suspend),
        Row.effect(
            "N5",
            of: [.objectionRemedied, .objectionWithdrawn, .objectionLapsed, .cancellationUndone],
            from: [.suspended], to: [.running], guards: [nothingSuspends],
            events: [.noticeResumed]),
        Row.command(
            "N6", "correct-notice", from: live, to: [.superseded],
            by: .chain(.caseOfficer, .reviewer), fields: correctionFields, reason: true,
            guards: [isOfKind(.result, .lane, .amendment, .payout), changeIsNamed],
            events: [.noticeSuperseded, .noticePublished], act: "NoticeCorrection",
            action: correct),
        Row.command(
            "N6", "correct-cancellation-notice", variant: "cancellation", from: live,
            to: [.superseded], by: .chain(.caseOfficer, .reviewer, .supervisor),
            fields: correctionFields, reason: true,
            guards: [isOfKind(.cancellation), changeIsNamed],
            events: [.noticeSuperseded, .noticePublished], act: "CancellationNoticeCorrection",
            action: correct),
        Row.command(
            "N6", "correct-sanction-notice", variant: "sanction", from: live, to: [.superseded],
            by: .any(.supervisor), fields: correctionFields, reason: true,
            guards: [isOfKind(.sanction), changeIsNamed],
            events: [.noticeSuperseded, .noticePublished], action: correct),
        Row.effect(
            "N6", variant: "remedy", of: [.objectionRemedied], from: live, to: [.superseded],
            guards: [causeReplaces], events: [.noticeSuperseded, .noticePublished],
            action: replace),
        Row.condition(
            "N6", variant: "gone", from: live, to: [.superseded], events: [.noticeSuperseded],
            when: hasLostItsObject, action: drop),
        Row.timer(
            "N7", key: "notice.days", from: [.running], to: [.ended],
            guards: [isFirm, noObjectionIsOpen], events: [.noticeEnded],
            due: { turn in turn.notices[turn.subject.id]?.end }
        ) { (turn: inout Turn) throws(Refusal) in
            let notice = turn.notices[turn.subject.id]
            turn.record(.noticeEnded) {
                $0[kind] = notice?.kind
                $0[F.object] = notice?.object
            }
        },
    ]

    static let duties: [Duty] = [
        // A provisional end waits for next year's calendar, which a person has to load (§Where, 16).
        .of(
            "N3", act: "NoticeCalendar", states: [.published, .running] as [NoticeState],
            awaits: [.caseOfficer],
            task: { turn in
                turn.notices[turn.subject.id].map { $0.end.day.year }
                    .map { turn.calendar.isKnown(year: $0) ? $0 + 1 : $0 }
                    .map { Duty.Task("load-calendar", on: ObjectReference(.calendar, String($0))) }
            },
            applies: { turn in turn.notices[turn.subject.id]?.isProvisional ?? false })
    ]

    private static let live: [NoticeState] = [.published, .running, .suspended]

    private static let correctionFields: [FieldUse] = [
        .required(changed), .required(text), .optional(reasons), .optional(channel),
    ]
}
