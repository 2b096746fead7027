/// The hard rules of avoidance 回避 (§5), computed from the directory, the case and the register.
package enum ConflictOfInterest {
    /// Mail domains that anybody can have an address in; they never make an organisation.
    package static let publicMailDomains: Set<String> = [
        "163.com", "126.com", "yeah.net", "139.com", "189.cn", "188.com", "sina.com", "sina.cn",
        "sohu.com", "qq.com", "foxmail.com", "aliyun.com", "gmail.com", "outlook.com",
        "hotmail.com", "live.com", "yahoo.com", "icloud.com",
    ]

    /// The first rule that keeps a person from judging the turn's case; nil where none does.
    ///
    /// The rows of the panel ask about bidders too, those of the argument about the enterprise
    /// alone, because no bid is known then.
    package static func hit(person: PersonID, in turn: Turn) -> ConflictHit? {
        Check(person: person, turn: turn, parties: CaseParties(of: turn)).hit
    }

    /// One expert held against the parties.
    struct Check {
        let person: PersonID
        let turn: Turn
        let parties: CaseParties

        private var directory: Directory { turn.world.directory }
        private var profile: ExpertProfile { directory.persons[person]?.profile ?? ExpertProfile() }
        private var name: String { directory.persons[person]?.name ?? person }
        private var isForPanel: Bool {
            [.panel, .seat, .sheet].contains(turn.row.machine)
        }

        var hit: ConflictHit? {
            if let person = samePerson ?? liaison ?? argued { return person }
            if let organisation = sameOrganisation ?? sameController { return organisation }
            if let relation = kinship ?? coauthor ?? contract { return relation }
            return avoidance ?? actedInCase ?? restricted
        }

        private func cutoff(_ key: PolicyKey<Int>) -> Day {
            turn.now.day.adding(months: -12 * turn.policy[key])
        }

        private var samePerson: ConflictHit? {
            if parties.persons.contains(person) {
                return ConflictHit(.samePerson, against: person)
            }
            // A namesake is skipped as well: the next expert is at no disadvantage, the parties are.
            return parties.names.contains(name) ? ConflictHit(.samePerson, against: name) : nil
        }

        private var liaison: ConflictHit? {
            let enterprise = turn.case.challenge.enterprise
            let isLiaison =
                turn.case.challenge.liaison == person
                || directory.staff(of: enterprise, in: [.liaison], at: turn.now).contains(person)
                || turn.docket.acts(of: person).contains { $0.capacity == .liaison }
            return isLiaison ? ConflictHit(.liaison, against: enterprise) : nil
        }

        private var argued: ConflictHit? {
            guard isForPanel, !turn.policy[.argueMayScore],
                turn.case.argumentSeats.all.contains(where: { $0.person == person })
            else { return nil }
            return ConflictHit(.argued, against: turn.case.id)
        }

        /// Organisations that the expert belongs to, or left after a day.
        private func organisations(since day: Day) -> Set<String> {
            let appointed = directory.everyAppointment(of: person).filter {
                $0.state == .active || $0.state == .ended && ($0.until?.day ?? day) >= day
            }
            let declared = profile.affiliations.filter { $0.until.map { $0 >= day } ?? true }
            return Set(appointed.map(\.organisation) + declared.map(\.organisation))
        }

        private var presentOrganisations: [String] { organisations(since: turn.now.day).sorted() }

        private var sameOrganisation: ConflictHit? {
            let own = organisations(since: cutoff(.coiSameOrgYears))
            if let shared = parties.organisations.first(where: own.contains) {
                return ConflictHit(.sameOrganisation, against: shared)
            }
            let domains = Set(presentOrganisations.compactMap(domain))
            return parties.organisations.first { domain(of: $0).map(domains.contains) ?? false }
                .map { ConflictHit(.sameOrganisation, against: $0) }
        }

        private func domain(of code: String) -> String? {
            guard let written = directory.organisations[code]?.contactDomain.lowercased(),
                !written.isEmpty, !publicMailDomains.contains(written)
            else { return nil }
            return written
        }

        private var sameController: ConflictHit? {
            let own = presentOrganisations
            return parties.organisations.first { party in
                directory.organisations[party]?.controller == name
                    || own.contains { directory.isControlled($0, by: party) }
            }
            .map { ConflictHit(.sameController, against: $0) }
        }

        private var kinship: ConflictHit? {
            let declared = Set(profile.relatives)
            if let named = parties.names.first(where: declared.contains) {
                return ConflictHit(.kinship, against: named)
            }
            return parties.persons.first { other in
                let relatives = directory.persons[other]?.profile.relatives ?? []
                return declared.contains(other)
                    || directory.persons[other].map { declared.contains($0.name) } ?? false
                    || relatives.contains(person) || relatives.contains(name)
            }
            .map { ConflictHit(.kinship, against: $0) }
        }

        private var coauthor: ConflictHit? {
            let day = cutoff(.coiCoauthorYears)
            let declared = Set(profile.coauthors.filter { $0.until >= day }.map(\.person))
            if let named = parties.names.first(where: declared.contains) {
                return ConflictHit(.coauthor, against: named)
            }
            return parties.persons.first { other in
                let found = directory.persons[other]
                let theirs = found?.profile.coauthors.filter { $0.until >= day } ?? []
                return declared.contains(other)
                    || found.map { declared.contains($0.name) } ?? false
                    || theirs.contains { $0.person == person || $0.person == name }
            }
            .map { ConflictHit(.coauthor, against: $0) }
        }

        private var contract: ConflictHit? {
            let day = cutoff(.coiContractYears)
            let declared = Set(
                profile.contracts.filter { $0.until.map { $0 >= day } ?? true }.map(\.organisation))
            let own = presentOrganisations
            let dealings = turn.world.register.dealings
            return parties.organisations.first { party in
                declared.contains(party)
                    || own.contains { dealings[[$0, party].sorted()].map { $0 >= day } ?? false }
            }
            .map { ConflictHit(.contract, against: $0) }
        }

        private var avoidance: ConflictHit? {
            let own = Set(presentOrganisations)
            let known = own.union(own.compactMap { directory.organisations[$0]?.name })
                .union([person, name])
            let limit = turn.policy[.coiAvoidMax]
            let listed = turn.case.challenge.terms.avoidance.prefix(limit).map(Avoidance.named)
            if listed.contains(where: known.contains) {
                return ConflictHit(.avoidance, against: turn.case.challenge.enterprise)
            }
            guard isForPanel else { return nil }
            return turn.case.panelInForce?.avoidances.first { known.contains($0.avoided) }
                .map { ConflictHit(.avoidance, against: $0.party) }
        }

        private var actedInCase: ConflictHit? {
            var probe = turn
            probe.signature = Signature(
                actor: .person(person), capacity: isForPanel ? .panelExpert : .argumentExpert,
                organisation: "")
            guard let breach = SeparationOfDuties.breach(of: probe) else { return nil }
            return ConflictHit(
                .actedInCase, against: breach.details["earlier"]?.string ?? turn.case.id)
        }

        private var restricted: ConflictHit? {
            ([person] + presentOrganisations).first(where: turn.isRestricted)
                .map { ConflictHit(.restricted, against: $0) }
        }
    }
}
