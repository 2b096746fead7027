import BoardDomain

extension WriterSession {
    /// Replaces what is projected for the streams. All old rows go first: within one command a
    /// document number may move from one stream to another.
    func replace(_ projections: [StreamProjection]) throws(EventLogError) {
        for projection in projections {
            let known = try connection.statement(
                "SELECT 1 FROM projected_streams WHERE stream = ?1")
            known.bind(1, projection.stream)
            let isKnown = try known.step()
            known.reset()
            guard isKnown else { continue }
            for table in ProjectionTable.all where try !keeps(table, of: projection) {
                for statement in [table.words?.removal, table.deletion].compactMap(\.self) {
                    try run(statement, for: projection.stream)
                }
            }
        }
        for projection in projections {
            try refuseNumbersInUse(projection)
            for table in ProjectionTable.all where try !keeps(table, of: projection) {
                for row in table.rows(projection) {
                    let insert = try connection.statement(table.insertion)
                    for (index, value) in row.enumerated() { insert.bind(Int32(index + 1), value) }
                    try insert.run()
                }
                if let words = table.words { try run(words.addition, for: projection.stream) }
            }
        }
    }

    private func run(_ sql: String, for stream: String) throws(EventLogError) {
        let statement = try connection.statement(sql)
        statement.bind(1, stream)
        try statement.run()
    }

    /// Whether the rows of a stream stand in the table already, and are costly to replace.
    private func keeps(
        _ table: ProjectionTable, of projection: StreamProjection
    ) throws(EventLogError) -> Bool {
        guard let words = table.words else { return false }
        let statement = try connection.statement(words.selection)
        statement.bind(1, projection.stream)
        let rows = try statement.rows { row in (0..<table.width).map(row.projected) }
        return rows == table.rows(projection)
    }

    private func refuseNumbersInUse(_ projection: StreamProjection) throws(EventLogError) {
        try projection.refuseRepeatedNumbers()
        for row in projection.documentNumbers {
            let holder = try connection.statement(LogReader.documentHolder)
            holder.bind(1, row.kind)
            holder.bind(2, row.number)
            defer { holder.reset() }
            if try holder.step() {
                throw .documentNumberInUse(
                    kind: row.kind, number: row.number, stream: holder.text(0))
            }
        }
    }
}

extension WriterSession {
    /// Drops the old tables, whatever version they are of, and takes over those made `beside`.
    func exchangeProjections() throws(EventLogError) {
        try Schema.dropProjections(connection)
        for statement in Schema.projectionTables { try connection.execute(statement) }
        for table in ProjectionTable.all { try connection.execute(table.takingOver) }
        for statement in Schema.projectionIndexes { try connection.execute(statement) }
        try connection.execute(Schema.indexingTexts)
        try connection.execute(
            "UPDATE projections SET version = \(StreamProjection.version) WHERE name = 'streams'")
    }
}
