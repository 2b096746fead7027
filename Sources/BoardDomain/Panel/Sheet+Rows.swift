private typealias Row = Rows<SheetState>

extension Sheet {
    /// The rows of the machine `sheet`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
