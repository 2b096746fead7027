private typealias Row = Rows<MilestoneState>

extension Milestone {
    /// The rows of the machine `milestone`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
