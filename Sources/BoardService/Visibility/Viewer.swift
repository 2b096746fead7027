package import BoardDomain

/// Who looks at a case, and as what (§15).
package struct Viewer: Sendable {
    /// Nil for the public.
    package let person: PersonID?
    /// What the person is in this case, by appointment or by the case itself.
    package let capacities: Set<Capacity>
    /// The organisations that the person acts for.
    package let organisations: Set<String>

    package static let publicReader = Viewer(
        person: nil, capacities: [.publicReader], organisations: [])

    var isOfficial: Bool { !capacities.isDisjoint(with: Capacity.officials) }

    var isEnterprise: Bool { !capacities.isDisjoint(with: Capacity.enterpriseSide) }

    func isBidder(_ bid: Bid) -> Bool { organisations.contains(bid.bidder) }
}

extension LocalBoard {
    /// Whoever tests or judges for others does not act for the organisation that sent him.
    private static let advisers: Set<Role> = [.workshop, .panelExpert, .argumentExpert]

    /// What a person is to a case, now.
    func viewer(_ person: PersonID?, of found: Case, at instant: Instant) -> Viewer {
        guard let person else { return .publicReader }
        let held = standing.directory.appointments(of: person, at: instant)
        var capacities: Set<Capacity> = [.publicReader]
        for appointment in held {
            if let capacity = appointment.role.everywhere {
                capacities.insert(capacity)
            } else if appointment.organisation == found.challenge.enterprise,
                let capacity = Role.enterpriseSide[appointment.role]
            {
                capacities.insert(capacity)
            }
        }
        // Whoever is named declares first, and before he has read the text (P15).
        let isIn: (ArgumentSeat) -> Bool = { [.declared, .voted].contains($0.state) }
        if found.argumentSeats.all.contains(where: { $0.person == person && isIn($0) }) {
            capacities.insert(.argumentExpert)
        }
        if found.seats.all.contains(where: { $0.person == person && !$0.state.isTerminal }) {
            capacities.insert(.panelExpert)
        }
        let organisations = Set(
            held.filter { !Self.advisers.contains($0.role) }.map(\.organisation))
        return Viewer(person: person, capacities: capacities, organisations: organisations)
    }
}
