/// The market evaluation of one accepted contract, with the contract's id.
package struct Evaluation: CaseObject {
    package let id: String
    package var state: EvaluationState
    package internal(set) var contract: String = ""
    package internal(set) var windowEnd: Instant = Instant(milliseconds: 0)
    package internal(set) var grade: String?
    package internal(set) var openedAt: Instant = Instant(milliseconds: 0)
    package internal(set) var ratedAt: Instant?
    package internal(set) var rating: MarketRating?
    /// What the recheck computed; nil where there was nothing to compute from.
    package internal(set) var recheck: MarketRating?

    package init(id: String, state: EvaluationState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .evaluationOpened:
            contract = event.fields[F.evaluatedContract, default: id]
            windowEnd = event.fields[F.windowEnd] ?? windowEnd
            openedAt = event.at
        case .marketRated:
            grade = event.fields[F.grade]?.rawValue
            rating = event.fields[F.ratingInputs]
            ratedAt = event.at
        case .marketRechecked: recheck = event.fields[F.ratingInputs]
        default: break
        }
    }
}
