/// A question on the terms, and its answer to all.
package struct Question: CaseObject {
    package let id: String
    package var state: QuestionState
    /// Unified code of the bidder who asked; hidden from all but the bureau.
    package internal(set) var asker: String = ""
    package internal(set) var text: String = ""
    package internal(set) var answer: String = ""
    package internal(set) var answerVersion: Int = 0
    /// The question that stands for it (Q2).
    package internal(set) var mergedInto: String?

    package init(id: String, state: QuestionState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .questionAsked:
            asker = event.by.organisation
            text = event.fields[F.question, default: ""]
        case .questionMerged: mergedInto = event.fields[F.into]
        case .answerDrafted: answer = event.fields[F.answer, default: ""]
        case .answerSentBack: answer = ""
        case .questionAnswered: answerVersion = 1
        case .answerCorrected:
            answer = event.fields[F.answer, default: answer]
            answerVersion += 1
        default: break
        }
    }
}

extension F {
    package static let question = Field<String>("question", .text(4000))
    package static let answer = Field<String>("answer", .text(4000))
    /// The id of the question that another is merged into.
    package static let into = Field<String>("into", .text(20))
}
