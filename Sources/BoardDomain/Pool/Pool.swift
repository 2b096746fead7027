/// A budget pool of one year with its ledger.
package struct Pool: CaseObject {
    package let id: String
    package var state: PoolState
    /// `JBGS-2026`.
    package internal(set) var name: String = ""
    package internal(set) var year: Int = 0
    package internal(set) var allotted: Money = .zero
    package internal(set) var recovered: Money = .zero
    /// By challenge.
    package internal(set) var reserved: [String: Money] = [:]
    /// By challenge.
    package internal(set) var committed: [String: Money] = [:]
    package internal(set) var paid: Money = .zero

    package init(id: String, state: PoolState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
