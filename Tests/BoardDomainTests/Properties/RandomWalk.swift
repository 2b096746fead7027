import Testing

@testable import BoardDomain

/// One random sequence of commands on one board, with the invariants looked at after each.
struct RandomWalk {
    private(set) var board: DomainBoard
    private let situation: Situation
    private let origin: World
    private var random: SplitMix64
    private(set) var done = 0
    private(set) var refused = 0
    private(set) var faults: [String] = []

    /// What was recorded last, for a fault's message.
    var trace: String {
        board.log.suffix(12).map { "\($0.event.rule) \($0.event.name) \($0.event.subject.text)" }
            .joined(separator: "; ")
    }

    static let people: [PersonID] = [
        "ent", "sig", "wrk", "case", "rev", "sup", "sup2", "sup3", "fin", "pay", "adm", "lia",
        "bid", "bidsig", "bid2", "bidsig2", "lab", "arg1", "arg2", "e1", "e2", "e4",
    ]

    init(from board: DomainBoard, _ situation: Situation, seed: UInt64) {
        self.board = board
        self.situation = situation
        origin = board.world
        random = SplitMix64(seed: seed)
    }

    mutating func run(steps: Int) throws {
        for _ in 0..<steps where faults.isEmpty {
            let before = board
            if random.chance(15) { try wait() } else { act() }
            if board.log.count > before.log.count {
                faults += Invariants(before: before, after: board).faults
                faults += DutyTasks(board, situation.streams).faults
            }
        }
        if faults.isEmpty { faults += replayFaults() }
    }

    /// Lets some hours or some weeks go by; at once or with a stop it comes to the same (I10).
    private mutating func wait() throws {
        let day: Int64 = 86_400_000
        let span = random.chance(50) ? day / 8 : Int64.random(in: 1...25, using: &random) * day
        let target = board.now.adding(milliseconds: span)
        if random.chance(10) {
            var stopping = board
            try stopping.advance(to: board.now.adding(milliseconds: span / 3).text)
            try stopping.advance(to: target.text)
            try board.advance(to: target.text)
            if stopping.log.map(\.event) != board.log.map(\.event) {
                faults.append("I10: a stop on the way changes what the clock records")
            }
        } else {
            try board.advance(to: target.text)
        }
    }

    private mutating func act() {
        let stream = random.pick(situation.streams) ?? situation.streams[0]
        let person = random.pick(Self.people) ?? "case"
        let id = StreamID(text: stream)!
        let rows = openRows(in: id)
        guard let (row, subject) = random.pick(rows), let name = row.command else { return }
        var holder = person
        if random.chance(85) { holder = fitting(row, subject, id) ?? person }
        var fields = RandomFields(now: board.now, random: random)
        let waiting = board.world[id].aggregate.docket.step(rule: row.key, subject: subject)
        var given = waiting == nil ? fields.record(row.declaredFields) : [:]
        random = fields.random
        var tampered: Set<String>?
        if waiting == nil, let found = board.world[id].aggregate as? Case, random.chance(90) {
            var sealed = SealedBids(found, random: random)
            if let own = sealed.fields(of: name, on: subject) { given = own }
            tampered = name == "open-bids" ? sealed.tampered : nil
            random = sealed.random
        }
        do throws(Refusal) {
            try board.do(name, on: subject.text, of: stream, as: holder, given)
            done += 1
            if let tampered, let found = board.world[id].aggregate as? Case,
                Set(found.bids.in(.invalid).map(\.id)) != tampered
            {
                faults.append("I7: \(tampered) were tampered with")
            }
        } catch {
            refused += 1
        }
    }

    /// The rows that the state lets run, and now and then one that it does not.
    private mutating func openRows(in id: StreamID) -> [(Transition, ObjectReference)] {
        let aggregate = board.world[id].aggregate
        let phase = (aggregate as? Case).map { $0.challenge.state }
        let isWrong = random.chance(5)
        var found: [(Transition, ObjectReference)] = []
        for row in board.engine.table.rows
        where row.command != nil && type(of: aggregate).machines.contains(row.machine) {
            if !isWrong, let phase, let phases = row.phases, !phases.contains(phase) { continue }
            if row.creates {
                found.append((row, ObjectReference(row.machine)))
                continue
            }
            for object in aggregate.ids(of: row.machine) {
                let subject = ObjectReference(row.machine, object)
                let state = aggregate.state(of: subject) ?? ""
                if isWrong || row.from.contains(state) { found.append((row, subject)) }
            }
        }
        return found
    }

    /// Somebody who may give the next signature of a row, as the engine's own options say.
    private mutating func fitting(
        _ row: Transition, _ subject: ObjectReference, _ id: StreamID
    ) -> PersonID? {
        let turn = Turn(
            world: board.world, context: board.context, stream: id, subject: subject, row: row)
        for person in Self.people.shuffled(using: &random)
        where (try? board.engine.part(of: person, in: turn)) != nil {
            return person
        }
        return nil
    }

    /// Replays the log, read back from what would be stored, over the world of the beginning (I3).
    private func replayFaults() -> [String] {
        var world = origin
        for (stream, event) in board.log {
            let actor = event.by.actor.person ?? Event.clockName
            guard
                let payload = try? JSONReader.read(event.payload.canonical),
                let read = Event(
                    name: event.name, payload: payload, actor: actor,
                    organisation: event.by.organisation, at: event.at)
            else { return ["\(event.name) cannot be read back"] }
            guard read == event else { return ["\(event.name) is read back as \(read)"] }
            world.evolve(read, in: stream)
        }
        return board.world.streams.keys.sorted().compactMap { id in
            let (one, other) = (board.world[id], world[id])
            guard Self.isEqual(one, other) else {
                return "I3: \(id.text) is another after a replay"
            }
            guard let bytes = try? one.snapshot, bytes == (try? other.snapshot),
                let restored = try? bytes.withUnsafeBytes({
                    try BoardDomain.Stream(id, version: one.version, snapshot: $0)
                }), Self.isEqual(restored, one)
            else { return "\(id.text) is another after a snapshot" }
            return nil
        }
    }

    private static func isEqual(_ one: BoardDomain.Stream, _ other: BoardDomain.Stream) -> Bool {
        one.version == other.version && one.lastAt == other.lastAt
            && one.aggregate.docket == other.aggregate.docket
            && objects(of: one.aggregate) == objects(of: other.aggregate)
    }

    private static func objects(of aggregate: any Aggregate) -> [AnyHashable] {
        switch aggregate {
        case let found as Case: [found]
        case let found as PoolFile: found.pools.all
        case let found as SanctionFile:
            found.sanctions.all.map(AnyHashable.init) + found.notices.all.map(AnyHashable.init)
                + found.objections.all.map(AnyHashable.init)
        default:
            type(of: aggregate).machines.compactMap { machine in
                aggregate.ids(of: machine).map { id in
                    aggregate.state(of: ObjectReference(machine, id))
                }
            }
        }
    }
}
