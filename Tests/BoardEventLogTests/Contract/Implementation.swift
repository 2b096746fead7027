import BoardEventLog
import Testing

/// Every implementation of the contract: each suite of it runs against all of them.
enum Implementation: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, sqlitePerCommand, memory

    var testDescription: String { rawValue }

    /// A fresh log on an empty board, closed afterwards.
    func withLog(_ body: (any EventLog) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let log: any EventLog =
            switch self {
            case .sqlite: try folder.newBoard(term: .life)
            case .sqlitePerCommand: try folder.newBoard(term: .command)
            case .memory: InMemoryEventLog(board: Sample.board, vocabulary: Sample.vocabulary)
            }
        try await body(log)
        try await log.close()
    }
}
