/// A person in a role for an organisation, for a period.
package struct Appointment: CaseObject {
    package let id: String
    package var state: AppointmentState
    package internal(set) var person: PersonID = ""
    package internal(set) var role: Role = .enterprise
    package internal(set) var organisation: String = ""
    package internal(set) var from: Instant = Instant(milliseconds: 0)
    package internal(set) var until: Instant?
    /// Who proposed it: an administrator's second signature is another person's (G9).
    package internal(set) var proposer: PersonID?

    package init(id: String, state: AppointmentState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .appointmentProposed, .appointmentMade:
            person = event.fields[F.person, default: person]
            role = event.fields[F.role, default: role]
            organisation = event.fields[F.organisation, default: organisation]
            from = event.fields[F.from] ?? from
            until = event.fields[F.until] ?? until
            if event.type == .appointmentProposed { proposer = event.by.actor.person }
        case .appointmentEnded: until = event.at
        default: break
        }
    }

    func isInForce(at instant: Instant) -> Bool {
        state == .active && from <= instant && until.map { instant < $0 } ?? true
    }

    /// An administrator's without an end: one of them stands at any time (G10).
    var isLasting: Bool { role == .administrator && state == .active && until == nil }
}
