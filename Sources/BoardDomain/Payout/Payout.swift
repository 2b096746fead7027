/// A payment on an entitlement, from draft to paid, and back where it is recovered.
package struct Payout: CaseObject {
    package let id: String
    package var state: PayoutState
    package internal(set) var entitlement: String = ""
    package internal(set) var amount: Money = .zero
    package internal(set) var payee: String = ""
    package internal(set) var pool: String = ""
    /// The order of approval in its pool.
    package internal(set) var rank: Int?
    package internal(set) var recovered: Money = .zero
    package internal(set) var recoverable: Money = .zero

    package init(id: String, state: PayoutState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
