/// One item of evidence: an order, an invoice, a rating.
package struct Evidence: CaseObject {
    package let id: String
    package var state: EvidenceState
    package internal(set) var evaluation: String = ""
    package internal(set) var kind: String = ""
    /// Unique on the board (I24).
    package internal(set) var number: String = ""
    package internal(set) var amount: Money = .zero
    /// Unified code.
    package internal(set) var counterparty: String = ""
    package internal(set) var submitter: PersonID = ""

    package init(id: String, state: EvidenceState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
