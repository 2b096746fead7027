private typealias Row = Rows<PayoutState>

extension Payout {
    /// The rows of the machine `payout`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
