package import BoardDomain

/// The record of reads: a file of its own beside the database with a log's tables, rows and chain, so that
/// reading never needs the writer's lock and every verifier of a log verifies it.
///
/// It is made by the first read that has to be recorded.
package actor ReadRecord {
    /// The record's own path; nil where it is kept in memory.
    private let path: String?
    private let board: BoardIdentity
    private var opened: (any EventLog)?

    static let vocabulary = EventVocabulary([ObjectRead.type: 1])

    package static func path(besideDatabase path: String) -> String { path + ".reads" }

    /// - Parameter database: the board's path; nil for a board in memory.
    package init(besideDatabase database: String?, board: BoardIdentity) {
        path = database.map(Self.path(besideDatabase:))
        self.board = board
    }

    /// Once it returns, the reads are on record and survive a power cut. Throws `EventLogError`: then
    /// nobody may be shown anything.
    ///
    /// - Parameter id: unique for each call.
    package func append(_ reads: [ObjectRead], id: String) async throws {
        guard let first = reads.first else { return }
        let log = try log(since: first.at)
        _ = try await log.append(
            AppendRequest(
                person: first.actor, commandID: id,
                body: SodiumDigest.function(.string(first.actor)), outcome: "{}",
                events: reads.map(\.draft), recordedAt: first.at))
    }

    /// All reads, or those of one stream's objects, oldest first.
    package func reads(of stream: String? = nil) async throws -> [ObjectRead] {
        guard let log = try existing() else { return [] }
        let rows =
            if let stream {
                try await log.stream(stream, after: 0)
            } else {
                try await log.events(after: 0, limit: .max)
            }
        return try rows.map { try ObjectRead($0) }
    }

    /// Walks the whole record; nil where nothing was ever recorded and no anchor says otherwise.
    package func verify(anchor: Anchor?) async throws -> LogAudit? {
        if let log = try existing() { return try await log.verify(anchor: anchor) }
        return anchor.map { anchor in
            LogAudit(
                events: 0, head: Chain.genesis(board: board.id), checkpoints: 0,
                fault: anchor.board == board.id
                    ? .anchorBeyondEnd(position: anchor.checkpoint.position, last: 0)
                    : .anchorOfAnotherBoard(board: anchor.board))
        }
    }

    /// Signs the record's head, with a key of its own; nil where nothing was ever recorded.
    package func checkpoint(at instant: Instant) async throws -> Anchor? {
        guard let log = try existing() else { return nil }
        return Anchor(board: board.id, checkpoint: try await log.checkpoint(at: instant))
    }

    package func close() async throws {
        try await opened?.close()
        opened = nil
    }

    private func existing() throws(EventLogError) -> (any EventLog)? {
        if let path, opened == nil, !LogFile(path: path).exists { return nil }
        return try log(since: board.createdAt)
    }

    private func log(since instant: Instant) throws(EventLogError) -> any EventLog {
        if let opened { return opened }
        let log: any EventLog
        if let path {
            try SQLiteEventLog.createOnce(path: path, board, at: instant)
            log = try SQLiteEventLog(
                path: path, term: .command, vocabulary: Self.vocabulary, at: instant,
                projections: .unused)
        } else {
            log = InMemoryEventLog(board: board, vocabulary: Self.vocabulary)
        }
        opened = log
        return log
    }
}

extension ReadRecord {
    /// Copies the record of a board, if it has one, beside a copy of the board.
    package static func backUp(database: String, to target: String) async throws {
        guard LogFile(path: path(besideDatabase: database)).exists else { return }
        let log = try SQLiteEventLog(
            path: path(besideDatabase: database), term: .never, vocabulary: vocabulary,
            at: Instant(milliseconds: 0), projections: .unused)
        do {
            _ = try await log.backup(to: path(besideDatabase: target))
        } catch {
            try await log.close()
            throw error
        }
        try await log.close()
    }

    /// Puts the record that lies beside a backup beside the restored board.
    package static func restore(
        _ backup: String, to database: String, at instant: Instant
    ) async throws {
        guard LogFile(path: path(besideDatabase: backup)).exists else { return }
        _ = try await SQLiteEventLog.restore(
            path(besideDatabase: backup), to: path(besideDatabase: database),
            vocabulary: vocabulary, at: instant)
    }
}
