import BoardDomain

extension LogReader {
    static let documentHolder =
        "SELECT stream, object FROM projected_document_numbers WHERE kind = ?1 AND number = ?2"

    func caseRow(id: String) throws(EventLogError) -> CaseRow? {
        let statement = try connection().statement(
            "SELECT \(CaseRow.columns) FROM projected_cases WHERE id = ?1")
        statement.bind(1, id)
        return try statement.rows { CaseRow($0) }.first
    }

    func duties(of holder: DutyHolder) throws(EventLogError) -> [StreamDuty] {
        let statement = try connection().statement(
            """
            WITH mine AS (
              SELECT stream, place FROM projected_duty_holders
              WHERE person = ?1 AND role = '' AND organisation = ''
              UNION
              SELECT h.stream, h.place FROM json_each(?2) AS a
              JOIN projected_duty_holders AS h
                ON h.person = '' AND h.role = a.value ->> 0
                AND h.organisation IN ('', a.value ->> 1))
            SELECT \(DutyRow.columns), stream FROM mine JOIN projected_duties USING (stream, place)
            ORDER BY overdue DESC, due IS NULL, due, stream, place
            """)
        let appointments = JSON.array(
            holder.appointments.map { [.string($0.role), .string($0.organisation)] })
        statement.bind(1, holder.person)
        statement.bind(2, appointments.canonicalText)
        return try statement.rows { StreamDuty(stream: $0.text(11), duty: DutyRow($0)) }
    }

    func streamsDue(by instant: Instant, limit: Int) throws(EventLogError) -> [StreamDue] {
        let statement = try connection().statement(
            """
            SELECT stream, next_due FROM projected_streams WHERE next_due <= ?1
            ORDER BY next_due, stream LIMIT ?2
            """)
        statement.bind(1, instant.milliseconds)
        statement.bind(2, Int64(max(0, limit)))
        return try statement.rows { StreamDue(stream: $0.text(0), due: $0.instant(1)) }
    }

    func firstDue() throws(EventLogError) -> Instant? {
        try connection().integer(
            """
            SELECT next_due FROM projected_streams WHERE next_due IS NOT NULL
            ORDER BY next_due LIMIT 1
            """
        ).map(Instant.init(milliseconds:))
    }

    func holder(
        ofDocument number: String, kind: String
    ) throws(EventLogError) -> DocumentNumberHolder? {
        let statement = try connection().statement(Self.documentHolder)
        statement.bind(1, kind)
        statement.bind(2, number)
        return try statement.rows {
            DocumentNumberHolder(stream: $0.text(0), object: $0.text(1))
        }.first
    }

    func streams(involving party: String) throws(EventLogError) -> [String] {
        try rows(
            """
            SELECT DISTINCT stream FROM projected_involvements WHERE party = ?1 ORDER BY stream
            """, of: party
        ) { $0.text(0) }
    }

    func dealings(of parties: Set<String>) throws(EventLogError) -> [DealingRow] {
        // Each half by its own index.
        let statement = try connection().statement(
            """
            SELECT first, second, max(day) FROM (
              SELECT first, second, day FROM projected_dealings
              WHERE first IN (SELECT value FROM json_each(?1))
              UNION ALL
              SELECT first, second, day FROM projected_dealings
              WHERE second IN (SELECT value FROM json_each(?1)))
            GROUP BY first, second ORDER BY first, second
            """)
        statement.bind(1, JSON.array(parties.sorted().map(JSON.string)).canonicalText)
        return try statement.rows {
            DealingRow($0.text(0), $0.text(1), day: Day(number: Int($0.integer(2))))
        }
    }

    func stays(in scope: CaseScope) throws(EventLogError) -> [CaseStay] {
        let (condition, values) = scope.sql
        let statement = try connection().statement(
            """
            SELECT id, projected_stays.lane, entered, ended
            FROM projected_cases JOIN projected_stays USING (stream)
            WHERE \(condition) ORDER BY id, place
            """)
        for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
        return try statement.rows {
            CaseStay(
                id: $0.text(0),
                stay: StayRow(
                    lane: $0.text(1), from: $0.instant(2), until: $0.optionalInstant(3)))
        }
    }

