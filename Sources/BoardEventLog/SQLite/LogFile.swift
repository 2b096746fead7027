import BoardDomain
import Logging

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The database and the files beside it, all readable by their owner alone.
struct LogFile: Sendable {
    let path: String
    var logger = Logger.silent

    var signingKey: SigningKeyFile { SigningKeyFile(database: path) }
    var erasureDebt: ErasureDebtFile { ErasureDebtFile(database: path) }

    /// Of the database and what lies beside it.
    static let suffixes = ["", "-wal", "-shm", ".signing-key", ".lock", ErasureDebtFile.suffix]

    var exists: Bool { access(path, F_OK) == 0 }

    /// Makes the file with its tables, its board and its first signing key, or leaves nothing.
    ///
    /// - Throws: `boardExists`, `locked`, `file`, `storage`.
    func create(_ board: BoardIdentity) throws(EventLogError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let failure = errno
            throw failure == EEXIST
                ? .boardExists(path: path) : .file(path: path, errno: failure)
        }
        close(descriptor)
        do {
            try fill(board)
        } catch {
            for suffix in Self.suffixes { unlink(path + suffix) }
            throw error
        }
    }

    private func fill(_ board: BoardIdentity) throws(EventLogError) {
        let lock = try WriterLock(
            database: path, term: .life, since: board.createdAt, patience: 0)
        defer { lock.release() }
        let connection = try Connection(path: path, access: .writing)
        defer { connection.close() }
        try WriterSession.configure(connection)
        let key = SigningKey()
        try signingKey.write(key)
        try Schema.migrate(connection, from: 0)
        // A crash before this leaves a file without a board, which is refused as none.
        try connection.execute("BEGIN IMMEDIATE")
        let insert = try connection.statement("INSERT INTO board VALUES (?1, ?2, ?3, ?4)")
        insert.bind(1, board.id)
        insert.bind(2, board.name)
        insert.bind(3, board.kind.rawValue)
        insert.bind(4, board.createdAt.text)
        try insert.run()
        let version = try connection.statement("INSERT INTO projections VALUES ('streams', ?1)")
        version.bind(1, Int64(StreamProjection.version))
        try version.run()
        try WriterSession.register(key, from: board.createdAt, in: connection)
        try connection.execute("COMMIT")
        try connection.checkpoint(truncating: true)
    }
}
