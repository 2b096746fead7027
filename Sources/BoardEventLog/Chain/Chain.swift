package import BoardDomain

/// The hash chain of the log: `hash = SHA-256(previous hash ‖ digest of the row)` (I2).
package enum Chain {
    /// What position 1 is chained to: SHA-256 of `jiebang/1`, a newline and the board's id.
    package static func genesis(board: String) -> Digest {
        SodiumDigest.sha256(Array("jiebang/1\n\(board.lowercased())".utf8))
    }

    /// 64 bytes in, so that the digests of many rows can be computed side by side.
    package static func next(previous: Digest, digest: Digest) -> Digest {
        withUnsafeBytes(of: (previous, digest)) { SodiumDigest.sha256($0) }
    }

    /// The digest of all columns but `hash`, framed, in the order of the table.
    package static func digest(of row: EventRow) -> Digest {
        var fields = FieldBuffer()
        fields.append(row)
        return fields.digest
    }
}
