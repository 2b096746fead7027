import Synchronization

/// Reads single streams on the caller's own thread, on a connection of its own.
///
/// A stream lies in a few pages: handing the work to a queue and coming back took three times as
/// long as the reading. What scans goes through `LogReader`.
final class StreamReader: Sendable {
    private let vocabulary: EventVocabulary
    private let connection: Mutex<Connection?>

    /// The file has been recognised by whoever opens this.
    init(path: String, vocabulary: EventVocabulary) throws(EventLogError) {
        self.vocabulary = vocabulary
        let opened = try Connection(path: path, access: .reading)
        // As much as the writer has: with SQLite's 2 MiB every case is read from the file again.
        try opened.execute("PRAGMA cache_size = -65536")
        connection = Mutex(opened)
    }

    func close() {
        connection.withLock { connection in
            connection?.close()
            connection = nil
        }
    }

    func stream(_ name: String, after version: Int, through last: Int64) throws -> [EventRow] {
        try connection.withLock { connection in
            guard let connection else { throw EventLogError.closed }
            let statement = try connection.statement(EventRow.ofStream)
            statement.bind(1, name)
            statement.bind(2, Int64(version))
            statement.bind(3, last)
            return try statement.events(vocabulary)
        }
    }

    /// Nil also where projections are another version's: those are about to be rebuilt.
    func snapshot(of name: String) throws -> StreamSnapshot? {
        try connection.withLock { connection in
            guard let connection else { throw EventLogError.closed }
            guard try Schema.projectionVersion(connection) == StreamProjection.version else {
                return nil
            }
            let statement = try connection.statement(
                "SELECT version, bytes FROM projected_snapshots WHERE stream = ?1")
            statement.bind(1, name)
            return try statement.rows {
                StreamSnapshot(
                    stream: name, version: Int($0.integer(0)), bytes: $0.bytes(1))
            }.first
        }
    }
}
