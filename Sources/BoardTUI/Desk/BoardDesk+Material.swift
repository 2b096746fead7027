import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension BoardDesk {
    /// What a form is made with: what its fields are picked from, the rules, who fills it in.
    ///
    /// What cannot be had is missing, and then typed: a form is there in any case.
    func material(for stream: StreamID, sources: Set<FormSource>) async -> FormMaterial {
        var material = FormMaterial()
        if case .success(let file) = await file(of: stream) { material.file = file }
        let wording = await wording()
        let told = FormOptions(file: material.file, wording: wording)
        for source in sources {
            if let options = told.options(of: source) { material.options[source] = options }
        }
        if let rules = try? await board.rules(at: instant) {
            material.policy = rules.policy
            material.calendar = rules.calendar
        }
        guard let sight = try? await board.directorySight(as: person, at: instant) else {
            return material
        }
        let directory = sight.directory
        if let person {
            material.personName = directory.persons[person]?.name ?? person
            let codes = sight.appointments(of: person).map(\.organisation)
            material.own = Set(codes).sorted().map {
                ($0, directory.organisations[$0]?.name ?? $0)
            }
        }
        if sources.contains(.openers), let state = try? await board.state(of: stream) {
            material.openers = ring.likelyOpeners(
                of: state, in: directory, at: await board.now)
        }
        for source in sources where material.options[source] == nil {
            material.options[source] = await options(source, sight, wording)
        }
        return material
    }

    private func options(
        _ source: FormSource, _ sight: DirectorySight, _ wording: ValueWording
    ) async -> [ChoiceOption<String>] {
        switch source {
        case .openers:
            return persons(of: [.caseOfficer, .supervisor], sight, wording).filter {
                ring.hasKey(of: $0.id)
            }
        case .persons(let roles): return persons(of: roles, sight, wording)
        case .organisations(let kinds): return organisations(of: kinds, sight.directory, wording)
        case .parties:
            return organisations(of: [], sight.directory, wording)
                + persons(of: [], sight, wording)
        case .pools:
            let pools = (try? await board.pools(as: person, at: instant)) ?? []
            return pools.map { pool in
                let free = pool.amount("free").map { wording.money($0) } ?? ""
                return ChoiceOption(
                    pool.name, SafeText(pool.name),
                    detail: SafeText(
                        [wording.state(pool.state.rawValue, of: "pool"), free]
                            .filter { !$0.isEmpty }.joined(separator: " · ")))
            }
        case .cases:
            return await rows().map {
                ChoiceOption($0.id, SafeText($0.id), detail: SafeText($0.title))
            }
        case .chains:
            return Set(await rows().map(\.chain)).subtracting([""]).sorted().map {
                ChoiceOption($0, SafeText($0))
            }
        default: return []
        }
    }

    private func rows() async -> [CaseRow] {
        var query = CaseQuery()
        query.limit = 1_000
        return (try? await cases(query).get()) ?? []
    }

    /// Those whom the person may know of, of these roles as far as it may know them.
    private func persons(
        of roles: Set<Role>, _ sight: DirectorySight, _ wording: ValueWording
    ) -> [ChoiceOption<String>] {
        let directory = sight.directory
        return directory.persons.sorted { $0.key < $1.key }.compactMap { id, person in
            guard sight.sees(id), person.state == .active else { return nil }
            let held = sight.appointments(of: id)
            guard roles.isEmpty || held.contains(where: { roles.contains($0.role) }) else {
                return nil
            }
            let offices = held.map { appointment in
                let name = directory.organisations[appointment.organisation]?.name
                return wording.role(appointment.role) + " "
                    + (name ?? appointment.organisation)
            }
            return ChoiceOption(
                id, SafeText(person.name),
                detail: SafeText(wording.list(offices) + "  " + id))
        }
    }

    private func organisations(
        of kinds: Set<OrganisationKind>, _ directory: Directory, _ wording: ValueWording
    ) -> [ChoiceOption<String>] {
        directory.organisations.sorted { $0.key < $1.key }.compactMap { code, organisation in
            guard kinds.isEmpty || kinds.contains(organisation.kind) else { return nil }
            let state =
                organisation.state == .verified
                ? "" : wording.state(organisation.state.rawValue, of: "organisation")
            return ChoiceOption(
                code, SafeText(organisation.name),
                detail: SafeText(
                    [wording.choice(organisation.kind.rawValue), code, state]
                        .filter { !$0.isEmpty }.joined(separator: " · ")))
        }
    }

    /// What a path that is being typed may become.
    func entries(for typed: String) -> [PathEntry] { PathEntry.found(for: typed) }
}
