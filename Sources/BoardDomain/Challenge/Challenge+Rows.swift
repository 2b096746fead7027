private typealias Row = Rows<ChallengeState>

extension Challenge {
    /// The rows of the machine `challenge`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
