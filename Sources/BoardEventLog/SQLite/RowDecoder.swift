import BoardDomain

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads rows of `events` one after the other; what stands in the row before is not made again.
///
/// Neighbours share most of their texts: the stream, the case, the person, the policy. A string
/// apiece took longer than SQLite did to find the row.
struct RowDecoder {
    private var last: EventRow?

    /// The columns of `EventRow.columns`.
    ///
    /// - Throws: `corrupt`.
    mutating func row(_ statement: Statement) throws(EventLogError) -> EventRow {
        let position = statement.integer(0)
        let occurredAt = try Self.instant(statement, 5, position, "occurred_at")
        let recordedAt = try Self.instant(statement, 6, position, "recorded_at")
        guard let hash = Digest(bytes: statement.bytes(14)) else {
            throw .corrupt(position: position, column: "hash")
        }
        let row = EventRow(
            position: position, stream: Self.text(statement, 1, last?.stream),
            version: Int(statement.integer(2)), type: Self.text(statement, 3, last?.type),
            schema: Int(statement.integer(4)), occurredAt: occurredAt, recordedAt: recordedAt,
            actor: Self.text(statement, 7, last?.actor),
            onBehalfOf: Self.text(statement, 8, last?.onBehalfOf),
            commandID: Self.text(statement, 9, last?.commandID),
            correlation: Self.text(statement, 10, last?.correlation),
            causation: statement.integer(11), policy: Self.text(statement, 12, last?.policy),
            payload: statement.text(13), hash: hash)
        last = row
        return row
    }

    private static func text(_ statement: Statement, _ column: Int32, _ last: String?) -> String {
        let bytes = statement.textBytes(column)
        let isSame = last?.utf8.withContiguousStorageIfAvailable { known in
            known.count == bytes.count
                && (bytes.isEmpty
                    || memcmp(known.baseAddress!, bytes.baseAddress!, bytes.count) == 0)
        }
        if let last, isSame == true { return last }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func instant(
        _ statement: Statement, _ column: Int32, _ position: Int64, _ name: String
    ) throws(EventLogError) -> Instant {
        guard let instant = InstantText.instant(statement.textBytes(column)) else {
            throw .corrupt(position: position, column: name)
        }
        return instant
    }
}
