/// A wrapped share of a bid's key, kept outside the hash so that it can be erased.
package struct KeyDeposit: Hashable, Sendable {
    /// The seal that it opens, `XC-2026-0007/bid/2/<commitment>`: a seal that still waits for a
    /// signature must not overwrite the keys of the one that stands.
    package let bid: String
    /// The opener's person, or `recovery`.
    package let opener: String
    package let wrapped: [UInt8]

    package init(bid: String, opener: String, wrapped: [UInt8]) {
        self.bid = bid
        self.opener = opener
        self.wrapped = wrapped
    }
}

/// Wrapped shares to erase: one opener's, whom another succeeds (G14), or all of a seal.
package struct KeyWithdrawal: Hashable, Sendable {
    /// The seal, named as in its deposits.
    package let bid: String
    /// Nil for everybody's.
    package let opener: String?
}
