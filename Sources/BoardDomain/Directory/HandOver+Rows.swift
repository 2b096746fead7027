private typealias Row = Rows<HandOverState>

extension HandOver {
    /// The rows of the machine `handOver`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
