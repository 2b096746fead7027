private typealias Row = Rows<OrganisationState>

extension Organisation {
    /// The rows of the machine `organisation`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
