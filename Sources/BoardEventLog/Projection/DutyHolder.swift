/// Whose duties are asked for: a person, and what the person is appointed to.
package struct DutyHolder: Sendable, Hashable {
    /// A role, in one organisation.
    package struct Appointment: Sendable, Hashable {
        package let role: String
        package let organisation: String

        package init(role: String, organisation: String) {
            self.role = role
            self.organisation = organisation
        }
    }

    package let person: String
    package let appointments: [Appointment]

    package init(person: String, appointments: [Appointment]) {
        self.person = person
        self.appointments = appointments
    }

    /// By name where persons are named, by role (and organisation, where one is named) otherwise.
    func holds(_ duty: DutyRow) -> Bool {
        guard duty.persons.isEmpty else { return duty.persons.contains(person) }
        return appointments.contains { appointment in
            duty.roles.contains(appointment.role)
                && duty.organisation.map { $0 == appointment.organisation } ?? true
        }
    }
}
