import BoardDomain

extension LogReader {
    /// Walks every row as it was written, bytes as they lie in the file.
    func verify(
        anchor: Anchor?, progress: (RebuildProgress) -> Void = { _ in }
    ) throws(EventLogError) -> LogAudit {
        let connection = try connection()
        // One snapshot: rows and checkpoints that belong together.
        try connection.execute("BEGIN")
        defer { try? connection.execute("COMMIT") }
        let (checkpoints, keys) = (try checkpoints(), try signingKeys())
        var audit = ChainAudit(
            board: board.id,
            wanted: Set(checkpoints.map(\.position) + [anchor?.checkpoint.position ?? 0]))
        let last = try connection.integer("SELECT max(position) FROM events") ?? 0
        var fault = try walk(connection, &audit) {
            progress(RebuildProgress(position: $0, last: last))
        }
        if fault == nil {
            fault = audit.settle(
                checkpoints: checkpoints, keys: keys, board: board.id, anchor: anchor)
        }
        if fault == nil, let altered = try Schema.alteration(connection) {
            fault = .schemaAltered(name: altered)
        }
        return LogAudit(
            events: audit.position, head: audit.head, checkpoints: checkpoints.count, fault: fault)
    }

    /// The next rows as they lie in the file, for `WrittenPage.verified`.
    func writtenPage(after position: Int64, limit: Int) throws(EventLogError) -> WrittenPage {
        let statement = try connection().statement(EventRow.inOrder)
        statement.bind(1, position)
        statement.bind(2, .max)
        statement.bind(3, Int64(limit))
        defer { statement.reset() }
        var decoder = RowDecoder()
        var page = WrittenPage(path: path, after: position)
        page.rows.reserveCapacity(limit)
        while try statement.step() {
            do {
                try decoder.decode(statement, into: &page.rows)
            } catch {
                page.failure = error
                break
            }
        }
        return page
    }

    private func walk(
        _ connection: Connection, _ audit: inout ChainAudit, reached: (Int64) -> Void
    ) throws(EventLogError) -> VerificationFault? {
        let rows = try connection.statement(
            "SELECT \(EventRow.columns) FROM events ORDER BY position")
        defer { rows.reset() }
        var fields = FieldBuffer()
        while try rows.step() {
            fields.removeAll()
            fields.append(rows)
            let fault = audit.advance(
                position: rows.integer(0), stream: rows.text(1), version: Int(rows.integer(2)),
                recordedAt: rows.text(6), digest: fields.digest,
                hash: rows.digest(14))
            if let fault { return fault }
            if audit.position.isMultiple(of: RebuildProgress.step) { reached(audit.position) }
        }
        return nil
    }
}
