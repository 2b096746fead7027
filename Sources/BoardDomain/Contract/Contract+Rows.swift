private typealias Row = Rows<ContractState>

extension Contract {
    /// The rows of the machine `contract`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
