/// A question on the terms, and its answer to all.
package struct Question: CaseObject {
    package let id: String
    package var state: QuestionState
    /// Hidden from all but the bureau.
    package internal(set) var asker: String = ""
    package internal(set) var text: String = ""
    package internal(set) var answer: String = ""
    package internal(set) var answerVersion: Int = 0

    package init(id: String, state: QuestionState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
