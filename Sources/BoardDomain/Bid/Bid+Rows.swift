private typealias Row = Rows<BidState>

extension Bid {
    /// The rows of the machine `bid`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
