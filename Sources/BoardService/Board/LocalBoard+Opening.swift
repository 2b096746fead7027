package import BoardDomain
package import BoardEventLog

extension LocalBoard {
    /// Makes a new board's file and records its founding: the bureau and its first two
    /// administrators, without whom nobody could ever be appointed.
    ///
    /// - Throws: `EventLogError.boardExists` rather than overwrite.
    package static func create(
        path: String, name: String, kind: BoardIdentity.Kind, id: String, settings: BoardSettings,
        bureau: UnifiedCode, bureauName: String, administrators: [Founding.Administrator],
        term: WriterTerm = .command
    ) async throws -> LocalBoard {
        let now = settings.now()
        try SQLiteEventLog.create(path: path, name: name, kind: kind, id: id, at: now)
        let board = try await open(path: path, settings: settings, term: term)
        try await board.record(
            Founding.events(
                code: bureau, name: bureauName, administrators: administrators, at: now), at: now)
        return board
    }

    /// Opens a board; unless told otherwise the writer's lock is taken around each command.
    package static func open(
        path: String, settings: BoardSettings, term: WriterTerm = .command
    ) async throws -> LocalBoard {
        let log = try SQLiteEventLog(
            path: path, term: term, vocabulary: Replay.vocabulary, at: settings.now(),
            logger: settings.logger)
        return try await LocalBoard(
            log: log, settings: settings,
            reads: ReadRecord(besideDatabase: path, board: log.board))
    }

    private func record(
        _ events: [(stream: StreamID, event: Event)], at now: Instant
    ) async throws {
        var world = World(streams: [:], directory: Directory(), register: Register())
        for (stream, event) in events { world.evolve(event, in: stream) }
        try await refreshStanding()
        let context = try context(at: now, head: try await log.head().hash)
        let drafts = events.map { stream, event in
            EventDraft(
                stream: stream.text, type: event.name, schema: Replay.schema(of: event.name),
                occurredAt: event.at,
                actor: Event.clockName, onBehalfOf: event.by.organisation,
                correlation: "founding", causation: .none, policy: context.policy.version,
                payload: event.payload.canonicalText)
        }
        let projector = StreamProjector(engine: engine, context: context, world: world)
        let streams = Set(events.map(\.stream)).sorted()
        _ = try await log.append(
            AppendRequest(
                person: Event.clockName, commandID: "founding",
                body: SodiumDigest.function(.string("founding")), outcome: "{}", events: drafts,
                expecting: Dictionary(uniqueKeysWithValues: streams.map { ($0.text, 0) }),
                projections: try streams.map { try projector.projection(of: $0, since: 0) },
                recordedAt: now))
        forgetStanding()
    }

    /// The name of the next new stream of a kind: `challenge/XC-2026-0008`.
    package func newStream(
        _ kind: StreamID.Kind, at instant: Instant? = nil, after taken: Int = 0
    ) async throws -> StreamID {
        let year = (instant ?? settings.now()).day.year
        let letters: String =
            switch kind {
            case .challenge: "XC"
            case .claim: "DF"
            case .sanction: "SX"
            case .pool: "JBGS"
            case .organisation, .person, .calendar: ""
            }
        let prefix = "\(letters)-\(year)-"
        let number = try await log.nextNumber(prefix: "\(kind.rawValue)/\(prefix)") + taken
        let digits = String(number)
        return StreamID(
            kind, prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }
}
