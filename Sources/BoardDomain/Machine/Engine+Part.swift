/// The part that a person takes in a command: the row, the capacity, and which signature of it.
struct Part {
    var turn: Turn
    /// The act so far, where others have signed before.
    let step: Docket.Step?
    /// The place of this signature in the row's authority.
    let place: Int

    private var isLast: Bool {
        (step?.given.count ?? 0) + 1 == turn.row.authority?.signatures.count
    }

    /// The text that is signed: the first signer brings it, the others sign what stands there.
    func fields(of command: Command) throws(Refusal) -> Record {
        guard let step else { return command.fields }
        var given = turn
        given.receive(command.fields)
        guard given.fields.isEmpty || given.fields == step.fields else {
            throw turn.refusal(
                .signedOtherText, given: given.fields.json, accepted: step.fields.json)
        }
        return step.fields
    }

    /// A proposer may put a new text; whoever only signs the own one again is told who has to.
    func barSigningTwice(_ command: Command) throws(Refusal) {
        guard step == nil,
            let pending = turn.docket.step(rule: turn.row.key, subject: turn.subject),
            pending.given.count == 1,
            pending.given[0].signature.actor == .person(command.person)
        else { return }
        var given = turn
        given.receive(command.fields)
        guard command.fields.isEmpty || given.fields == pending.fields else { return }
        throw turn.refusal(
            .anotherPerson, given: .string(command.person), accepted: turn.awaited(after: pending))
    }

    /// What the signer has to bring: confidential fields came with the first signature, and are gone.
    var uses: [FieldUse] {
        turn.row.declaredFields.filter { step == nil || !$0.isConfidential }
    }

    /// Hands over what the first signature brings for custody, in place of an earlier text's.
    func entrust(_ turn: inout Turn) {
        guard step == nil, let custody = turn.row.custody else { return }
        let name = custody.name(turn)
        if let earlier = turn.docket.step(rule: turn.row.key, subject: turn.subject) {
            var former = turn
            former.fields = earlier.fields
            let old = custody.name(former)
            if old != name { turn.withdrawKeys(ofBid: old) }
        }
        turn.deposit(custody.deposits(turn))
    }

    /// The event of a signature that does not complete the act; nil where it does.
    func stepEvent(in turn: Turn) -> Event? {
        guard !isLast else { return nil }
        let payload = Record {
            $0[F.place] = place
            $0[F.signedDigest] = turn.context.digest(turn.fields.json)
            $0[F.contentDigest] = turn.row.signs?.digest(in: turn)
            if step == nil { $0 = $0.merging(Record(["text": turn.fields.json])) }
        }
        return Event(
            type: step == nil ? .stepProposed : .stepSigned, rule: turn.row.key, act: turn.row.act,
            subject: turn.subject, state: nil, fields: payload, by: turn.signature, at: turn.now)
    }
}

extension Turn {
    /// The capacities whose signature may come next.
    fileprivate func awaited(after step: Docket.Step) -> JSON {
        let authority = row.authority
        let places = authority?.open(after: step.given.map(\.place)) ?? []
        return .array(
            places.flatMap { authority?.signatures[$0] ?? [] }.map { .string($0.rawValue) })
    }
}

extension Engine {
    /// Finds the row that a command means for this person here and now.
    ///
    /// The reasons are tried from the general to the particular, so that the refusal names what
    /// stands in the way first: command, state, the challenge's state, the role, the person.
    func part(
        for command: Command, in world: World, context: Context
    ) throws(Refusal) -> Part {
        let (subject, named) = try rows(for: command, in: world)
        let base = { (row: Transition) in
            Turn(world: world, context: context, stream: command.stream, subject: subject, row: row)
        }
        let stepIns = named.filter { $0.whenBroken?.breach(base($0)) != nil }
        let rows = stepIns + named.filter { $0.whenBroken == nil }
        let aggregate = world[command.stream].aggregate
        let state = aggregate.state(of: subject)
        let inState = rows.filter { $0.creates || state.map($0.from.contains) ?? false }
        guard !inState.isEmpty else {
            throw Refusal(
                rule: rows[0].id,
                Breach(
                    .wrongState, given: .string(state ?? "–"),
                    accepted: .array(Set(rows.flatMap(\.from)).sorted().map(JSON.string)),
                    ["machine": .string(subject.machine.rawValue)]))
        }
        let open = inState.filter { isOpen($0, on: subject, of: aggregate) }
        guard !open.isEmpty else {
            let phase = (aggregate as? Case).map {
                $0.exists ? $0.challenge.state.rawValue : "–"
            }
            throw Refusal(
                rule: inState[0].id,
                Breach(
                    .wrongPhase, given: .string(phase ?? "–"),
                    accepted: .array(
                        Set(inState.flatMap { $0.phases ?? [] }).map(\.rawValue).sorted()
                            .map(JSON.string))))
        }
        var refusal: Refusal?
        for row in open {
            do {
                let part = try part(of: command.person, in: base(row))
                try part.barSigningTwice(command)
                return part
            } catch {
                refusal = refusal ?? error
            }
        }
        // `open` is not empty, so a refusal has been caught.
        throw refusal!
    }

