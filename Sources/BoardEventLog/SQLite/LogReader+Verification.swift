import BoardDomain

extension LogReader {
    /// Walks every row as it was written, bytes as they lie in the file.
    func verify(anchor: Anchor?) throws(EventLogError) -> LogAudit {
        let connection = try connection()
        // One snapshot: rows and checkpoints that belong together.
        try connection.execute("BEGIN")
        defer { try? connection.execute("COMMIT") }
        let (checkpoints, keys) = (try checkpoints(), try signingKeys())
        var audit = ChainAudit(
            board: board.id,
            wanted: Set(checkpoints.map(\.position) + [anchor?.checkpoint.position ?? 0]))
        var fault = try walk(connection, &audit)
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

    /// Events as the program understands them, each held against the hash before: what is made of
    /// them rests on nothing that was tampered with.
    ///
    /// - Parameter head: the hash of the row at `position`, or the genesis.
    /// - Throws: `unsound` at the first row that is not chained to the one before.
    func verifiedEvents(
        after position: Int64, head: Digest, limit: Int
    ) throws(EventLogError) -> [EventRow] {
        let rows = try connection().statement(EventRow.inOrder)
        rows.bind(1, position)
        rows.bind(2, .max)
        rows.bind(3, Int64(limit))
        defer { rows.reset() }
        var fields = FieldBuffer()
        var decoder = RowDecoder()
        var (head, position, page) = (head, position, [EventRow]())
        while try rows.step() {
            position += 1
            fields.removeAll()
            fields.append(rows)
            let row = try decoder.row(rows)
            head = Chain.next(previous: head, digest: fields.digest)
            guard row.position == position, row.hash == head else {
                throw .unsound(path: path, fault: .hash(position: position))
            }
            page.append(try vocabulary.understood(row))
        }
        return page
    }

    private func walk(
        _ connection: Connection, _ audit: inout ChainAudit
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
                hash: rows.bytes(14))
            if let fault { return fault }
        }
        return nil
    }
}
