import BoardDomain
import BoardEventLog

/// Makes every projection anew out of the events alone (I3).
struct BoardFold: ProjectionFold {
    private let engine = Engine()
    private let settings: BoardSettings
    private var standing = Standing()
    private var world = World(streams: [:], directory: Directory(), register: Register())
    /// When each stream changed last: its projection is as of then.
    private var lastHash: [StreamID: Digest] = [:]

    init(_ settings: BoardSettings) { self.settings = settings }

    mutating func evolve(_ row: EventRow) throws {
        guard let id = StreamID(text: row.stream) else {
            throw EventLogError.corrupt(position: row.position, column: "stream")
        }
        world.evolve(try Replay.event(of: row), in: id)
        if Standing.kinds.contains(id.kind) { standing.keep(id, world[id]) }
        lastHash[id] = row.hash
    }

    func projection(of stream: String) throws -> StreamProjection {
        guard let id = StreamID(text: stream), let hash = lastHash[id] else {
            throw EventLogError.corruptTable(name: "projection")
        }
        let now = world[id].lastAt
        guard let policy = settings.policies.inForce(at: now) else {
            throw BoardFault.noPolicy(now)
        }
        let context = Context(
            now: now, policy: policy, calendar: settings.calendar(with: standing.loadedYears),
            digest: SodiumDigest.function, head: hash, bidNumbers: .drawn(by: hash))
        var around = world
        around.directory = standing.directory
        return StreamProjector(engine: engine, context: context, world: around)
            .projection(of: id)
    }
}
