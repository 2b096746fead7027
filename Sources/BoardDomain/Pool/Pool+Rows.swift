private typealias Row = Rows<PoolState>

extension Pool {
    /// The rows of the machine `pool`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
