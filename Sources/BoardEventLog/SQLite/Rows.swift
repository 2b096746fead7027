import BoardDomain

extension LogHead {
    static let query = """
        SELECT position, hash, recorded_at FROM events WHERE position <= ?1
        ORDER BY position DESC LIMIT 1
        """

    static let lastPosition = "SELECT max(position) FROM events"

    /// - Parameter last: where the log is taken to end; by default, where it does.
    init(
        reading connection: Connection, board: String, through last: Int64 = .max
    ) throws(EventLogError) {
        let statement = try connection.statement(Self.query)
        statement.bind(1, last)
        defer { statement.reset() }
        guard try statement.step() else {
            self.init(position: 0, hash: Chain.genesis(board: board), recordedAt: nil)
            return
        }
        let position = statement.integer(0)
        guard let hash = statement.digest(1) else {
            throw .corrupt(position: position, column: "hash")
        }
        guard let recordedAt = Instant(text: statement.text(2)) else {
            throw .corrupt(position: position, column: "recorded_at")
        }
        self.init(position: position, hash: hash, recordedAt: recordedAt)
    }
}

extension StoredOutcome {
    /// Columns: body, outcome.
    init(_ statement: Statement) throws(EventLogError) {
        guard let body = statement.digest(0) else {
            throw .corruptTable(name: "commands")
        }
        self.init(body: body, outcome: statement.text(1))
    }
}

extension EventRow {
    static let columns = """
        position, stream, version, type, schema, occurred_at, recorded_at, actor, on_behalf_of, \
        command_id, correlation, causation, policy, payload, hash
        """

    /// All but the hash.
    static let hashedColumns: Range<Int32> = 0..<14

    /// Parameters: after which position, through which one, how many.
    static let inOrder = """
        SELECT \(columns) FROM events WHERE position > ?1 AND position <= ?2
        ORDER BY position LIMIT ?3
        """

    /// Parameters: the stream, after which version, through which position.
    static let ofStream = """
        SELECT \(columns) FROM events
        WHERE stream = ?1 AND version > ?2 AND position <= ?3 ORDER BY version
        """
}

extension Checkpoint {
    static let query =
        "SELECT position, hash, at, key_id, signature FROM checkpoints ORDER BY position"

    init(_ statement: Statement) throws(EventLogError) {
        guard let hash = statement.digest(1),
            let at = Instant(text: statement.text(2))
        else { throw .corruptTable(name: "checkpoints") }
        self.init(
            position: statement.integer(0), hash: hash, at: at, keyID: statement.text(3),
            signature: statement.bytes(4))
    }
}

extension RegisteredKey {
    static let query = """
        SELECT key_id, public_key, from_at, until_at FROM signing_keys
        ORDER BY from_at, until_at IS NULL, key_id
        """

    init(_ statement: Statement) throws(EventLogError) {
        guard let from = Instant(text: statement.text(2)) else {
            throw .corruptTable(name: "signing_keys")
        }
        var until: Instant?
        if !statement.isNull(3) {
            until = Instant(text: statement.text(3))
            guard until != nil else { throw .corruptTable(name: "signing_keys") }
        }
        self.init(
            id: statement.text(0), publicKey: statement.bytes(1), from: from, until: until)
    }
}

extension BoardIdentity {
    init(reading connection: Connection, path: String) throws(EventLogError) {
        let statement = try connection.statement("SELECT id, name, kind, created_at FROM board")
        defer { statement.reset() }
        guard try statement.step() else { throw .notABoard(path: path) }
        guard let kind = Kind(rawValue: statement.text(2)),
            let createdAt = Instant(text: statement.text(3))
        else { throw .corruptTable(name: "board") }
        self.init(
            id: statement.text(0), name: statement.text(1), kind: kind, createdAt: createdAt)
    }
}

extension Statement {
    /// The rows from here on, as the program understands them; without a vocabulary as they lie there.
    func events(_ vocabulary: EventVocabulary?) throws(EventLogError) -> [EventRow] {
        defer { reset() }
        var decoder = RowDecoder()
        var rows: [EventRow] = []
        // Most streams are no longer than this; growing moves every row again.
        rows.reserveCapacity(64)
        while try step() {
            try decoder.decode(self, into: &rows)
            try vocabulary?.understand(&rows[rows.count - 1])
        }
        return rows
    }
}
