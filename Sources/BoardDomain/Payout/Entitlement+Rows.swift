private typealias Row = Rows<EntitlementState>

extension Entitlement {
    /// The rows of the machine `entitlement`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
