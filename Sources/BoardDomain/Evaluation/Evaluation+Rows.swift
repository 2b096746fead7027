private typealias Row = Rows<EvaluationState>

extension Evaluation {
    /// The rows of the machine `evaluation`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
