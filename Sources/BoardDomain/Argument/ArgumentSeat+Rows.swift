private typealias Row = Rows<ArgumentSeatState>

extension ArgumentSeat {
    /// The rows of the machine `argumentSeat`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
