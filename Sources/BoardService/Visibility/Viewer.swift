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

    /// The bureau's people, the supervisor and the auditor: those who run or watch the procedure.
    static let officials: Set<Capacity> = [
        .caseOfficer, .reviewer, .supervisor, .auditor, .financeReviewer, .payer,
    ]

    var isOfficial: Bool { !capacities.isDisjoint(with: Self.officials) }

    var isEnterprise: Bool {
        !capacities.isDisjoint(with: [.enterprise, .enterpriseSignatory, .workshop])
    }

    func isBidder(_ bid: Bid) -> Bool { organisations.contains(bid.bidder) }
}

extension LocalBoard {
    /// What a person is to a case, now.
    func viewer(_ person: PersonID?, of found: Case, at instant: Instant) -> Viewer {
        guard let person else { return .publicReader }
        let held = standing.directory.appointments(of: person, at: instant)
        var capacities: Set<Capacity> = [.publicReader]
        for appointment in held {
            switch appointment.role {
            case .enterprise where appointment.organisation == found.challenge.enterprise:
                capacities.insert(.enterprise)
            case .workshop where appointment.organisation == found.challenge.enterprise:
                capacities.insert(.workshop)
            case .signatory where appointment.organisation == found.challenge.enterprise:
                capacities.insert(.enterpriseSignatory)
            case .bidder: capacities.insert(.bidder)
            case .caseOfficer: capacities.insert(.caseOfficer)
            case .reviewer: capacities.insert(.reviewer)
            case .supervisor: capacities.insert(.supervisor)
            case .auditor: capacities.insert(.auditor)
            case .financeReviewer: capacities.insert(.financeReviewer)
            case .payer: capacities.insert(.payer)
            case .liaison: capacities.insert(.liaison)
            case .laboratory: capacities.insert(.laboratory)
            case .buyer: capacities.insert(.buyer)
            default: break
            }
        }
        if found.argumentSeats.all.contains(where: { $0.person == person && $0.state != .recused })
        {
            capacities.insert(.argumentExpert)
        }
        if found.seats.all.contains(where: { $0.person == person && !$0.state.isTerminal }) {
            capacities.insert(.panelExpert)
        }
        let organisations = Set(held.filter { $0.role != .workshop }.map(\.organisation))
        return Viewer(person: person, capacities: capacities, organisations: organisations)
    }
}
