private typealias Row = Rows<GateState>

extension Gate {
    /// The rows of the machine `gate`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
