private typealias Row = Rows<SeatState>

extension Seat {
    /// The rows of the machine `seat`.
    static let rows: [Transition] =
        [pledge, declare, decline, recuseOneself, report, recuse, dismiss, computed]
        + [silent, absent, replace]

    static let duties: [Duty] = [
        Duty.of(
            "P6", act: "ExpertAbsenceRecord", states: [SeatState.declared], in: [.evaluating],
            awaits: [.caseOfficer], command: "record-absence",
            applies: { turn in
                turn.case.sheets.in(.editing).contains {
                    $0.seat == turn.subject.id && turn.now > turn.scoringDue(of: $0)
                }
            }),
        Duty.of(
            "P3", act: "ExpertReply", states: [SeatState.invited], in: Panel.working,
            awaits: [.panelExpert],
            task: { turn in
                let isPledged = turn.subjectSeat?.isConfidential == true
                return Duty.Task(
                    isPledged ? "declare" : "sign-confidentiality", on: turn.subject)
            }, lapses: true, due: replyEnd),
        Duty.of(
            "P5", act: "ConflictReport", states: [SeatState.invited, .declared],
            in: Panel.untilAward, awaits: [.supervisor], command: "recuse",
            applies: { $0.subjectSeat?.reportedAt != nil },
            due: { turn in
                turn.subjectSeat?.reportedAt.map { turn.workdays(.confirmWorkdays, after: $0) }
            }),
    ]

    /// Until when an invited expert may declare or decline (P6).
    private static let replyEnd: @Sendable (Turn) -> Instant? = {
        $0.workdays(.panelReplyWorkdays, after: $0.runningSince)
    }

    private static let pledge = Row.command(
        "P3", "sign-confidentiality", variant: "confidentiality", from: [.invited], to: [],
        by: .any(.panelExpert), in: Panel.working, fields: [.required(F.declares)],
        guards: [declares], events: [.declarationSigned]
    ) { (turn: inout Turn) throws(Refusal) in
        let digest = turn.context.digest(.string("confidentiality \(turn.case.id)"))
        turn.record(.declarationSigned) {
            $0[F.declaration] = .confidentiality
            $0[F.declarationDigest] = digest
        }
    }

    private static let declare = Row.command(
        "P3", "declare", from: [.invited], to: [.declared], by: .any(.panelExpert),
        in: Panel.working, fields: [.required(F.declares)],
        guards: [confidentialityFirst, noConflict, declares], events: [.declarationSigned]
    ) { (turn: inout Turn) throws(Refusal) in
        let list = CaseParties(of: turn).declarationList(in: turn.world.directory)
        let digest = turn.context.digest(list)
        turn.record(.declarationSigned) {
            $0[F.declaration] = .noInterest
            $0[F.declarationDigest] = digest
        }
    }

    private static let decline = Row.command(
        "P4", "decline", from: [.invited], to: [.declined], by: .any(.panelExpert),
        in: Panel.working, reason: true, events: [.expertDeclined])

    private static let conflictFields: [FieldUse] = [.required(F.conflict), .optional(F.against)]

    private static let recuseOneself = Row.command(
        "P5", "recuse-oneself", from: [.invited, .declared], to: [.recused],
        by: .any(.panelExpert), in: Panel.untilAward, fields: conflictFields, reason: true,
        events: [.expertRecused])

    private static let report = Row.command(
        "P5", "report-conflict", variant: "report", from: [.invited, .declared], to: [],
        by: .any(.interestedParty, .caseOfficer, .reviewer, .enterprise, .bidder, .liaison),
        in: Panel.untilAward, fields: conflictFields, reason: true, guards: [notReported],
        events: [.conflictReported])

    private static let recuse = Row.command(
        "P5", "recuse", variant: "order", from: [.invited, .declared], to: [.recused],
        by: .any(.supervisor), in: Panel.untilAward, fields: conflictFields, reason: true,
        events: [.expertRecused])

    private static let dismiss = Row.command(
        "P5", "dismiss-report", variant: "dismissal", from: [.invited, .declared], to: [],
        by: .any(.supervisor), in: Panel.untilAward, reason: true, guards: [reported],
        events: [.conflictDismissed])

    private static let computed = Row.condition(
        "P5", variant: "computed", from: [.invited, .declared], to: [.recused],
        in: Panel.working, events: [.expertRecused],
        when: { turn in
            guard let seat = turn.subjectSeat, turn.case.panelInForce?.id == seat.panel else {
                return false
            }
            return ConflictOfInterest.hit(person: seat.person, in: turn) != nil
        }
    ) { (turn: inout Turn) throws(Refusal) in
        let hit = turn.subjectSeat.flatMap {
            ConflictOfInterest.hit(person: $0.person, in: turn)
        }
        turn.record(.expertRecused) {
            $0[F.conflict] = hit?.rule
            $0[F.against] = hit?.against
            $0[F.reason] = hit?.rule.rawValue
            $0[F.clause] = "§5"
        }
    }

    private static let silent = Row.timer(
        "P6", key: "panel.replyWorkdays", from: [.invited], to: [.noShow], in: Panel.working,
        events: [.expertNoShow],
        due: replyEnd
    ) { (turn: inout Turn) throws(Refusal) in
        turn.record(.expertNoShow) {
            $0[F.reason] = "silence"
            $0[F.clause] = "P6"
        }
    }

    private static let absent = Row.command(
        "P6", "record-absence", variant: "absent", from: [.declared], to: [.noShow],
        by: .chain(.caseOfficer, .supervisor), in: [.evaluating], reason: true,
        guards: [scoringDue], events: [.expertNoShow], act: "ExpertAbsence")

    private static let replace = Row.condition(
        "P7", from: [], to: [.invited], in: Panel.working, events: [.expertReplaced],
        when: { turn in
            turn.panel(in: .declaring, .scoring).flatMap(turn.nextExpert) != nil
        }
    ) { (turn: inout Turn) throws(Refusal) in
        guard let panel = turn.panel(in: .declaring, .scoring),
            let (candidate, skipped) = turn.nextExpert(for: panel)
        else { return }
        turn.invite(candidate, to: panel, as: .expertReplaced, passingOver: skipped)
    }
}
