import BoardDomain
import BoardEventLog
import Logging

extension LocalBoard {
    /// Makes all projections anew from the log, beside the old ones.
    ///
    /// - Parameter progress: events done, and of how many.
    package func rebuild(
        progress: @escaping @Sendable (_ done: Int64, _ of: Int64) -> Void
    ) async throws {
        settings.logger.info("a rebuild begins")
        try await log.rebuildProjections(with: BoardFold(settings)) {
            progress($0.position, $0.last)
        }
        forgetStanding()
        let position = try await log.head().position
        settings.logger.info("the rebuild is done", metadata: ["position": "\(position)"])
    }

    /// Opens a board whose projections may be another version's, for `rebuild` and nothing else.
    package static func openForRebuild(
        path: String, settings: BoardSettings
    ) async throws -> LocalBoard {
        let log = try SQLiteEventLog(
            path: path, term: .life, vocabulary: Replay.vocabulary, at: settings.now(),
            projections: .any, logger: settings.logger)
        return try await LocalBoard(log: log, settings: settings)
    }

    /// The board as it was at a moment, to read; its time stands there.
    ///
    /// - Parameter progress: while the whole board of then is built, which only a list or an inbox
    ///   needs.
    package static func openPast(
        path: String, asOf moment: AsOf, settings: BoardSettings,
        progress: @escaping @Sendable (_ done: Int64, _ of: Int64) -> Void
    ) async throws -> LocalBoard {
        let present = try SQLiteEventLog(
            path: path, term: .never, vocabulary: Replay.vocabulary, at: settings.now())
        let log = try await PastLog(present, asOf: moment, fold: BoardFold(settings)) {
            progress($0.position, $0.last)
        }
        var then = settings
        let end = log.end.recordedAt ?? log.board.createdAt
        let instant: Instant =
            switch moment {
            case .position: end
            case .recorded(let instant): instant
            }
        then.now = { instant }
        return try await LocalBoard(
            log: log, settings: then, reads: ReadRecord(besideDatabase: path, board: log.board))
    }

    /// As `openPast`, by this board's own rules, with the whole board of then built at once.
    package func past(
        path: String, asOf moment: AsOf,
        progress: @escaping @Sendable (_ done: Int64, _ of: Int64) -> Void
    ) async throws -> LocalBoard {
        let board = try await Self.openPast(
            path: path, asOf: moment, settings: settings, progress: progress)
        var query = CaseQuery()
        query.limit = 1
        _ = try await board.cases(query, as: nil)
        return board
    }

    /// Copies a board, and the record of its reads, into a new file while others use it, and verifies the copy.
    package static func backUp(
        path: String, to target: String, settings: BoardSettings
    ) async throws -> LogAudit {
        let log = try SQLiteEventLog(
            path: path, term: .never, vocabulary: Replay.vocabulary, at: settings.now(),
            projections: .any)
        let audit = try await log.backup(to: target)
        try await log.close()
        try await ReadRecord.backUp(database: path, to: target)
        return audit
    }

    /// Makes a board's file from a backup. Throws `EventLogError.boardExists` rather than overwrite.
    package static func restore(
        _ backup: String, to path: String, settings: BoardSettings
    ) async throws -> LogAudit {
        // It is no board that is missing: nobody is told to make one.
        try LocalFile.checkThere(backup)
        let audit = try await SQLiteEventLog.restore(
            backup, to: path, vocabulary: Replay.vocabulary, at: settings.now())
        try await ReadRecord.restore(backup, to: path, at: settings.now())
        return audit
    }
}
