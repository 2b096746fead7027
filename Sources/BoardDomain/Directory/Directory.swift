/// Organisations, natural persons and appointments, as far as they are known now.
package struct Directory: Sendable {
    package private(set) var organisations: [String: Organisation] = [:]
    package private(set) var persons: [PersonID: Person] = [:]
    private var appointments: [PersonID: [Appointment]] = [:]

    package init() {}

    /// Takes over one stream of the directory; other streams change nothing here.
    package mutating func take(_ aggregate: any Aggregate) {
        switch aggregate {
        case let file as OrganisationFile:
            if let organisation = file.organisations.last {
                organisations[file.id] = organisation
                for person in appointments.keys {
                    appointments[person]?.removeAll { $0.organisation == file.id }
                }
                for appointment in file.appointments.all {
                    appointments[appointment.person, default: []].append(appointment)
                }
            }
        case let file as PersonFile:
            if let person = file.persons.last { persons[file.id] = person }
        default: break
        }
    }

    /// The appointments of a person in force at an instant.
    package func appointments(of person: PersonID, at instant: Instant) -> [Appointment] {
        guard persons[person]?.state == .active else { return [] }
        return (appointments[person] ?? []).filter {
            $0.state == .active && $0.from <= instant && $0.until.map { instant < $0 } ?? true
        }
    }

    /// Every active appointment, in the order of persons' ids.
    package func holders(of role: Role, at instant: Instant) -> [(PersonID, Appointment)] {
        appointments.keys.sorted().flatMap { person in
            appointments(of: person, at: instant).filter { $0.role == role }.map { (person, $0) }
        }
    }

    /// The roles that a person holds anywhere, sorted, for what a refusal tells.
    package func roles(of person: PersonID) -> [Role] {
        Set((appointments[person] ?? []).filter { $0.state == .active }.map(\.role))
            .sorted { $0.rawValue < $1.rawValue }
    }

    /// Whether `one` is controlled by `other`, or both by the same hand.
    package func isControlled(_ one: String, by other: String) -> Bool {
        guard let first = organisations[one], let second = organisations[other] else {
            return false
        }
        return first.controller == other || second.controller == one
            || !first.controller.isEmpty && first.controller == second.controller
    }
}
