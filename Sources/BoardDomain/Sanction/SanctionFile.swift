/// The stream of a sanction, with its notice and the objections to it.
package struct SanctionFile: Aggregate {
    /// `SX-2026-0001`.
    package let id: String
    package var docket = Docket()
    package internal(set) var sanctions = Roll<Sanction>()
    package internal(set) var notices = Roll<Notice>()
    package internal(set) var objections = Roll<Objection>()

    package static let machines: [Machine] = [.sanction, .notice, .objection]

    package var sanction: Sanction? { sanctions.last }

    package func ids(of machine: Machine) -> [String] {
        switch machine {
        case .sanction: sanctions.all.map(\.id)
        case .notice: notices.all.map(\.id)
        case .objection: objections.all.map(\.id)
        default: []
        }
    }

    package func state(of reference: ObjectReference) -> String? {
        switch reference.machine {
        case .sanction: sanctions[reference.id]?.state.rawValue
        case .notice: notices[reference.id]?.state.rawValue
        case .objection: objections[reference.id]?.state.rawValue
        default: nil
        }
    }

    package mutating func evolveObject(_ event: Event) {
        switch event.subject.machine {
        case .sanction: sanctions.evolve(event)
        case .notice: notices.evolve(event)
        case .objection: objections.evolve(event)
        default: break
        }
    }
}
