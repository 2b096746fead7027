/// The stream of an organisation, with its appointments and hand-overs.
package struct OrganisationFile: Aggregate {
    /// Its unified code.
    package let id: String
    package var docket = Docket()
    package internal(set) var organisations = Roll<Organisation>()
    package internal(set) var appointments = Roll<Appointment>()
    package internal(set) var handovers = Roll<HandOver>()

    package static let machines: [Machine] = [.organisation, .appointment, .handover]

    package func ids(of machine: Machine) -> [String] {
        switch machine {
        case .organisation: organisations.all.map(\.id)
        case .appointment: appointments.all.map(\.id)
        case .handover: handovers.all.map(\.id)
        default: []
        }
    }

    package func state(of reference: ObjectReference) -> String? {
        switch reference.machine {
        case .organisation: organisations[reference.id]?.state.rawValue
        case .appointment: appointments[reference.id]?.state.rawValue
        case .handover: handovers[reference.id]?.state.rawValue
        default: nil
        }
    }

    package mutating func evolveObject(_ event: Event) {
        switch event.subject.machine {
        case .organisation: organisations.evolve(event)
        case .appointment: appointments.evolve(event)
        case .handover: handovers.evolve(event)
        default: break
        }
    }
}

/// The stream of a natural person.
package struct PersonFile: Aggregate {
    /// The natural person.
    package let id: String
    package var docket = Docket()
    package internal(set) var persons = Roll<Person>()

    package static let machines: [Machine] = [.person]

    package func ids(of machine: Machine) -> [String] {
        machine == .person ? persons.all.map(\.id) : []
    }

    package func state(of reference: ObjectReference) -> String? {
        reference.machine == .person ? persons[reference.id]?.state.rawValue : nil
    }

    package mutating func evolveObject(_ event: Event) { persons.evolve(event) }
}

/// The stream of a calendar year that was loaded.
package struct CalendarFile: Aggregate {
    /// The year.
    package let id: String
    package var docket = Docket()
    package internal(set) var years = Roll<CalendarYearFile>()

    package static let machines: [Machine] = [.calendar]

    package func ids(of machine: Machine) -> [String] {
        machine == .calendar ? years.all.map(\.id) : []
    }

    package func state(of reference: ObjectReference) -> String? {
        reference.machine == .calendar ? years[reference.id]?.state.rawValue : nil
    }

    package mutating func evolveObject(_ event: Event) { years.evolve(event) }
}
