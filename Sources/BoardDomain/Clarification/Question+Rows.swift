private typealias Row = Rows<QuestionState>

extension Question {
    /// The rows of the machine `question`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
