// What the rows of a notice do, and when.
extension Notice {
    static let publish: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let kind = turn.fields[Notice.kind], let object = turn.fields[F.object] else {
            return
        }
        try turn.publishNotice(
            kind: kind, object: object, text: turn.fields[Notice.text, default: ""],
            as: turn.row.key)
    }

    static let firstCounted: @Sendable (Turn) -> Instant? = { turn in
        turn.notices[turn.subject.id].map {
            turn.calendar.firstCounted(from: $0.start, counting: $0.counting).start
        }
    }

    static let canBeFixed: @Sendable (Turn) -> Bool = { turn in
        guard let notice = turn.notices[turn.subject.id], notice.isProvisional else { return false }
        return !NoticePeriod.recounted(notice, by: turn.calendar).isProvisional
    }

    static let fixEnd: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let notice = turn.notices[turn.subject.id] else { return }
        let period = NoticePeriod.recounted(notice, by: turn.calendar)
        turn.record(.noticeEndFixed) {
            $0[Notice.oldEnd] = notice.end
            $0[Notice.end] = period.end
            $0[Notice.calendarVersion] = period.calendarVersion
            $0[Notice.isProvisional] = period.isProvisional
        }
    }

    static let suspend: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let suspender = turn.cause?.subject
        turn.record(.noticeSuspended) { $0[Notice.cause] = suspender }
    }

    static let causeSuspends = Guard.standing("objectionConcernsNotice") { turn in
        guard let notice = turn.notices[turn.subject.id], let cause = turn.cause else { return nil }
        let concerns =
            cause.type == .cancellationProposed
            ? notice.isSuspendedByCancellation
            : turn.objections[cause.subject.id]?.concerns(notice, in: turn) ?? false
        return concerns ? nil : Breach(.notConcerned, given: .string(cause.subject.text))
    }

    static let nothingSuspends = Guard.standing("nothingSuspends") { turn in
        guard let notice = turn.notices[turn.subject.id] else { return nil }
        if let suspender = suspender(of: notice, in: turn) {
            return Breach(.stillSuspended, given: .string(suspender.text))
        }
        return causeReplaces.breach(turn) == nil
            ? Breach(.stillSuspended, given: turn.cause.map { .string($0.subject.text) }) : nil
    }

    /// An objection that was upheld takes the notice with it, whatever the remedy (N6, O11).
    static let causeReplaces = Guard.standing("remedyChangesNotice") { turn in
        guard let notice = turn.notices[turn.subject.id], let cause = turn.cause,
            cause.type == .objectionRemedied, let remedy = cause.fields[F.remedy],
            remedy != .uphold,
            turn.objections[cause.subject.id]?.concerns(notice, in: turn) == true
        else { return Breach(.notConcerned, given: turn.cause.map { .string($0.subject.text) }) }
        return nil
    }

    static let correct: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let notice = turn.notices[turn.subject.id] else { return }
        let changesMatter = turn.fields[Notice.changed].contains { $0 != .wording }
        let fields = turn.fields
        turn.supersede(
            notice, text: fields[Notice.text] ?? notice.text,
            reasons: fields[Notice.reasons] ?? notice.reasons,
            channel: fields[Notice.channel] ?? notice.channel,
            in: changesMatter ? NoticePeriod(startingIn: turn) : NoticePeriod(of: notice))
    }

    static let replace: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let notice = turn.notices[turn.subject.id], let cause = turn.cause else { return }
        guard cause.fields[F.remedy] == .correctNotice else {
            turn.record(.noticeSuperseded) { $0[Notice.cause] = cause.subject }
            return
        }
        turn.supersede(
            notice, text: cause.fields[Objection.correction] ?? notice.text,
            reasons: notice.reasons, channel: notice.channel, in: NoticePeriod(startingIn: turn))
    }

    static let hasLostItsObject: @Sendable (Turn) -> Bool = { turn in
        turn.notices[turn.subject.id].map { !isNoticed($0.object, as: $0.kind, in: turn) } ?? false
    }

    static let drop: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let notice = turn.notices[turn.subject.id] else { return }
        let state = turn.world[turn.stream].aggregate.state(of: notice.object)
        let rule = turn.row.id
        turn.record(.noticeSuperseded) {
            $0[Notice.cause] = notice.object
            $0[F.reason] = state
            $0[F.clause] = rule
        }
    }
}

extension Turn {
    /// Puts a new notice in the place of the turn's; what suspends the one suspends the other.
    fileprivate mutating func supersede(
        _ notice: Notice, text: String, reasons: String, channel: String, in period: NoticePeriod
    ) {
        let successor = ObjectReference(.notice, notices.nextID)
        record(.noticeSuperseded) { $0[Notice.cause] = successor }
        publishNotice(
            kind: notice.kind, object: notice.object, text: text, reasons: reasons,
            channel: channel, in: period, as: "N1")
        if let suspender = Notice.suspender(of: notice, in: self) {
            record(.noticeSuspended, on: successor, to: NoticeState.suspended, as: "N4") {
                $0[Notice.cause] = suspender
            }
        }
    }
}
