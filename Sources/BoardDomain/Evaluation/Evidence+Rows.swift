private typealias Row = Rows<EvidenceState>

extension Evidence {
    /// The rows of the machine `evidence`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
