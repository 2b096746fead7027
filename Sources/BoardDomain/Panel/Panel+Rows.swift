private typealias Row = Rows<PanelState>

extension Panel {
    /// The rows of the machine `panel`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
