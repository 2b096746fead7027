package import BoardDomain

/// The end of the log: what the next row is chained to.
package struct LogHead: Sendable, Equatable {
    /// 0 where the log has no event.
    package let position: Int64
    /// The last row's hash; the board's genesis where the log has no event.
    package let hash: Digest
    /// The last row's; nil where the log has no event.
    package let recordedAt: Instant?

    package init(position: Int64, hash: Digest, recordedAt: Instant?) {
        self.position = position
        self.hash = hash
        self.recordedAt = recordedAt
    }
}
