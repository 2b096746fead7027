import BoardDomain

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads rows of `events` one after the other; what stands in the row before is not made again.
///
/// Neighbours share most of their texts: the stream, the case, the person, the policy. A string
/// apiece took longer than SQLite did to find the row. Kept column by column: to keep the row was
/// to count the references of all its texts once more.
struct RowDecoder {
    private var (stream, type, actor, onBehalfOf) = ("", "", "", "")
    private var (commandID, correlation, policy) = ("", "", "")
    private var occurredAt: Moment?
    private var recordedAt: Moment?

    /// An instant with the 24 bytes that it was read from.
    private struct Moment {
        let text: (UInt64, UInt64, UInt64)
        let instant: Instant
    }

    /// Reads the columns of `EventRow.columns`.
    ///
    /// - Throws: `corrupt`; nothing is added then.
    mutating func decode(
        _ statement: Statement, into rows: inout [EventRow]
    ) throws(EventLogError) {
        let position = statement.integer(0)
        guard let occurredAt = Self.instant(statement.textBytes(5), &occurredAt) else {
            throw .corrupt(position: position, column: "occurred_at")
        }
        guard let recordedAt = Self.instant(statement.textBytes(6), &recordedAt) else {
            throw .corrupt(position: position, column: "recorded_at")
        }
        guard let hash = statement.digest(14) else {
            throw .corrupt(position: position, column: "hash")
        }
        Self.read(statement.textBytes(1), into: &stream)
        Self.read(statement.textBytes(3), into: &type)
        Self.read(statement.textBytes(7), into: &actor)
        Self.read(statement.textBytes(8), into: &onBehalfOf)
        Self.read(statement.textBytes(9), into: &commandID)
        Self.read(statement.textBytes(10), into: &correlation)
        Self.read(statement.textBytes(12), into: &policy)
        rows.append(
            EventRow(
                position: position, stream: stream, version: Int(statement.integer(2)),
                type: type, schema: Int(statement.integer(4)), occurredAt: occurredAt,
                recordedAt: recordedAt, actor: actor, onBehalfOf: onBehalfOf,
                commandID: commandID, correlation: correlation,
                causation: statement.integer(11), policy: policy, payloadBytes: statement.bytes(13),
                hash: hash))
    }

    private static func read(_ bytes: UnsafeRawBufferPointer, into known: inout String) {
        let isSame = known.utf8.withContiguousStorageIfAvailable { known in
            known.count == bytes.count
                && (bytes.isEmpty
                    || memcmp(known.baseAddress!, bytes.baseAddress!, bytes.count) == 0)
        }
        if isSame != true { known = String(decoding: bytes, as: UTF8.self) }
    }

    /// Nil where the text is no instant.
    private static func instant(
        _ bytes: UnsafeRawBufferPointer, _ known: inout Moment?
    ) -> Instant? {
        guard bytes.count == InstantText.length else { return InstantText.instant(bytes) }
        let text = (
            bytes.loadUnaligned(as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        )
        if let known, known.text == text { return known.instant }
        let instant = InstantText.instant(bytes)
        known = instant.map { Moment(text: text, instant: $0) }
        return instant
    }
}
