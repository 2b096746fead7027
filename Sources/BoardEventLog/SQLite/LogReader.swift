import BoardDomain

/// Reads beside the writer, on a connection and a queue of its own; it can never checkpoint.
actor LogReader {
    private nonisolated let executor = LogExecutor(label: "jiebang.log.reader")
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    nonisolated let board: BoardIdentity
    let vocabulary: EventVocabulary
    let path: String
    private var open: Connection?

    /// - Parameter projections: whether projections of another version are refused.
    init(
        path: String, vocabulary: EventVocabulary, projections: ProjectionDemand
    ) throws(EventLogError) {
        let connection = try Connection(path: path, access: .reading)
        try Schema.recognise(connection, path: path)
        if projections == .current { try Schema.checkProjections(connection) }
        board = try BoardIdentity(reading: connection, path: path)
        self.vocabulary = vocabulary
        self.path = path
        open = connection
    }

    func connection() throws(EventLogError) -> Connection {
        guard let open else { throw .closed }
        return open
    }

    func close() {
        open?.close()
        open = nil
    }

    func outcome(person: String, commandID: String) throws(EventLogError) -> StoredOutcome? {
        let statement = try connection().statement(
            "SELECT body, outcome FROM commands WHERE person = ?1 AND command_id = ?2")
        statement.bind(1, person)
        statement.bind(2, commandID)
        return try statement.rows(StoredOutcome.init).first
    }

    func events(
        after position: Int64, through last: Int64, limit: Int
    ) throws(EventLogError) -> [EventRow] {
        try inOrder(after: position, through: last, limit: limit).events(vocabulary)
    }

    func recordedRows(
        after position: Int64, through last: Int64, limit: Int
    ) throws(EventLogError) -> [EventRow] {
        try inOrder(after: position, through: last, limit: limit).events(nil)
    }

    private func inOrder(
        after position: Int64, through last: Int64, limit: Int
    ) throws(EventLogError) -> Statement {
        let statement = try connection().statement(EventRow.inOrder)
        statement.bind(1, position)
        statement.bind(2, last)
        statement.bind(3, Int64(max(0, limit)))
        return statement
    }

    func streams(prefix: String, through last: Int64) throws(EventLogError) -> [String] {
        // One step of the index per stream instead of one per event.
        let statement = try connection().statement(
            """
            WITH RECURSIVE names(name) AS (
              SELECT (SELECT stream FROM events WHERE stream >= ?1 AND stream < ?2
                      ORDER BY stream LIMIT 1)
              UNION ALL
              SELECT (SELECT stream FROM events WHERE stream > name AND stream < ?2
                      ORDER BY stream LIMIT 1) FROM names WHERE name IS NOT NULL)
            SELECT name FROM names WHERE name IS NOT NULL AND (?3 = 9223372036854775807 OR EXISTS
              (SELECT 1 FROM events WHERE stream = name AND version = 1 AND position <= ?3))
            """)
        statement.bind(1, prefix)
        statement.bind(2, StreamNumber.end(ofPrefix: prefix))
        statement.bind(3, last)
        return try statement.rows { $0.text(0) }
    }

    func events(
        inStreams prefix: String, through last: Int64
    ) throws(EventLogError) -> [EventRow] {
        let statement = try connection().statement(
            """
            SELECT \(EventRow.columns) FROM events
            WHERE stream >= ?1 AND stream < ?2 AND position <= ?3 ORDER BY stream, version
            """)
        statement.bind(1, prefix)
        statement.bind(2, StreamNumber.end(ofPrefix: prefix))
        statement.bind(3, last)
        return try statement.events(vocabulary)
    }

    func nextNumber(prefix: String) throws(EventLogError) -> Int {
        // Digits only: below ':' and not below '0'.
        let statement = try connection().statement(
            """
            SELECT stream FROM events WHERE stream >= ?1 AND stream < ?2
            ORDER BY stream DESC LIMIT 1
            """)
        statement.bind(1, prefix + "0")
        statement.bind(2, prefix + ":")
        let last = try statement.rows { $0.text(0) }.first
        return (last.map { StreamNumber.number(in: $0, prefix: prefix) } ?? 0) + 1
    }

    func head() throws(EventLogError) -> LogHead {
        try LogHead(reading: connection(), board: board.id)
    }

    func head(asOf moment: AsOf) throws(EventLogError) -> LogHead {
        let connection = try connection()
        // One snapshot: the search looks at many rows.
        try connection.execute("BEGIN")
        defer { try? connection.execute("COMMIT") }
        let position =
            switch moment {
            case .position(let position): position
            case .recorded(let instant): try lastPosition(recordedBy: instant, connection)
            }
        return try LogHead(reading: connection, board: board.id, through: position)
    }

    /// By halving: recorded instants never go back (their text sorts as they do), so that no index
    /// is needed.
    private func lastPosition(
        recordedBy instant: Instant, _ connection: Connection
    ) throws(EventLogError) -> Int64 {
        let recorded = try connection.statement(
            "SELECT recorded_at FROM events WHERE position = ?1")
        let text = instant.text
        var (low, high) = (Int64(0), try connection.integer(LogHead.lastPosition) ?? 0)
        while low < high {
            let middle = high - (high - low) / 2
            recorded.bind(1, middle)
            defer { recorded.reset() }
            guard try recorded.step() else { throw .corrupt(position: middle, column: "position") }
            if recorded.text(0) <= text { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Changes whenever another connection has committed.
    func dataVersion() throws(EventLogError) -> Int64 {
        try connection().integer("PRAGMA data_version") ?? 0
    }

    func sealedKeys(bid: String) throws(EventLogError) -> [SealedKey] {
        let statement = try connection().statement(
            "SELECT bid, opener, wrapped FROM sealed_keys WHERE bid = ?1 ORDER BY opener")
        statement.bind(1, bid)
        return try statement.rows {
            SealedKey(bid: $0.text(0), opener: $0.text(1), wrapped: $0.bytes(2))
        }
    }

    func personKeys(of persons: Set<String>) throws(EventLogError) -> [String: [UInt8]] {
        let statement = try connection().statement("SELECT key FROM person_keys WHERE person = ?1")
        var keys: [String: [UInt8]] = [:]
        for person in persons {
            statement.bind(1, person)
            defer { statement.reset() }
            if try statement.step() { keys[person] = statement.bytes(0) }
        }
        return keys
    }

    func checkpoints() throws(EventLogError) -> [Checkpoint] {
        try connection().statement(Checkpoint.query).rows(Checkpoint.init)
    }

    func signingKeys() throws(EventLogError) -> [RegisteredKey] {
        try connection().statement(RegisteredKey.query).rows(RegisteredKey.init)
    }
}
