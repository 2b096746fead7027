import BoardDomain
import BoardEventLog

/// Makes every projection anew out of the events alone (I3).
struct BoardFold: ProjectionFold {
    private let engine = Engine()
    private let settings: BoardSettings
    private var standing = Standing()
    private var world = World(streams: [:], directory: Directory(), register: Register())
    private var passages: [StreamID: Passage] = [:]

    /// How far a stream has come.
    private struct Passage {
        /// Of the last event: its projection is as of then.
        var hash: Digest
        /// The command that recorded it.
        var command: String
        /// The stream's version before that command.
        var before = 0
        /// As it stood when its snapshot was due last, before that command.
        var kept: BoardDomain.Stream?

        init(_ read: Read) { (hash, command) = (read.hash, read.command) }
    }

    init(_ settings: BoardSettings) { self.settings = settings }

    /// A row's event and what a passage keeps of it.
    struct Read: Sendable {
        let id: StreamID
        let event: Event
        let hash: Digest
        let command: String
    }

    static func read(_ row: EventRow) throws -> Read {
        guard let id = StreamID(text: row.stream) else {
            throw EventLogError.corrupt(position: row.position, column: "stream")
        }
        return Read(
            id: id, event: try Replay.event(of: row), hash: row.hash, command: row.commandID)
    }

    mutating func evolve(_ read: Read) throws {
        let id = read.id
        var passage = passages[id] ?? Passage(read)
        if passage.command != read.command {
            let stream = world[id]
            if !Replay.keepsSnapshot(stream) {
                passage.kept = nil
            } else if Replay.isDue(from: passage.before, to: stream.version) {
                passage.kept = stream
            }
            (passage.before, passage.command) = (stream.version, read.command)
        }
        passage.hash = read.hash
        passages[id] = passage
        world.evolve(read.event, in: id)
        if Standing.kinds.contains(id.kind) { standing.keep(id, world[id]) }
    }

    func projection(of stream: String) throws -> StreamProjection {
        guard let id = StreamID(text: stream), let passage = passages[id] else {
            throw EventLogError.corruptTable(name: "projection")
        }
        let now = world[id].lastAt
        guard let policy = settings.policies.inForce(at: now) else {
            throw BoardFault.noPolicy(now)
        }
        let context = Context(
            now: now, policy: policy, calendar: settings.calendar(with: standing.loadedYears),
            digest: SodiumDigest.function, head: passage.hash,
            bidNumbers: .drawn(by: passage.hash))
        var around = world
        around.directory = standing.directory
        var projection = try StreamProjector(engine: engine, context: context, world: around)
            .projection(of: id, since: passage.before)
        if projection.snapshot == .kept {
            projection.snapshot =
                try passage.kept.map {
                    .taken(version: $0.version, bytes: try $0.snapshot)
                } ?? .absent
        }
        return projection
    }
}
