import GRDBSQLite

extension Schema {
    /// Refuses what is not a board's file, comes from a newer program or holds unknown tables.
    ///
    /// - Returns: the file's schema version, which may be an older one.
    @discardableResult
    static func recognise(_ connection: Connection, path: String) throws(EventLogError) -> Int {
        let found: Int64?
        do {
            found = try connection.integer("PRAGMA application_id")
        } catch .storage(let code, _) where code & 0xFF == SQLITE_NOTADB {
            throw .notABoard(path: path)
        }
        guard found == applicationID else { throw .notABoard(path: path) }
        let version = Int(try connection.integer("PRAGMA user_version") ?? 0)
        guard version <= Self.version else {
            throw .newerFile(found: version, known: Self.version)
        }
        let tables = Set(declared[version].filter { $0.kind == "table" }.map(\.name))
        let isOutdated = try projectionVersion(connection) != StreamProjection.version
        for object in try objects(connection)
        where object.kind == "table" && !tables.contains(object.name) {
            // Projections of another version may have other tables; a rebuild replaces them.
            if isOutdated && object.isProjection { continue }
            throw .unknownTable(name: object.name)
        }
        return version
    }

    /// Runs the steps that the file lacks, all in one transaction.
    static func migrate(_ connection: Connection, from version: Int) throws(EventLogError) {
        guard version < Self.version else { return }
        try connection.execute("BEGIN IMMEDIATE")
        do {
            for migration in migrations where migration.number > version {
                for statement in migration.statements { try connection.execute(statement) }
            }
            try connection.execute("PRAGMA application_id = \(applicationID)")
            try connection.execute("PRAGMA user_version = \(Self.version)")
            try connection.execute("COMMIT")
        } catch {
            // SQLite may have rolled back by itself.
            try? connection.execute("ROLLBACK")
            throw error
        }
    }

    /// The name of the first table, index or trigger that is missing, unknown or not the program's.
    static func alteration(_ connection: Connection) throws(EventLogError) -> String? {
        let found = Set(try objects(connection))
        let isOutdated = try projectionVersion(connection) != StreamProjection.version
        return declared[version].symmetricDifference(found)
            .filter { !(isOutdated && $0.isProjection) }.map(\.name).min()
    }

    static func projectionVersion(_ connection: Connection) throws(EventLogError) -> Int {
        Int(try connection.integer("SELECT version FROM projections") ?? 0)
    }

    static func checkProjections(_ connection: Connection) throws(EventLogError) {
        let found = try projectionVersion(connection)
        guard found == StreamProjection.version else {
            throw .projectionVersion(found: found, known: StreamProjection.version)
        }
    }

    /// Removes the projections' tables, whichever they are; virtual ones first, which own others.
    static func dropProjections(_ connection: Connection) throws(EventLogError) {
        while true {
            let next = try connection.statement(
                """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND substr(name, 1, length(?1)) = ?1
                ORDER BY sql NOT LIKE 'CREATE VIRTUAL%', name LIMIT 1
                """)
            next.bind(1, projectionPrefix)
            guard let name = try next.rows({ $0.text(0) }).first else { return }
            try connection.execute("DROP TABLE \"\(name)\"")
        }
    }

    private struct Object: Hashable {
        let kind: String
        let name: String
        let sql: String

        var isProjection: Bool { name.hasPrefix(Schema.projectionPrefix) }
    }

    /// What a file of each version has, by the version's number. Kept: every command that takes the
    /// writer's lock asks, and to read the declarations anew took a quarter of its time.
    private static let declared: [Set<Object>] = (0...version).map { version in
        Set(migrations.filter { $0.number <= version }.flatMap(\.statements).map(object(of:)))
    }

    /// `CREATE [UNIQUE|VIRTUAL] TABLE|INDEX|TRIGGER name …`
    private static func object(of sql: String) -> Object {
        var words = sql.utf8.prefix(200).split { " \n(".utf8.contains($0) }.dropFirst()
            .compactMap { String(Substring($0)) }
        if ["UNIQUE", "VIRTUAL"].contains(words.first) { words.removeFirst() }
        return Object(kind: words[0].lowercased(), name: words[1], sql: sql)
    }

    private static func objects(_ connection: Connection) throws(EventLogError) -> [Object] {
        // What SQLite makes for itself has no text or a reserved name.
        let statement = try connection.statement(
            """
            SELECT type, name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """)
        defer { statement.reset() }
        var objects: [Object] = []
        while try statement.step() {
            objects.append(
                Object(
                    kind: statement.text(0), name: statement.text(1), sql: statement.text(2)))
        }
        return objects
    }
}
