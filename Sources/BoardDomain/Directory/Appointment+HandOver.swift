private typealias Row = Rows<AppointmentState>

extension Appointment {
    /// G13: the work of an appointment is offered to a successor, by its holder, an administrator, or
    /// the clock before it ends, when it has ended, and when its holder is suspended.
    static let handOverRows: [Transition] = [offer, beforeEnd, afterEnd, suspended]

    private static let offer = Row.command(
        "G13", "offer-handover", from: [.active, .ended], to: [],
        by: .any(.oneself, .administrator),
        fields: [.required(F.handOverSuccessor), .required(F.handOverItems)],
        guards: [noneOpen, itemsGiven, successorActive], events: [.handOverOffered]
    ) { (turn: inout Turn) throws(Refusal) in
        let fields = turn.fields
        turn.offerHandOver(to: fields[F.handOverSuccessor], items: fields[F.handOverItems])
    }

    private static let beforeEnd = Row.timer(
        "G13", variant: "notice", key: "handover.noticeDays", from: [.active], to: [],
        guards: [hasWork, noneSinceNotice], events: [.handOverOffered],
        due: { $0.handOverNotice }, action: offerAll)

    private static let afterEnd = Row.effect(
        "G13", variant: "ended", of: [.appointmentEnded], from: [.ended], to: [],
        guards: [justEnded, hasWork, noneOpen], events: [.handOverOffered], action: offerAll)

    private static let suspended = Row.timer(
        "G13", variant: "suspended", key: "G6", from: [.active], to: [],
        guards: [hasWork, noneSinceSuspension], events: [.handOverOffered],
        due: { $0.holderSuspendedAt }, action: offerAll)

    private static let offerAll: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.offerHandOver(to: nil, items: turn.openWork)
    }

    private static let noneOpen = Guard.standing("noHandOverOpen") { turn in
        guard let last = turn.lastHandOver, !last.state.isTerminal else { return nil }
        return Breach(
            .handOverOpen, given: .string(last.id),
            accepted: .array([.string("done"), .string("refused")]))
    }

    private static let noneSinceNotice = Guard.standing("noHandOverSinceNotice") { turn in
        offered(since: turn.handOverNotice, in: turn)
    }

    private static let noneSinceSuspension = Guard.standing("noHandOverSinceSuspension") { turn in
        offered(since: turn.holderSuspendedAt, in: turn)
    }

    private static func offered(since instant: Instant?, in turn: Turn) -> Breach? {
        guard let last = turn.lastHandOver, let instant,
            !last.state.isTerminal || last.offeredAt >= instant
        else { return nil }
        return Breach(
            .handOverOpen, given: .string(last.id), accepted: .string("> \(instant.text)"))
    }

    private static let itemsGiven = Guard.input("itemsGiven") { turn in
        turn.fields[F.handOverItems].isEmpty
            ? Breach(.nothingToHandOver, given: .integer(0), accepted: .string("≥ 1")) : nil
    }

    private static let hasWork = Guard.elsewhere("openWorkLeft") { turn in
        turn.openWork.isEmpty
            ? Breach(.nothingToHandOver, given: .integer(0), accepted: .string("≥ 1")) : nil
    }

    private static let justEnded = Guard.standing("justEnded") { turn in
        turn.cause?.subject == turn.subject
            ? nil
            : Breach(
                .wrongState, given: turn.cause.map { .string($0.subject.text) },
                accepted: .string(turn.subject.text))
    }

    private static let successorActive = Guard.input("successorActive") { turn in
        guard let successor = turn.fields[F.handOverSuccessor], let own = turn.subjectAppointment
        else {
            return nil
        }
        let state = turn.world.directory.persons[successor]?.state
        guard successor == own.person || state != .active else { return nil }
        return Breach(
            .successorUnfit, given: .string(successor),
            accepted: .string(PersonState.active.rawValue))
    }
}

extension Turn {
    /// What waits for the holder of the turn's appointment.
    var openWork: [String] {
        subjectAppointment.flatMap { world.register.openWork[$0.person] } ?? []
    }

    /// The last hand-over of the turn's appointment.
    var lastHandOver: HandOver? {
        organisationFile?.handovers.all.last { $0.appointment == subject.id }
    }

    /// When the clock offers the work of an appointment that will end.
    fileprivate var handOverNotice: Instant? {
        subjectAppointment?.until?.adding(days: -policy[.handoverNoticeDays])
    }

    fileprivate var holderSuspendedAt: Instant? {
        subjectAppointment.flatMap { world.directory.persons[$0.person]?.suspendedAt }
    }

    fileprivate mutating func offerHandOver(to successor: PersonID?, items: [String]) {
        guard let appointment = subjectAppointment else { return }
        let id = organisationFile?.handovers.nextID ?? "1"
        record(
            .handOverOffered, on: ObjectReference(.handover, id), to: HandOverState.offered
        ) {
            $0[F.appointmentID] = appointment.id
            $0[F.holder] = appointment.person
            $0[F.handOverSuccessor] = successor
            $0[F.handOverItems] = items
        }
    }
}
