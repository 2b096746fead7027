extension Turn {
    /// For which organisation a person may act in a capacity on the turn's subject, here and now;
    /// nil where it may not. The empty organisation stands for a person who acts for itself.
    func organisation(of person: PersonID, as capacity: Capacity) -> String? {
        let held = world.directory.appointments(of: person, at: now)
        let appointed = { (role: Role, organisation: String?) -> String? in
            held.first {
                $0.role == role && (organisation == nil || $0.organisation == organisation)
            }?
            .organisation
        }
        switch capacity {
        case .enterprise:
            return enterprise.flatMap { appointed(.enterprise, $0) }
                ?? (caseIfAny?.exists == true ? nil : appointed(.enterprise, nil))
        case .enterpriseSignatory: return enterprise.flatMap { appointed(.signatory, $0) }
        case .workshop: return enterprise.flatMap { appointed(.workshop, $0) }
        case .bidder: return bidderCode.map { appointed(.bidder, $0) } ?? appointed(.bidder, nil)
        case .bidderSignatory:
            return bidderCode.map { appointed(.signatory, $0) } ?? appointed(.signatory, nil)
        case .caseOfficer:
            guard let assignee = caseIfAny.flatMap({ $0.exists ? $0.challenge.assignee : nil })
            else {
                return appointed(.caseOfficer, nil)
            }
            return assignee == person ? appointed(.caseOfficer, nil) : nil
        case .supervisor:
            if let found = appointed(.supervisor, nil) { return found }
            let named = caseIfAny.map { $0.exists && $0.challenge.supervisors.contains(person) }
            return named == true ? held.first?.organisation ?? "" : nil
        case .opener:
            let isNamed = caseIfAny?.challenge.openers.contains { $0.person == person } ?? false
            return isNamed ? held.first?.organisation ?? "" : nil
        case .argumentExpert, .argumentChair:
            let seat = caseIfAny?.argumentSeats.all.last {
                $0.person == person && $0.state != .recused
                    && (subject.machine != .argumentSeat || subject.id.isEmpty
                        || $0.id == subject.id)
            }
            guard let seat, capacity == .argumentExpert || seat.isChair else { return nil }
            return appointed(.argumentExpert, nil) ?? appointed(.panelExpert, nil)
        case .panelExpert, .panelChair:
            guard let seat = seat(of: person), capacity == .panelExpert || isChair(seat) else {
                return nil
            }
            return appointed(.panelExpert, nil)
        case .laboratory:
            switch caseIfAny?.laboratory(of: subject) ?? .anyone {
            case .anyone: return appointed(.laboratory, nil)
            case .named(let code): return appointed(.laboratory, code)
            case .nobody: return nil
            }
        case .reviewer: return appointed(.reviewer, nil)
        case .buyer: return appointed(.buyer, counterparty)
        case .financeReviewer: return appointed(.financeReviewer, nil)
        case .payer: return appointed(.payer, nil)
        case .liaison: return appointed(.liaison, nil)
        case .administrator: return appointed(.administrator, nil)
        case .auditor: return appointed(.auditor, nil)
        case .subject: return concerned(held: held, person: person)
        case .interestedParty: return interest(held: held, person: person)
        case .oneself: return organisation(asConcerned: person)
        case .ownSignatory: return ownOrganisation.flatMap { appointed(.signatory, $0) }
        case .publicReader: return ""
        case .clock: return nil
        }
    }

    private var enterprise: String? {
        caseIfAny.flatMap { $0.exists ? $0.challenge.enterprise : nil }
    }

    /// The seat that the person holds on the panel in force, unless it left it.
    func seat(of person: PersonID) -> Seat? {
        guard let found = caseIfAny, let panel = found.panels.last else { return nil }
        return found.seats.all.last {
            $0.panel == panel.id && $0.person == person && !$0.state.isTerminal
                && (subject.machine != .seat || subject.id.isEmpty || $0.id == subject.id)
                && (subject.machine != .sheet || found.sheets[subject.id]?.seat == $0.id)
        }
    }

    private func isChair(_ seat: Seat) -> Bool {
        caseIfAny?.panels[seat.panel]?.chair == seat.id
    }

    /// Whose bidder the subject is: the bid's, the contract's, the milestone's.
    var bidderCode: String? {
        guard let found = caseIfAny, !subject.id.isEmpty else { return nil }
        let bidder: String?? =
            switch subject.machine {
            case .bid: found.bids[subject.id]?.bidder
            case .question: found.questions[subject.id]?.asker
            case .contract, .milestone, .verification, .evaluation, .evidence, .entitlement,
                .payout:
                contract(of: subject)?.bidder
            default: nil
            }
        return bidder ?? nil
    }

    /// The customer that an item of evidence names: no other one confirms it or rates by it (E3, E4).
    var counterparty: String? {
        guard subject.machine == .evidence, let item = caseIfAny?.evidence[subject.id] else {
            return nil
        }
        return item.counterparty.isEmpty ? nil : item.counterparty
    }

    /// The contract that an object of the case hangs on.
    package func contract(of object: ObjectReference) -> Contract? {
        caseIfAny?.contract(of: object)
    }

    /// The organisation of the turn's stream, in the directory.
    private var ownOrganisation: String? {
        (world[stream].aggregate as? OrganisationFile)?.id
    }

    /// The party that a sanction or an objection is about: for which organisation it answers.
    private func concerned(held: [Appointment], person: PersonID) -> String? {
        guard let target = (world[stream].aggregate as? SanctionFile)?.sanction?.target else {
            return nil
        }
        if target == person { return "" }
        return held.first {
            $0.organisation == target && [.signatory, .enterprise, .bidder].contains($0.role)
        }?.organisation
    }

    /// Whoever may object (§6): a bidder, the enterprise, an expert of the case, the subject of a
    /// sanction; a citizen only where the policy lets the public file.
    private func interest(held: [Appointment], person: PersonID) -> String? {
        if let concerned = concerned(held: held, person: person) { return concerned }
        let roles: Set<Role> = [.enterprise, .signatory, .bidder]
        if let claim = world[stream].aggregate as? PolicyClaim {
            let payees = Set(claim.payouts.all.map(\.payee) + claim.entitlements.all.map(\.payee))
            let match = held.first { roles.contains($0.role) && payees.contains($0.organisation) }
            return match?.organisation ?? (policy[.objectionPublicMayFile] ? "" : nil)
        }
        guard let found = caseIfAny, found.exists else {
            return policy[.objectionPublicMayFile] ? "" : nil
        }
        let parties = Set([found.challenge.enterprise] + found.bids.all.map(\.bidder))
        if let match = held.first(where: {
            roles.contains($0.role) && parties.contains($0.organisation)
        }) {
            return match.organisation
        }
        if found.seats.all.contains(where: { $0.person == person }) { return "" }
        return policy[.objectionPublicMayFile] ? "" : nil
    }

    /// The id of an admitted objection that holds the turn's subject; nil where none does.
    var holdingObjection: String? {
        objections.all.first { $0.hold && $0.object == subject }?.id
    }

    /// The notices of the turn's stream.
    package var notices: Roll<Notice> {
        switch world[stream].aggregate {
        case let found as Case: found.notices
        case let found as SanctionFile: found.notices
        case let found as PolicyClaim: found.notices
        default: Roll()
        }
    }

    /// The objections of the turn's stream.
    package var objections: Roll<Objection> {
        switch world[stream].aggregate {
        case let found as Case: found.objections
        case let found as SanctionFile: found.objections
        case let found as PolicyClaim: found.objections
        default: Roll()
        }
    }
}
