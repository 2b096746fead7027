/// An organisation of the board.
package struct Organisation: CaseObject {
    package let id: String
    package var state: OrganisationState
    /// Unified code.
    package internal(set) var code: String = ""
    package internal(set) var name: String = ""
    package internal(set) var kind: OrganisationKind = .enterprise
    /// Who controls it: another organisation's code or a person's name.
    package internal(set) var controller: String = ""
    package internal(set) var chains: [String] = []
    /// Mail domain; public ones never count (COI).
    package internal(set) var contactDomain: String = ""
    /// The organisation that has taken it over (G4).
    package internal(set) var successor: String?

    package init(id: String, state: OrganisationState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .orgRegistered:
            code = event.fields[F.code, default: ""]
            name = event.fields[F.name, default: ""]
            kind = event.fields[F.organisationKind, default: .enterprise]
            controller = event.fields[F.controller, default: ""]
            chains = event.fields[F.chains]
            contactDomain = event.fields[F.contactDomain, default: ""]
        case .orgMerged: successor = event.fields[F.successorCode]
        default: break
        }
    }
}
