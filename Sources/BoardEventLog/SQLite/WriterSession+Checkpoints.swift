import BoardDomain

extension WriterSession {
    /// The head's signature: the one there is, or a fresh one.
    func sign(
        _ head: LogHead, board: String, with key: SigningKey, at instant: Instant
    ) throws(EventLogError) -> Checkpoint {
        let find = try connection.statement(
            """
            SELECT position, hash, at, key_id, signature FROM checkpoints WHERE position = ?1
            """)
        find.bind(1, head.position)
        if let known = try find.rows(Checkpoint.init).first { return known }
        try Self.register(key, from: instant, in: connection)
        let checkpoint = Checkpoint(of: head, board: board, at: instant, key: key)
        let insert = try connection.statement("INSERT INTO checkpoints VALUES (?1,?2,?3,?4,?5)")
        insert.bind(1, checkpoint.position)
        insert.bind(2, checkpoint.hash.bytes)
        insert.bind(3, checkpoint.at.text)
        insert.bind(4, checkpoint.keyID)
        insert.bind(5, checkpoint.signature)
        try insert.run()
        return checkpoint
    }

    /// Lists a key that is not listed yet, and ends the time of the one in force.
    static func register(
        _ key: SigningKey, from instant: Instant, in connection: Connection
    ) throws(EventLogError) {
        let find = try connection.statement("SELECT 1 FROM signing_keys WHERE key_id = ?1")
        find.bind(1, key.id)
        guard try find.rows({ _ in true }).isEmpty else { return }
        let end = try connection.statement(
            "UPDATE signing_keys SET until_at = ?1 WHERE until_at IS NULL")
        end.bind(1, instant.text)
        try end.run()
        let insert = try connection.statement("INSERT INTO signing_keys VALUES (?1,?2,?3,NULL)")
        insert.bind(1, key.id)
        insert.bind(2, key.publicKey)
        insert.bind(3, instant.text)
        try insert.run()
    }
}
