/// What the county owes for a milestone, a settlement or a policy.
package struct Entitlement: CaseObject {
    package let id: String
    package var state: EntitlementState
    package internal(set) var milestone: String?
    package internal(set) var contract: String?
    /// Unified code.
    package internal(set) var payee: String = ""
    package internal(set) var amount: Money = .zero
    package internal(set) var paid: Money = .zero
    package internal(set) var createdAt: Instant?
    package internal(set) var why: String = ""

    package init(id: String, state: EntitlementState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
