/// Who gives a command: a natural person, or the clock.
package enum Actor: Hashable, Sendable {
    case person(PersonID)
    case clock

    package var person: PersonID? { if case .person(let id) = self { id } else { nil } }
}

/// Who did what an event records, in which capacity, and for which organisation.
package struct Signature: Hashable, Sendable, Codable {
    package let actor: Actor
    package let capacity: Capacity
    /// The organisation's unified code, empty for none.
    package let organisation: String

    package init(actor: Actor, capacity: Capacity, organisation: String) {
        self.actor = actor
        self.capacity = capacity
        self.organisation = organisation
    }

    package static let clock = Signature(actor: .clock, capacity: .clock, organisation: "")
}
