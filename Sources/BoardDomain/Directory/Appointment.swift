/// A person in a role for an organisation, for a period.
package struct Appointment: CaseObject {
    package let id: String
    package var state: AppointmentState
    package internal(set) var person: PersonID = ""
    package internal(set) var role: Role = .enterprise
    package internal(set) var organisation: String = ""
    package internal(set) var from: Instant = Instant(milliseconds: 0)
    package internal(set) var until: Instant?

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
        case .appointmentEnded: until = event.at
        default: break
        }
    }
}
