package import BoardDomain

/// The hash chain of the log: `hash = SHA-256(previous hash ‖ digest of the row)` (I2).
package enum Chain {
    /// What position 1 is chained to: SHA-256 of `jiebang/1`, a newline and the board's id.
    package static func genesis(board: String) -> Digest {
        SodiumDigest.sha256(Array("jiebang/1\n\(board.lowercased())".utf8))
    }

    /// 64 bytes in, so that the digests of many rows can be computed side by side.
    package static func next(previous: Digest, digest: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
            buffer.copyBytes(from: previous.bytes)
            UnsafeMutableRawBufferPointer(rebasing: buffer[32...]).copyBytes(from: digest.bytes)
            return SodiumDigest.sha256(UnsafeRawBufferPointer(buffer))
        }
    }

    /// The digest of all columns but `hash`, framed, in the order of the table.
    package static func digest(of row: EventRow) -> Digest {
        var fields = FieldBuffer()
        fields.append(row.position)
        fields.append(row.stream)
        fields.append(Int64(row.version))
        fields.append(row.type)
        fields.append(Int64(row.schema))
        fields.append(row.occurredAt.text)
        fields.append(row.recordedAt.text)
        fields.append(row.actor)
        fields.append(row.onBehalfOf)
        fields.append(row.commandID)
        fields.append(row.correlation)
        fields.append(row.causation)
        fields.append(row.policy)
        fields.append(row.payload)
        return fields.digest
    }
}

extension EventRow {
    /// The row that a draft becomes after the row whose hash is `previous`.
    init(
        _ draft: EventDraft, position: Int64, version: Int, recordedAt: Instant,
        commandID: String, causation: Int64, previous: Digest
    ) {
        self.init(
            position: position, stream: draft.stream, version: version, type: draft.type,
            schema: draft.schema, occurredAt: draft.occurredAt, recordedAt: recordedAt,
            actor: draft.actor, onBehalfOf: draft.onBehalfOf, commandID: commandID,
            correlation: draft.correlation, causation: causation, policy: draft.policy,
            payload: draft.payload, hash: previous)
        hash = Chain.next(previous: previous, digest: Chain.digest(of: self))
    }
}
