import BoardDomain

extension WriterSession {
    /// Replaces what is projected for the streams. All old rows go first: within one command a
    /// document number may move from one stream to another.
    func replace(_ projections: [StreamProjection]) throws(EventLogError) {
        var standing: [String: Set<ProjectionTable.Source>] = [:]
        for projection in projections {
            let known = try connection.statement(WordIndex.query)
            known.bind(1, projection.stream)
            guard let old = try known.rows(WordIndex.init).first else { continue }
            var kept: Set<ProjectionTable.Source> = []
            if old == WordIndex(projection) { kept.insert(.text) }
            if projection.snapshot == .kept { kept.insert(.snapshot) }
            standing[projection.stream] = kept
            for table in ProjectionTable.all where !kept.contains(table.source) {
                switch table.key {
                case .stream: try run(table.deletion, [.text(projection.stream)])
                case .row: for row in old.rows { try run(table.deletion, row) }
                }
            }
        }
        for projection in projections {
            try refuseNumbersInUse(projection)
            let kept = standing[projection.stream] ?? []
            for table in ProjectionTable.all where !kept.contains(table.source) {
                for row in table.rows(projection) { try run(table.insertion, row) }
            }
        }
    }

    private func run(_ sql: String, _ values: [ProjectedValue]) throws(EventLogError) {
        let statement = try connection.statement(sql)
        for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
        try statement.run()
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
        try connection.execute(
            "UPDATE projections SET version = \(StreamProjection.version) WHERE name = 'streams'")
    }
}
