extension Turn {
    /// The panel in force, where it is in one of these states.
    func panel(in states: PanelState...) -> Panel? {
        caseIfAny?.panelInForce.flatMap { states.contains($0.state) ? $0 : nil }
    }

    /// The profiles of the experts in office.
    var expertPool: [ExpertProfile] {
        world.directory.holders(of: .panelExpert, at: now).compactMap {
            world.directory.persons[$0]?.profile
        }.filter(\.isExpert)
    }

    /// Experts in office who fit a panel's plan, as widened so far; conflicts stand with them.
    func candidates(for panel: Panel, widening: Int) -> [Draw.Candidate] {
        let chain = self.case.challenge.terms.chain
        let parties = CaseParties(of: self)
        return world.directory.holders(of: .panelExpert, at: now).compactMap { expert in
            guard let profile = world.directory.persons[expert]?.profile, profile.isExpert,
                widening > 0 || panel.skills.isEmpty
                    || !Set(panel.skills).isDisjoint(with: profile.skills),
                widening > 1 || chain.isEmpty || profile.chains.contains(chain),
                widening > 2 || panel.region.isEmpty || profile.region == panel.region
            else { return nil }
            return candidate(expert, profile: profile, parties: parties)
        }
    }

    private func candidate(
        _ expert: PersonID, profile: ExpertProfile, parties: CaseParties
    ) -> Draw.Candidate {
        let organisation = world.directory.appointments(of: expert, at: now)
            .first { $0.role == .panelExpert }?.organisation
        let check = ConflictOfInterest.Check(person: expert, turn: self, parties: parties)
        return Draw.Candidate(
            expert: expert, organisation: organisation ?? "", isTechnical: profile.isTechnical,
            conflict: check.hit?.rule)
    }

    /// What the draw of a planned panel is made from.
    func drawInputs(for panel: Panel, head: Digest) -> Draw.Inputs {
        Draw.Inputs(
            head: head, nonces: self.case.openedBids.compactMap(\.nonce),
            challenge: self.case.id, round: panel.round, size: panel.size,
            technicalSeats: panel.technicalSeats, perOrganisation: policy[.panelPerOrg],
            candidates: candidates(for: panel, widening: 0))
    }

    /// Who takes the next vacant seat: the first in the order who has not had one and whom neither a
    /// conflict nor a quota bars now (P7); with those passed over. Nil where nobody is left.
    func nextExpert(for panel: Panel) -> (candidate: Draw.Candidate, skipped: [Draw.Skip])? {
        let live = self.case.liveSeats(of: panel)
        guard live.count < panel.size else { return nil }
        let former = Set(self.case.seats.all.filter { $0.panel == panel.id }.map(\.person))
        let parties = CaseParties(of: self)
        var filling = Draw.Filling(
            size: panel.size, technicalSeats: panel.technicalSeats,
            perOrganisation: policy[.panelPerOrg], seated: live.map(\.candidate))
        for expert in panel.drawOrder where !former.contains(expert) {
            let inOffice = world.directory.appointments(of: expert, at: now)
                .contains { $0.role == .panelExpert }
            guard inOffice, let profile = world.directory.persons[expert]?.profile else {
                continue
            }
            filling.take(candidate(expert, profile: profile, parties: parties))
            if filling.seated.count > live.count, let taken = filling.seated.last {
                return (taken, filling.skipped)
            }
        }
        return nil
    }

    /// Whether a seat is vacant and the order has nobody left for it (P8).
    func orderIsExhausted(of panel: Panel) -> Bool {
        self.case.liveSeats(of: panel).count < panel.size && nextExpert(for: panel) == nil
    }

    /// The next step of widening that brings anybody new, or the widest.
    func widened(_ panel: Panel) -> (widening: Int, joining: [Draw.Candidate]) {
        let present = Set(panel.drawOrder)
        for widening in min(panel.widening + 1, Panel.widest)...Panel.widest {
            let joining = candidates(for: panel, widening: widening)
                .filter { !present.contains($0.expert) }
            guard joining.isEmpty else { return (widening, joining) }
        }
        return (Panel.widest, [])
    }

    /// To which size a panel shrinks that cannot be filled any more, and whom it lets go, so that it
    /// stays odd and able to decide (P8); nil where it cannot.
    func shrunk(_ panel: Panel) -> (size: Int, technicalSeats: Int, released: Seat?)? {
        guard panel.widening == Panel.widest, orderIsExhausted(of: panel) else { return nil }
        let live = self.case.liveSeats(of: panel)
        let mustRelease = policy[.panelOdd] && live.count.isMultiple(of: 2)
        let choices: [Seat?] = mustRelease ? live.reversed() : [nil]
        for released in choices {
            let rest = live.filter { $0.id != released?.id }
            let technical = rest.count(where: \.isTechnical)
            if Panel.quorumBreach(of: rest, policy: policy) == nil {
                return (rest.count, min(panel.technicalSeats, technical), released)
            }
        }
        return nil
    }
}
