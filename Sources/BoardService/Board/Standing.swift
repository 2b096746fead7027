import BoardDomain
import BoardEventLog

/// What every decision may ask and few commands change: the directory, sanctions, pools, calendars.
///
/// Kept in memory up to a position of the log and brought up to date from there.
struct Standing: Sendable {
    private(set) var directory = Directory()
    private(set) var streams: [StreamID: BoardDomain.Stream] = [:]
    private(set) var position: Int64 = 0
    /// Other streams lately read or decided on, as of `position`: to replay a case for every step of
    /// it costs more than all else that a command does.
    private(set) var recent: [StreamID: BoardDomain.Stream] = [:]
    private static let mostRecent = 256

    static let kinds: [StreamID.Kind] = [
        .organisation, .person, .sanction, .pool, .calendar,
    ]

    /// Reads the standing streams whole.
    static func load(from log: some EventLog) async throws -> Standing {
        var standing = Standing()
        standing.position = try await log.head().position
        for kind in kinds {
            for name in try await log.streams(prefix: kind.rawValue + "/") {
                guard let id = StreamID(text: name) else { continue }
                standing.keep(id, try await Replay.stream(id, from: log))
            }
        }
        return standing
    }

    /// Takes over what others have recorded since.
    mutating func refresh(from log: some EventLog) async throws {
        let head = try await log.head().position
        guard head > position else { return }
        var touched: Set<StreamID> = []
        while position < head {
            let rows = try await log.events(after: position, limit: 1000)
            guard let last = rows.last else { break }
            for row in rows {
                guard let id = StreamID(text: row.stream) else { continue }
                if Self.kinds.contains(id.kind) { touched.insert(id) } else { recent[id] = nil }
            }
            position = last.position
        }
        for id in touched { keep(id, try await Replay.stream(id, from: log)) }
    }

    /// Takes over the streams of a decision that has been appended.
    mutating func take(_ decision: Decision, through newPosition: Int64, after oldPosition: Int64) {
        // Somebody else's rows lie between: the next refresh reads them, and these again.
        guard position == oldPosition else { return }
        position = newPosition
        for id in decision.streams {
            let stream = decision.world[id]
            if Self.kinds.contains(id.kind) { keep(id, stream) } else { remember(stream, as: id) }
        }
    }

    /// Keeps a stream as it stands at `position`.
    mutating func remember(_ stream: BoardDomain.Stream, as id: StreamID) {
        if recent.count >= Self.mostRecent { recent.removeAll(keepingCapacity: true) }
        recent[id] = stream
    }

    mutating func keep(_ id: StreamID, _ stream: BoardDomain.Stream) {
        streams[id] = stream
        directory.take(stream.aggregate)
    }

    /// Who is restricted now, and until when.
    func restricted(at instant: Instant) -> [String: Instant?] {
        var found: [String: Instant?] = [:]
        for stream in streams.values {
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
        for (id, stream) in streams {
            guard let sanction = (stream.aggregate as? SanctionFile)?.sanction,
                sanction.state == .effective, sanction.decision == .restricted,
                let challenge = sanction.challenge, sanction.bid != nil
            else { continue }
            found["\(challenge)/\(sanction.target)"] = id.id
        }
        return found
    }

    /// Calendar years that were loaded after the program was made.
    var loadedYears: [CalendarYear] {
        streams.values.compactMap { stream in
            guard let year = (stream.aggregate as? CalendarFile)?.years.last,
                let json = try? JSONReader.read(year.days)
            else { return nil }
            return try? CalendarYear(json: json)
        }
    }
}
