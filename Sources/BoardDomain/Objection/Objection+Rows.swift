private typealias Row = Rows<ObjectionState>

extension Objection {
    /// The rows of the machine `objection`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
