package import BoardDomain
import BoardResources

extension LocalBoard {
    /// The target of an identifier; whether it is on the board is for what follows to find out.
    ///
    /// - Throws: `NameFault.misread`.
    package func target(_ text: String) async throws -> Target {
        guard let target = Target(text, directory: try await directory()) else {
            throw NameFault.misread(text)
        }
        return target
    }

    /// As `target`; of `new` and `pool/new` the stream that the command's first event would make.
    ///
    /// - Throws: `NameFault.misread`.
    package func targetOrNew(_ text: String, at instant: Instant? = nil) async throws -> Target {
        guard Target.isNew(text) else { return try await target(text) }
        let words = text.split(separator: "/").map(String.init)
        let kind = words.count == 2 ? StreamID.Kind(rawValue: words[0]) : .challenge
        guard let kind, [.challenge, .claim, .sanction, .pool].contains(kind) else {
            throw NameFault.misread(text)
        }
        return Target(stream: try await newStream(kind, at: instant), object: nil)
    }

    /// A not-found with what was perhaps meant, of what the person may know of.
    package func notFound(
        _ text: String, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> NameFault {
        var query = CaseQuery()
        query.limit = 10_000
        let rows = try await cases(query, as: person)
        let sight = try await directorySight(as: person, at: instant)
        let pools = try await pools(as: person, at: instant).map(\.name)
        let known =
            rows.map(\.id) + sight.directory.persons.keys.filter(sight.sees)
            + Array(sight.directory.organisations.keys) + pools
        // What is there and not for this viewer is not suggested in place of itself, nor a case in
        // place of a sanction.
        let near =
            known.contains(text)
            ? []
            : Suggestion.nearest(
                to: text, among: known.filter { Target.isAlike($0, text) })
        return .stream(text, near: near)
    }

    /// By id, or by a name that only one person bears.
    ///
    /// Who asks may not have said who he is yet, so that only public offices are suggested: a bidder's
    /// id or an expert's is not told to whoever mistypes one.
    /// - Throws: `NameFault.person`.
    package func person(named given: String, at instant: Instant? = nil) async throws -> PersonID {
        let sight = try await directorySight(as: nil, at: instant)
        let persons = sight.directory.persons
        if persons[given] != nil { return given }
        let named = persons.filter { $0.value.name == given }.keys.sorted()
        if named.count == 1 { return named[0] }
        let near =
            named.isEmpty
            ? Suggestion.nearest(to: given, among: persons.keys.filter(sight.sees))
            : named.filter(sight.sees)
        throw NameFault.person(given, near: near)
    }

    /// The fields of a command with its persons by their ids, who may be given by a name that only
    /// one bears.
    ///
    /// - Throws: `NameFault.person`.
    package func naming(_ fields: Record, at instant: Instant? = nil) async throws -> Record {
        var members = fields.members
        for field in ["lead", "assignee", "liaison", "person", "expert", "successor"] {
            guard let given = members[field]?.string else { continue }
            members[field] = .string(try await person(named: given, at: instant))
        }
        if let given = members["argumentExperts"]?.array {
            var experts: [JSON] = []
            for name in given.compactMap(\.string) {
                experts.append(.string(try await person(named: name, at: instant)))
            }
            members["argumentExperts"] = .array(experts)
        }
        // Elsewhere a pool is named with its kind.
        for field in ["pool", "nextPool"] {
            guard let given = members[field]?.string, given.hasPrefix("pool/") else { continue }
            members[field] = .string(String(given.dropFirst("pool/".count)))
        }
        return Record(members)
    }

    /// Persons and organisations by what they are called, for `ValueWording`.
    package func names() async throws -> [String: String] {
        let directory = try await directory()
        return directory.persons.mapValues(\.name)
            .merging(directory.organisations.mapValues(\.name)) { one, _ in one }
    }
}