    private func rows(
        for command: Command, in world: World
    ) throws(Refusal) -> (ObjectReference, [Transition]) {
        let (subject, rows) = try namedRows(for: command, in: world)
        guard world[command.stream].aggregate.takes(rows[0].machine) else {
            throw Refusal(rule: "§0", Breach(.noSuchObject, given: .string(command.stream.text)))
        }
        return (subject, rows)
    }

    private func namedRows(
        for command: Command, in world: World
    ) throws(Refusal) -> (ObjectReference, [Transition]) {
        let aggregate = world[command.stream].aggregate
        let direct = table.rows(of: command.subject.machine, command: command.name)
        if !direct.isEmpty {
            // A stream's own object is made by the first command put to it.
            guard direct.contains(where: \.creates) || aggregate.state(of: command.subject) != nil
            else {
                throw Refusal(
                    rule: "§0", Breach(.noSuchObject, given: .string(command.subject.text)))
            }
            return (command.subject, direct)
        }
        if command.subject.id.isEmpty {
            for machine in type(of: aggregate).machines {
                let rows = table.rows(of: machine, command: command.name).filter(\.creates)
                if !rows.isEmpty { return (ObjectReference(machine), rows) }
            }
        }
        throw Refusal(
            rule: "§0",
            Breach(
                .unknownCommand, given: .string(command.name),
                accepted: .array(
                    table.commands(of: command.subject.machine).map(JSON.string))))
    }

    /// The next signature of a row that this person may give.
    func part(of person: PersonID, in turn: Turn) throws(Refusal) -> Part {
        guard let authority = turn.row.authority else {
            throw turn.refusal(.notYourPart, accepted: .string(Capacity.clock.rawValue))
        }
        let step = turn.docket.step(rule: turn.row.key, subject: turn.subject)
        let places = authority.open(after: step?.given.map(\.place) ?? [])
        var refusal: Refusal?
        for place in places {
            for capacity in authority.signatures[place] {
                guard let organisation = turn.organisation(of: person, as: capacity) else {
                    continue
                }
                var turn = turn
                turn.signature = Signature(
                    actor: .person(person), capacity: capacity, organisation: organisation)
                if let found = conflict(of: turn, step: step) {
                    refusal = refusal ?? found
                    continue
                }
                return Part(turn: turn, step: step, place: place)
            }
        }
        if let refusal { throw refusal }
        // A proposer who thinks better of it may put a new text: it starts the act afresh.
        if let step, step.given.count == 1, step.given[0].signature.actor == .person(person) {
            var turn = turn
            turn.signature = step.given[0].signature
            return Part(turn: turn, step: nil, place: step.given[0].place)
        }
        let awaited = places.flatMap { authority.signatures[$0] }.map { JSON.string($0.rawValue) }
        throw turn.refusal(
            .notYourPart,
            given: .array(turn.world.directory.roles(of: person).map { .string($0.rawValue) }),
            accepted: .array(awaited))
    }

    /// What separates this person from this signature: the same hand twice, roles that exclude each
    /// other in one case, an objection that holds the object.
    private func conflict(of turn: Turn, step: Docket.Step?) -> Refusal? {
        if let step, step.given.contains(where: { $0.signature.actor == turn.signature.actor }) {
            return turn.refusal(
                .anotherPerson, given: turn.signature.actor.person.map(JSON.string),
                accepted: turn.awaited(after: step))
        }
        if let breach = SeparationOfDuties.breach(of: turn) {
            return Refusal(rule: "I11", breach)
        }
        if turn.row.respectsHold, let objection = turn.holdingObjection {
            return turn.refusal(.onHold, given: .string(objection))
        }
        return nil
    }

    /// An act that waits for a signature goes back to its proposer, with a reason; the state stays.
    func sendBack(
        _ command: Command, in world: World, context: Context
    ) throws(Refusal) -> Turn {
        let uses: [FieldUse] = [.required(F.step), .required(F.reason), .optional(F.clause)]
        if command.fields[F.step] == nil, let fault = command.fields.firstFault(against: uses) {
            throw Refusal(rule: "§0", Breach(fault))
        }
        guard let row = command.fields[F.step].flatMap(table.row),
            let step = world[command.stream].aggregate.docket.steps.first(where: {
                $0.rule == row.key
                    && ($0.subject == command.subject
                        || $0.subject.id.isEmpty && command.subject.id.isEmpty)
            })
        else {
            let waiting = world[command.stream].aggregate.docket.steps.map { JSON.string($0.rule) }
            throw Refusal(
                rule: "§0",
                Breach(
                    .nothingToSign, given: command.fields[F.step].map(JSON.string),
                    accepted: .array(waiting)))
        }
        var turn = Turn(
            world: world, context: context, stream: command.stream, subject: step.subject, row: row)
        if step.given.contains(where: { $0.signature.actor == .person(command.person) }) {
            turn.signature = step.given[0].signature
        } else {
            turn.signature = try part(of: command.person, in: turn).turn.signature
        }
        if let custody = row.custody {
            var former = turn
            former.fields = step.fields
            turn.withdrawKeys(ofBid: custody.name(former))
        }
        if let fault = command.fields.firstFault(against: uses) {
            throw Refusal(rule: row.id, Breach(fault))
        }
        turn.append(
            Event(
                type: .stepSentBack, rule: row.key, act: row.act, subject: step.subject, state: nil,
                fields: command.fields, by: turn.signature, at: context.now),
            to: command.stream)
        return turn
    }
}
