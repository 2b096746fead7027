/// One bid of one bidder, sealed until two have opened it.
package struct Bid: CaseObject {
    package let id: String
    package var state: BidState
    /// Unified code of the lead.
    package internal(set) var bidder: String = ""
    /// Who drafted it.
    package internal(set) var author: PersonID = ""
    package internal(set) var commitment: Digest?
    /// The version of the terms that it was sealed or re-confirmed on.
    package internal(set) var sealedTerms: Int = 0
    package internal(set) var sealedAt: Instant?
    /// The order of sealing over the whole call: the last tie-break.
    package internal(set) var sealOrder: Int = 0
    /// Hexadecimal.
    package internal(set) var ciphertext: String = ""
    /// What was opened.
    package internal(set) var content: BidContent?
    /// Hexadecimal, from the opening; part of the draw's seed.
    package internal(set) var nonce: String?
    package internal(set) var cureUsed: Bool = false
    package internal(set) var cureUntil: Instant?
    /// A decline given before the award acts at C23 (B18).
    package internal(set) var declinePending: Bool = false
    package internal(set) var disqualifiedAt: Instant?
    /// From 1, in the ranking in force.
    package internal(set) var rank: Int?
    /// The exact mean of the ranking in force.
    package internal(set) var total: Score?
    package internal(set) var round: Int = 1

    package init(id: String, state: BidState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
