/// Something of a stream that the clock has to do, and when.
package struct DueTurn: Sendable {
    /// The instant at which it falls due; never before the stream's last event.
    package let at: Instant
    let turn: Turn
    /// Nil for a row of the clock.
    let duty: Duty?
}

extension Engine {
    /// What falls due next in a stream, however far ahead; nil where nothing will.
    ///
    /// Conditions that hold already (a calendar loaded, money in the pool) are due at once. What hangs
    /// on other streams is due at its instant, whatever they hold until then: whoever comes at that
    /// instant asks again. Of several at one instant the table's order decides, so that a restart after downtime records
    /// the same events in the same order (I10).
    package func nextDue(in stream: StreamID, of world: World, context: Context) -> DueTurn? {
        let present = world[stream]
        guard present.version > 0 else { return nil }
        var best: DueTurn?
        for index in table.timers {
            let row = table.rows[index]
            guard case .timer(_, let due) = row.trigger else { continue }
            for turn in turns(of: row, in: stream, of: world, context: context) {
                guard let instant = due(turn) else { continue }
                let at = max(instant, present.lastAt)
                guard best.map({ at < $0.at }) ?? true else { continue }
                let then = turn.atInstant(at)
                let isAhead = at > context.now
                if row.guards.allSatisfy({
                    isAhead && $0.looksElsewhere || $0.breach(then) == nil
                }) {
                    best = DueTurn(at: at, turn: then, duty: nil)
                }
            }
        }
        for (duty, subject, _, due) in openDuties(in: stream, of: world, context: context) {
            guard let due, !duty.lapses,
                !present.aggregate.docket.isOverdue(act: duty.act, subject: subject, due: due)
            else { continue }
            // Due means until the instant itself; overdue begins a millisecond later.
            let at = max(due.adding(milliseconds: 1), present.lastAt)
            guard best.map({ at < $0.at }) ?? true else { continue }
            let row =
                table.row(duty.rule) ?? table.rows.first { $0.id == duty.rule } ?? table.rows[0]
            let turn = Turn(
                world: world, context: context.at(at), stream: stream, subject: subject, row: row)
            best = DueTurn(at: at, turn: turn, duty: duty)
        }
        return best
    }

    /// Carries out what is due, at its own instant.
    package func run(_ due: DueTurn, context: Context) throws(Refusal) -> Decision {
        var turn = due.turn
        if let duty = due.duty {
            let instant = duty.due(turn) ?? due.at
            turn.append(
                Event(
                    type: .dutyOverdue, rule: duty.rule, act: duty.act, subject: turn.subject,
                    state: nil, fields: Record { $0[F.due] = instant }, by: .clock, at: due.at),
                to: turn.stream)
        } else {
            try turn.row.perform(on: &turn)
        }
        try follow(&turn, from: 0)
        return Decision(turn)
    }

    /// Carries out the conditions of a stream that something outside has made true; nil where
    /// none has.
    package func settle(
        _ stream: StreamID, in world: World, context: Context
    ) throws(Refusal) -> Decision? {
        var turn = Turn(
            world: world, context: context, stream: stream,
            subject: ObjectReference(.challenge), row: table.rows[0])
        try follow(&turn, from: 0)
        return turn.recorded.isEmpty ? nil : Decision(turn)
    }

    private func turns(
        of row: Transition, in stream: StreamID, of world: World, context: Context
    ) -> [Turn] {
        let aggregate = world[stream].aggregate
        guard type(of: aggregate).machines.contains(row.machine) else { return [] }
        return (row.creates ? [""] : aggregate.ids(of: row.machine)).compactMap { id in
            let subject = ObjectReference(row.machine, id)
            guard isOpen(row, on: subject, of: aggregate) else { return nil }
            return Turn(
                world: world, context: context, stream: stream, subject: subject, row: row)
        }
    }

    /// The duties of a stream that are open now, with the instants at which they are due.
    package func openDuties(
        in stream: StreamID, of world: World, context: Context
    ) -> [(duty: Duty, subject: ObjectReference, task: Duty.Task?, due: Instant?)] {
        let aggregate = world[stream].aggregate
        let machines = type(of: aggregate).machines
        var found: [(Duty, ObjectReference, Duty.Task?, Instant?)] = []
        for duty in table.duties where machines.contains(duty.machine) {
            if let phases = duty.phases {
                guard let present = aggregate as? Case, present.exists,
                    phases.contains(present.challenge.state)
                else { continue }
            }
            for id in aggregate.ids(of: duty.machine) {
                let subject = ObjectReference(duty.machine, id)
                guard let state = aggregate.state(of: subject), duty.states.contains(state) else {
                    continue
                }
                let turn = Turn(
                    world: world, context: context, stream: stream, subject: subject,
                    row: table.rows[0])
                if duty.applies(turn) {
                    let holds = duty.respectsHold && turn.holdingObjection != nil
                    found.append(
                        (duty, subject, duty.task(turn), holds ? nil : duty.due(turn)))
                }
            }
        }
        return found
    }
}

extension Turn {
    func atInstant(_ instant: Instant) -> Turn {
        var turn = Turn(
            world: world, context: context.at(instant), stream: stream, subject: subject, row: row)
        turn.cause = cause
        return turn
    }
}
