package import BoardDomain
package import Logging

/// The embedded default: one SQLite file, one writer, readers beside it.
///
/// Beside the database lie `<path>.lock` (who writes) and `<path>.signing-key` (0600).
package final class SQLiteEventLog: EventLog {
    package let board: BoardIdentity
    let writer: LogWriter
    let reader: LogReader
    let streamReader: StreamReader
    let path: String
    let vocabulary: EventVocabulary
    let arrivals = Arrivals()
    let watch: FileWatch

    /// Makes a new board's file, mode 0600. Throws `boardExists` rather than overwrite.
    ///
    /// - Parameter id: a UUID.
    package static func create(
        path: String, name: String, kind: BoardIdentity.Kind, id: String, at instant: Instant
    ) throws(EventLogError) {
        try LogFile(path: path).create(
            BoardIdentity(id: id, name: name, kind: kind, createdAt: instant))
    }

    /// Opens a board's file; with the term `life` it also takes the writer's lock.
    ///
    /// - Parameters:
    ///   - vocabulary: the event types the program understands; others are refused on reading.
    ///   - instant: written into the lock for whoever is refused.
    ///   - patience: milliseconds to wait for another process's single command.
    ///   - projections: `any` opens a file whose projections are to be rebuilt; until they are, it
    ///     takes no command.
    ///   - pause: waits between two looks for what other processes appended; throws to end them.
    /// - Throws: `boardMissing`, `notABoard`, `newerFile`, `unknownTable`, `projectionVersion`,
    ///   `locked`, `schemaAltered`, `storage`.
    package init(
        path: String, term: WriterTerm, vocabulary: EventVocabulary, at instant: Instant,
        patience: Int = 5000, projections: ProjectionDemand = .current, logger: Logger = .silent,
        pause: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .milliseconds(100))
        }
    ) throws(EventLogError) {
        let file = LogFile(path: path, logger: logger)
        guard file.exists else { throw .boardMissing(path: path) }
        let reader = try LogReader(path: path, vocabulary: vocabulary, projections: projections)
        var session: WriterSession?
        if term == .life {
            session = try WriterSession(
                file: file, board: reader.board.id, term: term, since: instant,
                patience: patience, projections: projections)
        }
        self.path = path
        self.vocabulary = vocabulary
        self.reader = reader
        streamReader = try StreamReader(path: path, vocabulary: vocabulary)
        board = reader.board
        watch = FileWatch(reader: reader, arrivals: arrivals, pause: pause)
        writer = LogWriter(
            file: file, board: reader.board, vocabulary: vocabulary, term: term,
            patience: patience, projections: projections, arrivals: arrivals, session: session)
        if term != .never, file.erasureDebt.owed != nil { writer.settleErasures(at: instant) }
    }

    package func append(_ request: AppendRequest) async throws -> AppendReceipt {
        try await writer.append(request)
    }

    /// Transactions that were committed since opening: fewer than commands, where commands waited
    /// together.
    package func commits() async -> Int { await writer.commits }

    package func sign(
        _ text: @Sendable (_ keyID: String) -> String
    ) async throws -> (keyID: String, signature: [UInt8]) {
        try await writer.sign(text)
    }

    package func checkpoint(at instant: Instant) async throws -> Checkpoint {
        try await writer.checkpoint(at: instant)
    }

    package func rotateSigningKey(at instant: Instant) async throws {
        try await writer.rotateSigningKey(at: instant)
    }

    package func verify(
        anchor: Anchor?, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws -> LogAudit {
        // A reader of its own: a million rows take seconds, in which others go on reading.
        _ = try await reader.head()
        let auditor = try LogReader(path: path, vocabulary: vocabulary, projections: .any)
        do {
            let verification = try await auditor.verify(anchor: anchor, progress: progress)
            await auditor.close()
            return verification
        } catch {
            await auditor.close()
            throw error
        }
    }

    package func owesErasure() async throws -> Bool { await writer.owesErasure() }

    package func close() async throws {
        watch.end()
        defer { arrivals.finish() }
        // Readers first: an open one keeps the write-ahead log from being emptied.
        await reader.close()
        streamReader.close()
        try await writer.close()
    }

    package func outcome(person: String, commandID: String) async throws -> StoredOutcome? {
        try await reader.outcome(person: person, commandID: commandID)
    }

    package func events(
        after position: Int64, through last: Int64, limit: Int
    ) async throws -> [EventRow] {
        try await reader.events(after: position, through: last, limit: limit)
    }

    package func stream(
        _ name: String, after version: Int, through last: Int64
    ) async throws -> [EventRow] {
        try streamReader.stream(name, after: version, through: last)
    }

    package func recordedRows(
        after position: Int64, through last: Int64, limit: Int
    ) async throws -> [EventRow] {
        try await reader.recordedRows(after: position, through: last, limit: limit)
    }

    package func streams(prefix: String, through last: Int64) async throws -> [String] {
        try await reader.streams(prefix: prefix, through: last)
    }

    package func events(
        inStreams prefix: String, through last: Int64
    ) async throws -> [EventRow] {
        try await reader.events(inStreams: prefix, through: last)
    }

    package func nextNumber(prefix: String) async throws -> Int {
        try await reader.nextNumber(prefix: prefix)
    }

    package func head() async throws -> LogHead { try await reader.head() }

    package func head(asOf moment: AsOf) async throws -> LogHead {
        try await reader.head(asOf: moment)
    }

    package func sealedKeys(bid: String) async throws -> [SealedKey] {
        try await reader.sealedKeys(bid: bid)
    }

    package func personKeys(of persons: Set<String>) async throws -> [String: [UInt8]] {
        try await reader.personKeys(of: persons)
    }

    package func checkpoints() async throws -> [Checkpoint] { try await reader.checkpoints() }

    package func signingKeys() async throws -> [RegisteredKey] { try await reader.signingKeys() }
}
