private typealias Row = Rows<VerificationState>

extension Verification {
    /// The rows of the machine `verification`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
