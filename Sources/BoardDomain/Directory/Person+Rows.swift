private typealias Row = Rows<PersonState>

extension Person {
    /// The rows of the machine `person`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
