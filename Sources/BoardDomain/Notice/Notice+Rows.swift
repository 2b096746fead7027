private typealias Row = Rows<NoticeState>

extension Notice {
    /// The rows of the machine `notice`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
