import BoardDomain
import BoardEventLog

/// What every decision may ask and few commands change: the directory, sanctions, pools, calendars.
///
/// Kept in memory up to a position of the log and brought up to date from there.
struct Standing: Sendable {
    private(set) var directory = Directory()
    /// Those of the directory and the calendars.
    private(set) var streams: [StreamID: BoardDomain.Stream] = [:]
    private(set) var pools: [StreamID: BoardDomain.Stream] = [:]
    /// Those in force, and others that were touched since.
    private(set) var sanctions: [StreamID: BoardDomain.Stream] = [:]
    /// Calendar years that were loaded after the program was made.
    private(set) var loadedYears: [CalendarYear] = []
    private(set) var position: Int64 = 0
    /// Other streams lately read or decided on, as of `position`: to replay a case for every step of
    /// it costs more than all else that a command does.
    private(set) var recent: [StreamID: BoardDomain.Stream] = [:]
    private static let mostRecent = 256

    static let kinds: [StreamID.Kind] = [
        .organisation, .person, .sanction, .pool, .calendar,
    ]

    /// Reads what stands, from snapshots where there are any: of the sanctions those in force alone,
    /// since they grow with every case.
    static func load(from log: some EventLog) async throws -> Standing {
        var standing = Standing()
        // Snapshots that are newer than this are not evolved by the same events again.
        standing.position = try await log.head().position
        for kind in kinds {
            let prefix = kind.rawValue + "/"
            if let snapshots = try await log.snapshots(prefix: prefix) {
                for snapshot in snapshots {
                    let stream = try Replay.stream(of: snapshot)
                    if let id = StreamID(text: snapshot.stream) { standing.keep(id, stream) }
                }
            } else {
                let rows = try await log.events(inStreams: prefix, through: standing.position)
                for (id, stream) in try Replay.streams(rows) { standing.keep(id, stream) }
            }
        }
        return standing
    }

    /// A stream as it stands at `position`; nil where it is not kept.
    subscript(id: StreamID) -> BoardDomain.Stream? {
        switch id.kind {
        case .pool: pools[id]
        case .sanction: sanctions[id] ?? recent[id]
        case .organisation, .person, .calendar: streams[id]
        case .challenge, .claim: recent[id]
        }
    }

    /// Takes over what others have recorded since.
    mutating func refresh(from log: some EventLog) async throws {
        let head = try await log.head().position
        guard head > position else { return }
        var evolved: [StreamID: BoardDomain.Stream] = [:]
        var missed: Set<StreamID> = []
        while position < head {
            let rows = try await log.events(after: position, limit: 1000)
            guard let last = rows.last else { break }
            for row in rows {
                guard let id = StreamID(text: row.stream) else { continue }
                guard var stream = evolved[id] ?? self[id], stream.version >= row.version - 1
                else {
                    missed.insert(id)
                    continue
                }
                guard stream.version < row.version else { continue }
                evolved[id] = nil
                stream.evolve(try Replay.event(of: row))
                evolved[id] = stream
            }
            position = last.position
        }
        for (id, stream) in evolved { put(id, stream) }
        for id in missed where Self.kinds.contains(id.kind) {
            keep(id, try await Replay.stream(id, from: log))
        }
    }

    /// Takes over the streams of a decision that has been appended.
    mutating func take(_ decision: Decision, through newPosition: Int64, after oldPosition: Int64) {
        // Somebody else's rows lie between: the next refresh reads them, and these again.
        guard position == oldPosition else { return }
        position = newPosition
        for id in decision.streams { put(id, decision.world[id]) }
    }

    private mutating func put(_ id: StreamID, _ stream: BoardDomain.Stream) {
        if Self.kinds.contains(id.kind) { keep(id, stream) } else { remember(stream, as: id) }
    }

    /// Keeps a stream as it stands at `position`.
    mutating func remember(_ stream: BoardDomain.Stream, as id: StreamID) {
        if recent.count >= Self.mostRecent { recent.removeAll(keepingCapacity: true) }
        recent[id] = stream
    }

    mutating func keep(_ id: StreamID, _ stream: BoardDomain.Stream) {
        switch id.kind {
        case .pool: pools[id] = stream
        case .sanction: sanctions[id] = stream
        default:
            streams[id] = stream
            directory.take(stream.aggregate)
            if id.kind == .calendar { readYears() }
        }
    }

    private mutating func readYears() {
        loadedYears = streams.values.compactMap { stream in
            guard let year = (stream.aggregate as? CalendarFile)?.years.last,
                let json = try? JSONReader.read(year.days)
            else { return nil }
            return try? CalendarYear(json: json)
        }
    }

    /// Who is restricted now, and until when.
    func restricted(at instant: Instant) -> [String: Instant?] {
        var found: [String: Instant?] = [:]
        for stream in sanctions.values {
            guard let sanction = (stream.aggregate as? SanctionFile)?.sanction,
                [.effective, .repairAsked].contains(sanction.state),
                sanction.decision == .restricted,
                sanction.until.map({ instant < $0 }) ?? true
            else { continue }
            found[sanction.target] = .some(sanction.until)
        }
        return found
    }

    /// Bids in which a sanction in force found fraud (B24): `challenge/target` → the sanction.
    var provenFraud: [String: String] {
        var found: [String: String] = [:]
        for (id, stream) in sanctions {
            guard let sanction = (stream.aggregate as? SanctionFile)?.sanction,
                sanction.state == .effective, sanction.decision == .restricted,
                let challenge = sanction.challenge, sanction.bid != nil
            else { continue }
            found["\(challenge)/\(sanction.target)"] = id.id
        }
        return found
    }
}
