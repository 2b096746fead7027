private typealias Row = Rows<SanctionState>

extension Sanction {
    /// The rows of the machine `sanction`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
