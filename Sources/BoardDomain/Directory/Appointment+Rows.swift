private typealias Row = Rows<AppointmentState>

extension Appointment {
    /// The rows of the machine `appointment`.
    static let rows: [Transition] = []

    static let duties: [Duty] = []
}
