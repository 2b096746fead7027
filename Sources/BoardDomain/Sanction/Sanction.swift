/// A report of misconduct, its decision and its term.
package struct Sanction: CaseObject {
    package let id: String
    package var state: SanctionState
    /// The organisation or person it concerns.
    package internal(set) var target: String = ""
    package internal(set) var reporter: PersonID = ""
    package internal(set) var challenge: String?
    package internal(set) var decision: SanctionDecision?
    package internal(set) var from: Instant?
    package internal(set) var until: Instant?

    package init(id: String, state: SanctionState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