    func overdueDuties(year: Int?) throws(EventLogError) -> [String: Int] {
        let statement = try connection().statement(
            """
            SELECT ifnull(state, ''), count(*) FROM projected_duties
            LEFT JOIN projected_cases USING (stream)
            WHERE overdue = 1 AND (?1 IS NULL OR year = ?1) GROUP BY 1
            """)
        statement.bind(1, year.map(ProjectedValue.init) ?? .null)
        let rows = try statement.rows { ($0.text(0), Int($0.integer(1))) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func snapshots(prefix: String) throws(EventLogError) -> [StreamSnapshot]? {
        let connection = try connection()
        // What another version has written is about to be rebuilt.
        guard try Schema.projectionVersion(connection) == StreamProjection.version else {
            return nil
        }
        let statement = try connection.statement(
            """
            SELECT stream, version, bytes FROM projected_snapshots
            WHERE stream >= ?1 AND stream < ?2 ORDER BY stream
            """)
        statement.bind(1, prefix)
        statement.bind(2, StreamNumber.end(ofPrefix: prefix))
        return try statement.rows {
            StreamSnapshot(
                stream: $0.text(0), version: Int($0.integer(1)), bytes: $0.bytes(2))
        }
    }

    func projection(of stream: String) throws(EventLogError) -> StreamProjection? {
        let connection = try connection()
        // One snapshot: the rows of one version.
        try connection.execute("BEGIN")
        defer { try? connection.execute("COMMIT") }
        let found = try rows(
            "SELECT version, next_due FROM projected_streams WHERE stream = ?1", of: stream
        ) {
            StreamProjection(
                stream: stream, version: Int($0.integer(0)), nextDue: $0.optionalInstant(1))
        }
        guard var projection = found.first else { return nil }
        projection.caseRow = try rows(
            "SELECT \(CaseRow.columns) FROM projected_cases WHERE stream = ?1", of: stream
        ) { CaseRow($0) }.first
        projection.duties = try rows(
            """
            SELECT \(DutyRow.columns) FROM projected_duties WHERE stream = ?1 ORDER BY place
            """, of: stream
        ) { DutyRow($0) }
        projection.documentNumbers = try rows(
            """
            SELECT number, object, kind FROM projected_document_numbers WHERE stream = ?1
            ORDER BY place
            """, of: stream
        ) { DocumentNumberRow(number: $0.text(0), object: $0.text(1), kind: $0.text(2)) }
        projection.involvements = try rows(
            """
            SELECT party, role, object FROM projected_involvements WHERE stream = ?1 ORDER BY place
            """, of: stream
        ) { InvolvementRow(party: $0.text(0), role: $0.text(1), object: $0.text(2)) }
        projection.dealings = try rows(
            "SELECT first, second, day FROM projected_dealings WHERE stream = ?1 ORDER BY place",
            of: stream
        ) { DealingRow($0.text(0), $0.text(1), day: Day(number: Int($0.integer(2)))) }
        projection.stays = try rows(
            "SELECT lane, entered, ended FROM projected_stays WHERE stream = ?1 ORDER BY place",
            of: stream
        ) { StayRow(lane: $0.text(0), from: $0.instant(1), until: $0.optionalInstant(2)) }
        projection.searchText = try rows(
            "SELECT title, body FROM projected_texts WHERE stream = ?1", of: stream
        ) { SearchText(titleTokens: $0.text(0), bodyTokens: $0.text(1)) }.first
        projection.snapshot =
            try rows(
                "SELECT version, bytes FROM projected_snapshots WHERE stream = ?1", of: stream
            ) { SnapshotChange.taken(version: Int($0.integer(0)), bytes: $0.bytes(1)) }
            .first ?? .absent
        return projection
    }

    func projectionDump() throws(EventLogError) -> [String] {
        let connection = try connection()
        try connection.execute("BEGIN")
        defer { try? connection.execute("COMMIT") }
        var lines: [String] = []
        for table in ProjectionTable.all {
            lines += try connection.statement(table.dump).rows { statement in
                table.line((0..<table.width).map(statement.projected))
            }.sorted()
        }
        return lines
    }

    private func rows<Row>(
        _ sql: String, of name: String, _ row: (Statement) throws(EventLogError) -> Row
    ) throws(EventLogError) -> [Row] {
        let statement = try connection().statement(sql)
        statement.bind(1, name)
        return try statement.rows(row)
    }
}
