/// The market evaluation of one accepted contract.
package struct Evaluation: CaseObject {
    package let id: String
    package var state: EvaluationState
    package internal(set) var contract: String = ""
    package internal(set) var windowEnd: Instant = Instant(milliseconds: 0)
    package internal(set) var grade: String?

    package init(id: String, state: EvaluationState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
