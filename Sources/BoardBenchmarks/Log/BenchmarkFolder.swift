import BoardDomain
import BoardEventLog

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that goes with the measurement.
final class BenchmarkFolder {
    static let board = "0190b6e2-7c1a-7000-8000-000000000001"
    let path: String

    init(in parent: String) throws {
        var template = Array("\(parent)/jiebang-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw EventLogError.file(path: parent, errno: errno)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        try SQLiteEventLog.create(
            path: database, name: "bench", kind: .simulation, id: Self.board, at: Workload.start)
    }

    deinit {
        for suffix in ["", "-wal", "-shm", ".lock", ".signing-key", ".rebuild"] {
            unlink(database + suffix)
        }
        rmdir(path)
    }

    var database: String { path + "/board.sqlite3" }

    var bytes: Int {
        var status = stat()
        return stat(database, &status) == 0 ? Int(status.st_size) : 0
    }

    func open() throws -> SQLiteEventLog {
        try SQLiteEventLog(
            path: database, term: .life, vocabulary: Workload.vocabulary, at: Workload.start)
    }

    func raw() throws -> RawLog { try RawLog(path: database, board: Self.board) }

    /// Events written in large batches.
    func fill(_ count: Int) throws {
        let log = try raw()
        for first in stride(from: 0, to: count, by: 10_000) {
            try log.execute("BEGIN IMMEDIATE")
            for number in first..<min(count, first + 10_000) {
                try log.append(number, RawLog.Texts(number))
            }
            try log.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }
}
