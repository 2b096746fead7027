private typealias Row = Rows<CalendarState>

extension CalendarYearFile {
    /// The rows of the machine `calendar`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
