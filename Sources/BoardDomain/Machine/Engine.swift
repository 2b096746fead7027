/// Runs the table: commands of persons, the clock's rows, and what follows from either.
package struct Engine: Sendable {
    package let table: TransitionTable

    package init(table: TransitionTable = .standard) { self.table = table }

    /// Decides a person's command.
    ///
    /// - Throws: the refusal of the first rule that speaks against it; then nothing has changed.
    package func decide(
        _ command: Command, in world: World, context: Context
    ) throws(Refusal) -> Decision {
        if command.name == Command.sendBack {
            return Decision(try sendBack(command, in: world, context: context))
        }
        let part = try part(for: command, in: world, context: context)
        var turn = part.turn
        turn.receive(try part.fields(of: command))
        try check(turn, against: part.uses)
        part.entrust(&turn)
        if let step = part.stepEvent(in: turn) {
            turn.append(step, to: turn.stream)
            return Decision(turn)
        }
        if let step = part.step {
            turn.signatures = step.given.map(\.signature) + [turn.signature]
        }
        try turn.row.perform(on: &turn)
        try follow(&turn, from: 0)
        return Decision(turn)
    }

    /// Every guard of a row against a turn, in the row's order.
    func check(_ turn: Turn, against uses: [FieldUse]) throws(Refusal) {
        if let fault = turn.fields.merging(turn.confidential).firstFault(against: uses) {
            throw Refusal(rule: turn.row.id, Breach(fault))
        }
        for condition in turn.row.guards {
            if let breach = condition.breach(turn) { throw Refusal(rule: turn.row.id, breach) }
        }
    }

    /// Carries out the effects of what was recorded from `index` on, then the conditions that have
    /// come true, until nothing follows any more.
    func follow(_ turn: inout Turn, from index: Int) throws(Refusal) {
        var next = index
        var rounds = 0
        repeat {
            while next < turn.recorded.count {
                let (stream, event) = turn.recorded[next]
                next += 1
                for row in table.effects(of: event.type) {
                    try runEffect(row, of: event, in: stream, on: &turn)
                }
            }
            rounds += 1
            // A cycle of conditions is a fault of the table: its tests walk every row.
            precondition(rounds < 1000, "the table does not come to rest after \(turn.row.key)")
        } while try isStillMoving(&turn)
    }

    private func isStillMoving(_ turn: inout Turn) throws(Refusal) -> Bool {
        if try runCondition(on: &turn) { return true }
        return lapseOutdatedSteps(on: &turn)
    }

    /// Ends every act that waits for a signature while what was signed is no more what stands there.
    private func lapseOutdatedSteps(on turn: inout Turn) -> Bool {
        let count = turn.recorded.count
        for stream in turn.touchedStreams {
            for step in turn.world[stream].aggregate.docket.steps {
                guard let signed = step.content, let row = table.row(step.rule),
                    let signs = row.signs
                else { continue }
                let probe = turn.asClock(
                    row: row, subject: step.subject, stream: stream, cause: nil)
                guard signs.digest(in: probe) != signed else { continue }
                turn.append(
                    Event(
                        type: .stepLapsed, rule: row.key, act: row.act, subject: step.subject,
                        state: nil, fields: Record(), by: .clock, at: turn.now),
                    to: stream)
            }
        }
        return turn.recorded.count > count
    }

    private func runEffect(
        _ row: Transition, of cause: Event, in stream: StreamID, on turn: inout Turn
    ) throws(Refusal) {
        let aggregate = turn.world[stream].aggregate
        guard type(of: aggregate).machines.contains(row.machine) else { return }
        let ids = row.creates ? [""] : aggregate.ids(of: row.machine)
        for id in ids {
            let subject = ObjectReference(row.machine, id)
            guard isOpen(row, on: subject, of: turn.world[stream].aggregate) else { continue }
            var inner = turn.asClock(row: row, subject: subject, stream: stream, cause: cause)
            guard row.guards.allSatisfy({ $0.breach(inner) == nil }) else { continue }
            try row.perform(on: &inner)
            turn = turn.taking(inner)
        }
    }

    /// Carries out the first condition that holds in a stream that the turn has touched.
    private func runCondition(on turn: inout Turn) throws(Refusal) -> Bool {
        for stream in turn.touchedStreams {
            guard var inner = firstCondition(in: stream, of: turn) else { continue }
            try inner.row.perform(on: &inner)
            turn = turn.taking(inner)
            return true
        }
        return false
    }

    func firstCondition(in stream: StreamID, of turn: Turn) -> Turn? {
        let aggregate = turn.world[stream].aggregate
        let machines = type(of: aggregate).machines
        for index in table.conditions where machines.contains(table.rows[index].machine) {
            let row = table.rows[index]
            guard case .condition(let holds) = row.trigger else { continue }
            for id in row.creates ? [""] : aggregate.ids(of: row.machine) {
                let subject = ObjectReference(row.machine, id)
                guard isOpen(row, on: subject, of: aggregate) else { continue }
                let inner = turn.asClock(row: row, subject: subject, stream: stream, cause: nil)
                if holds(inner), row.guards.allSatisfy({ $0.breach(inner) == nil }) {
                    return inner
                }
            }
        }
        return nil
    }

    /// Whether a row may run on its subject: its state, and the state of the challenge.
    func isOpen(
        _ row: Transition, on subject: ObjectReference, of aggregate: any Aggregate
    ) -> Bool {
        if let phases = row.phases {
            guard let found = aggregate as? Case, found.exists,
                phases.contains(found.challenge.state)
            else { return false }
        }
        if row.creates { return aggregate.takes(row.machine) }
        guard let state = aggregate.state(of: subject) else { return false }
        return row.from.contains(state)
    }
}

extension Aggregate {
    /// Whether an object of the machine may be made: the stream's own first, any other beside it.
    func takes(_ machine: Machine) -> Bool {
        let own = Self.machines[0]
        return machine == own || !ids(of: own).isEmpty
    }
}

extension Turn {
    /// The turn's own stream and those that it has recorded something in.
    fileprivate var touchedStreams: [StreamID] {
        Set(recorded.map(\.stream)).union([stream]).sorted()
    }

    /// The same world and record, seen by a row of the clock.
    func asClock(
        row: Transition, subject: ObjectReference, stream: StreamID, cause: Event?
    ) -> Turn {
        var turn = self
        turn.row = row
        turn.subject = subject
        turn.stream = stream
        turn.cause = cause
        turn.fields = Record()
        turn.signature = .clock
        turn.signatures = [.clock]
        return turn
    }

    /// What an inner row has recorded, with this turn's own row and subject.
    func taking(_ inner: Turn) -> Turn {
        var turn = inner
        turn.row = row
        turn.subject = subject
        turn.stream = stream
        turn.cause = cause
        turn.fields = fields
        turn.signature = signature
        turn.signatures = signatures
        return turn
    }
}

extension Breach {
    /// A field that is missing, unknown or of another shape.
    init(_ fault: FieldFault) {
        let code: RefusalCode =
            switch fault.kind {
            case .missing: .fieldMissing
            case .unknown: .fieldUnknown
            case .shape: .fieldShape
            }
        var more: [String: JSON] = ["field": .string(fault.path)]
        if fault.missing.count > 1 {
            let stem = String(fault.path.dropLast(fault.missing[0].name.count))
            more["fields"] = .array(
                fault.missing.map {
                    ["field": .string(stem + $0.name), "accepted": .string($0.shape.text)]
                })
        }
        self.init(
            code, given: fault.given,
            accepted: fault.accepted.map { .string($0.text) }
                ?? .string(fault.known.joined(separator: ", ")), more)
    }
}
