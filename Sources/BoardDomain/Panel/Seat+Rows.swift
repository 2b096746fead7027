private typealias Row = Rows<SeatState>

extension Seat {
    /// The rows of the machine `seat`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
