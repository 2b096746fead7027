/// Who may fill a capacity on an object: persons by name, or whoever is appointed to a role.
package struct Holder: Hashable, Sendable {
    package var persons: [PersonID] = []
    package var roles: [Role] = []
    /// The organisation whose people may act; nil for any.
    package var organisation: String?
}

extension Engine {
    /// Whose inboxes a duty of a capacity belongs in: one holder, or several where it waits for
    /// several parties.
    package func holders(
        of capacity: Capacity, subject: ObjectReference, in stream: StreamID, of world: World,
        context: Context
    ) -> [Holder] {
        let turn = Turn(
            world: world, context: context, stream: stream, subject: subject, row: table.rows[0])
        return capacity == .interestedParty
            ? turn.interestedParties : [turn.holder(of: capacity)]
    }
}

extension Turn {
    /// Whom an objection waits for: its filer to complete it (O2), those it touches to answer it (O5),
    /// and all of them to appeal or to waive that (O8).
    fileprivate var interestedParties: [Holder] {
        guard subject.machine == .objection, let objection = objections[subject.id] else {
            return []
        }
        let touched = TouchedParties.of(objection, in: self)
        let parties: Set<String> =
            switch objection.state {
            case .filed: [objection.filerParty]
            case .investigating: touched.subtracting([objection.filerParty])
            case .decided: touched.subtracting(objection.waivers)
            default: []
            }
        return parties.sorted().map { party in
            (try? UnifiedCode(party)) == nil
                ? Holder(persons: [party])
                : Holder(roles: [.enterprise, .bidder, .signatory], organisation: party)
        }
    }

    /// Whoever has acted in the case does not hear an objection in it (O5): the supervisors who have not;
    /// nil where that is all of them or none.
    private func independent(of named: [PersonID]) -> [PersonID]? {
        let all = named.isEmpty ? world.directory.holders(of: .supervisor, at: now) : named
        let free = all.filter { Independence.breach(of: $0, in: self) == nil }
        return free.isEmpty || free.count == all.count ? nil : free
    }

    func holder(of capacity: Capacity) -> Holder {
        let found = caseIfAny.flatMap { $0.exists ? $0 : nil }
        let enterprise = found?.challenge.enterprise
        switch capacity {
        case .enterprise: return Holder(roles: [.enterprise], organisation: enterprise)
        case .enterpriseSignatory: return Holder(roles: [.signatory], organisation: enterprise)
        case .workshop: return Holder(roles: [.workshop], organisation: enterprise)
        case .bidder: return Holder(roles: [.bidder], organisation: bidderCode)
        case .bidderSignatory: return Holder(roles: [.signatory], organisation: bidderCode)
        case .caseOfficer:
            if let assignee = found?.challenge.assignee { return Holder(persons: [assignee]) }
            return Holder(roles: [.caseOfficer])
        case .supervisor:
            let named = found?.challenge.supervisors ?? []
            if subject.machine == .objection, let free = independent(of: named) {
                return Holder(persons: free)
            }
            return named.isEmpty ? Holder(roles: [.supervisor]) : Holder(persons: named)
        case .opener:
            // Whoever has attended waits for the other one (C16).
            let openers = found?.challenge.openers.map(\.person) ?? []
            return Holder(persons: openers.filter { $0 != found?.challenge.firstOpener })
        case .argumentExpert, .argumentChair:
            let seats = found?.argumentSeats.all.filter {
                $0.state != .recused && (capacity == .argumentExpert || $0.isChair)
                    && (subject.machine != .argumentSeat || $0.id == subject.id)
            }
            return Holder(persons: seats?.map(\.person) ?? [])
        case .panelExpert, .panelChair:
            guard let found, let panel = found.panels.last else { return Holder() }
            let seats = found.seats.all.filter {
                $0.panel == panel.id && !$0.state.isTerminal
                    && (capacity == .panelExpert || panel.chair == $0.id)
                    && (subject.machine != .seat || $0.id == subject.id)
                    && (subject.machine != .sheet || found.sheets[subject.id]?.seat == $0.id)
            }
            return Holder(persons: seats.map(\.person))
        case .laboratory:
            switch found?.laboratory(of: subject) ?? .anyone {
            case .anyone: return Holder(roles: [.laboratory])
            case .named(let code): return Holder(roles: [.laboratory], organisation: code)
            case .nobody: return Holder()
            }
        case .reviewer: return Holder(roles: [.reviewer])
        case .buyer: return Holder(roles: [.buyer], organisation: counterparty)
        case .financeReviewer: return Holder(roles: [.financeReviewer])
        case .payer: return Holder(roles: [.payer])
        case .liaison: return Holder(roles: [.liaison])
        case .administrator: return Holder(roles: [.administrator])
        case .auditor: return Holder(roles: [.auditor])
        case .ownSignatory:
            return Holder(
                roles: [.signatory],
                organisation: (world[stream].aggregate as? OrganisationFile)?.id)
        case .oneself:
            return concernedHolder
        case .subject:
            let target = (world[stream].aggregate as? SanctionFile)?.sanction?.target
            return target.map {
                world.directory.persons[$0] == nil
                    ? Holder(roles: [.signatory], organisation: $0) : Holder(persons: [$0])
            } ?? Holder()
        case .interestedParty, .publicReader, .clock: return Holder()
        }
    }
}
