#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Projections in the making: a file beside the database, of no worth if it is left behind.
///
/// A file of its own, so that the database neither grows nor holds tables it does not declare;
/// whoever makes it holds the writer's lock.
struct SideTables: Sendable {
    let path: String

    init(database: String) { path = database + ".rebuild" }

    /// The tables made anew, empty, to be filled in one transaction.
    func begin() throws -> SideWriting {
        remove()
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw EventLogError.file(path: path, errno: errno) }
        close(descriptor)
        return try SideWriting(path: path)
    }

    /// As `beside`; not inside a transaction.
    func attach(to connection: Connection) throws(EventLogError) {
        let attach = try connection.statement("ATTACH ?1 AS beside")
        attach.bind(1, path)
        try attach.run()
    }

    func remove() { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) } }
}

/// One filling of the tables beside the database; what is not committed is of no worth.
final class SideWriting {
    private let connection: Connection
    private let inserts: [(ProjectionTable, Statement)]

    fileprivate init(path: String) throws(EventLogError) {
        let connection = try Connection(path: path, access: .writing)
        // Nothing in it has to survive: what is cut short is made anew. Words come in no order: the
        // index of them is to fit into the cache.
        try connection.execute(
            """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA cache_size = -65536
            """)
        for statement in Schema.projectionTables { try connection.execute(statement) }
        try connection.execute("BEGIN")
        self.connection = connection
        inserts = try ProjectionTable.all.map { table throws(EventLogError) in
            (table, try connection.prepare(table.insertion))
        }
    }

    func add(_ projection: StreamProjection) throws {
        try projection.refuseRepeatedNumbers()
        for (table, insert) in inserts {
            for row in table.rows(projection) {
                for (index, value) in row.enumerated() { insert.bind(Int32(index + 1), value) }
                try insert.run()
            }
        }
    }

    func commit() throws(EventLogError) { try connection.execute("COMMIT") }

    func close() { connection.close() }
}
