/// The contract of one lane, with its pledge.
package struct Contract: CaseObject {
    package let id: String
    package var state: ContractState
    package internal(set) var bid: String = ""
    package internal(set) var lane: Int = 1
    /// Unified code.
    package internal(set) var bidder: String = ""
    package internal(set) var amount: Money = .zero
    package internal(set) var countyShare: Money = .zero
    package internal(set) var enterpriseShare: Money = .zero
    /// C23 or the lane's award: signing runs from here.
    package internal(set) var awardedAt: Instant?
    package internal(set) var effectiveAt: Instant?
    package internal(set) var plans: [MilestonePlan] = []
    package internal(set) var acceptedAt: Instant?
    package internal(set) var cause: String = ""

    package init(id: String, state: ContractState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
