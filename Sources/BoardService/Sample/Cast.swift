import BoardDomain

/// Who plays which part: the county's people by role and organisation.
struct Cast: Sendable {
    private let byRole: [Role: [(person: PersonID, organisation: String)]]
    private let names: [PersonID: String]
    private let profiles: [PersonID: ExpertProfile]

    init(_ county: County) {
        var byRole: [Role: [(person: PersonID, organisation: String)]] = [:]
        for person in county.people {
            for appointment in person.appointments {
                byRole[appointment.role, default: []].append((person.id, appointment.organisation))
            }
        }
        self.byRole = byRole
        names = Dictionary(
            county.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        profiles = Dictionary(
            county.people.compactMap { person in person.profile.map { (person.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    func name(_ person: PersonID) -> String { names[person] ?? person }

    func profile(_ person: PersonID) -> ExpertProfile? { profiles[person] }

    /// The holder of a role in an organisation.
    func one(_ role: Role, of organisation: String) throws(SampleFault) -> PersonID {
        guard let found = byRole[role]?.first(where: { $0.organisation == organisation }) else {
            throw .nobody(role)
        }
        return found.person
    }

    /// The holder of a role by a number that spreads the work.
    func one(_ role: Role, _ number: Int) throws(SampleFault) -> PersonID {
        let all = byRole[role] ?? []
        guard !all.isEmpty else { throw .nobody(role) }
        return all[number % all.count].person
    }

    func all(_ role: Role) -> [PersonID] { (byRole[role] ?? []).map(\.person) }

    func organisations(with role: Role) -> [String] { (byRole[role] ?? []).map(\.organisation) }

    /// Experts of the argument, those of a chain first; the first takes the chair.
    func argumentExperts(chain: String, count: Int) -> [PersonID] {
        let all = all(.argumentExpert)
        let ofChain = all.filter { profiles[$0]?.chains.contains(chain) ?? false }
        return Array((ofChain + all.filter { !ofChain.contains($0) }).prefix(count))
    }
}
