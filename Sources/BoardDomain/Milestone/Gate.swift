/// The gate of a race, behind which lanes end.
package struct Gate: CaseObject {
    package let id: String
    package var state: GateState
    /// The milestone of each lane that stands at it.
    package internal(set) var sequence: Int = 0
    /// Contracts that go on.
    package internal(set) var kept: [String] = []

    package init(id: String, state: GateState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
