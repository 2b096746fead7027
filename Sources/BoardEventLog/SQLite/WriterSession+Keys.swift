import BoardDomain

/// Keys, which lie outside the hash so that they can be erased.
extension WriterSession {
    func deposit(_ key: SealedKey) throws(EventLogError) {
        let statement = try connection.statement(
            """
            INSERT INTO sealed_keys VALUES (?1, ?2, ?3)
            ON CONFLICT (bid, opener) DO UPDATE SET wrapped = excluded.wrapped
            """)
        statement.bind(1, key.bid)
        statement.bind(2, key.opener)
        statement.bind(3, key.wrapped)
        try statement.run()
    }

    func erase(_ erasures: [KeyErasure]) throws(EventLogError) {
        guard !erasures.isEmpty else { return }
        // The bytes are overwritten, not only unlinked; `ErasureDebt` says what follows after the commit.
        try connection.execute("PRAGMA secure_delete = ON")
        for erasure in erasures {
            let statement = try connection.statement(
                "DELETE FROM sealed_keys WHERE bid = ?1 AND opener = ifnull(?2, opener)")
            statement.bind(1, erasure.bid)
            statement.bind(2, ProjectedValue(erasure.opener))
            try statement.run()
        }
    }

    func deposit(_ key: PersonKey) throws(EventLogError) {
        let statement = try connection.statement(
            """
            INSERT INTO person_keys VALUES (?1, ?2)
            ON CONFLICT (person) DO UPDATE SET key = excluded.key
            """)
        statement.bind(1, key.person)
        statement.bind(2, key.key)
        try statement.run()
    }

    func erase(persons: [String]) throws(EventLogError) {
        guard !persons.isEmpty else { return }
        try connection.execute("PRAGMA secure_delete = ON")
        for person in persons {
            let statement = try connection.statement("DELETE FROM person_keys WHERE person = ?1")
            statement.bind(1, person)
            try statement.run()
        }
    }
}
