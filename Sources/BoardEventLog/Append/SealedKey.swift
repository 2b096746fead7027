/// One opener's wrapped share of a bid's key; it lies outside the hash, so that it can be erased.
package struct SealedKey: Sendable, Hashable {
    package let bid: String
    package let opener: String
    package let wrapped: [UInt8]

    package init(bid: String, opener: String, wrapped: [UInt8]) {
        self.bid = bid
        self.opener = opener
        self.wrapped = wrapped
    }
}

/// The wrapped keys to erase: those of a bid, or one opener's share of it (C16b: a successor).
package struct KeyErasure: Sendable, Hashable {
    package let bid: String
    /// Nil for every share of the bid.
    package let opener: String?

    package init(bid: String, opener: String? = nil) {
        self.bid = bid
        self.opener = opener
    }
}
