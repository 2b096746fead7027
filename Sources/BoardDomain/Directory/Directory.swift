/// Organisations, natural persons and appointments, as far as they are known now.
package struct Directory: Sendable {
    package private(set) var organisations: [String: Organisation] = [:]
    package private(set) var persons: [PersonID: Person] = [:]
    /// By organisation, in the order of their making.
    private var appointments: [String: [Appointment]] = [:]
    /// In which organisations a person has or had an appointment.
    private var employers: [PersonID: Set<String>] = [:]
    /// Hand-overs that are not final, by organisation.
    private var handOvers: [String: [HandOver]] = [:]

    package init() {}

    /// Takes over one stream of the directory; other streams change nothing here.
    package mutating func take(_ aggregate: any Aggregate) {
        switch aggregate {
        case let file as OrganisationFile:
            guard let organisation = file.organisations.last else { return }
            organisations[file.id] = organisation
            appointments[file.id] = file.appointments.all
            handOvers[file.id] = file.handovers.all.filter { !$0.state.isTerminal }
            for appointment in file.appointments.all {
                employers[appointment.person, default: []].insert(file.id)
            }
        case let file as PersonFile:
            if let person = file.persons.last { persons[file.id] = person }
        default: break
        }
    }

    /// The appointments of a person in force at an instant.
    package func appointments(of person: PersonID, at instant: Instant) -> [Appointment] {
        guard persons[person]?.state == .active else { return [] }
        return everyAppointment(of: person).filter { $0.isInForce(at: instant) }
    }

    /// All appointments that a person has or had, refused ones too.
    package func everyAppointment(of person: PersonID) -> [Appointment] {
        (employers[person] ?? []).sorted().flatMap { code in
            (appointments[code] ?? []).filter { $0.person == person }
        }
    }

    /// Who holds one of these roles for an organisation at an instant, sorted; suspended persons too,
    /// because a conflict of interest does not rest while they are.
    func staff(of code: String, in roles: Set<Role>, at instant: Instant) -> [PersonID] {
        let held = (appointments[code] ?? []).filter {
            roles.contains($0.role) && $0.isInForce(at: instant)
        }
        return Set(held.map(\.person)).sorted()
    }

    /// Who may act in a role at an instant, for whatever organisation, sorted.
    package func holders(of role: Role, at instant: Instant) -> [PersonID] {
        let held = appointments.values.joined().filter {
            $0.role == role && $0.isInForce(at: instant) && persons[$0.person]?.state == .active
        }
        return Set(held.map(\.person)).sorted()
    }

    /// Administrators whose appointment has no end: without one, nobody could appoint another (G10).
    var lastingAdministrators: [PersonID] {
        let held = appointments.values.joined().filter {
            $0.role == .administrator && $0.state == .active && $0.until == nil
                && persons[$0.person]?.state == .active
        }
        return Set(held.map(\.person)).sorted()
    }

    /// Whether a hand-over from or to a person is still going on (G7).
    func handsOver(_ person: PersonID) -> Bool {
        handOvers.values.joined().contains { $0.holder == person || $0.successor == person }
    }

    /// The roles that a person holds anywhere, sorted, for what a refusal tells.
    package func roles(of person: PersonID) -> [Role] {
        Set(everyAppointment(of: person).filter { $0.state == .active }.map(\.role))
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
