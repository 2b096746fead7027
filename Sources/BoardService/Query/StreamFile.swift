package import BoardDomain

/// A stream that is no case, told to somebody by what he may read of its log: a person, an
/// organisation with its people, a pool, a sanction, a claim.
struct StreamFile {
    let id: StreamID
    let stream: BoardDomain.Stream
    /// The events of the stream that the viewer may see.
    let seen: [TimelineEntry]
    let viewer: PersonID?
    let sight: DirectorySight
    let pools: [PoolSight]
    /// Challenges that are approved and not published yet: what a cut of a pool may free.
    let unpublished: Set<String>
    private var directory: Directory { sight.directory }

    /// Members by name, as `caseFile` has them: `id`, `title`, `state` and what there is of the kind.
    var json: JSON {
        var members: [String: JSON]
        switch stream.aggregate {
        case let file as PersonFile: members = person(file)
        case let file as OrganisationFile: members = organisation(file)
        case let file as PoolFile: members = pool(file)
        case let file as SanctionFile: members = sanction(file)
        case let file as PolicyClaim: members = claim(file)
        default: members = ["objects": .array(objects)]
        }
        members["id"] = .string(id.id)
        return .object(members)
    }

    private func sees(_ type: EventType) -> Bool { seen.contains { $0.type == type.name } }

    /// A unified code or a person by name; empty for nobody.
    private func name(_ party: String) -> String {
        directory.organisations[party]?.name ?? directory.persons[party]?.name ?? party
    }

    // MARK: People and organisations

    private func person(_ file: PersonFile) -> [String: JSON] {
        guard let person = file.persons.last else { return [:] }
        let held = sight.appointments(of: id.id)
        var members: [String: JSON] = [
            "title": .string(person.name), "state": .string(person.state.rawValue),
            "appointments": .array(
                held.map { appointment in
                    var row = appointment.json(of: directory)
                    row["person"] = nil
                    row["id"] = .string(appointment.organisation + "/" + appointment.id)
                    return .object(row)
                }),
        ]
        if sees(.personInvited), person.profile.isExpert {
            members["region"] = .string(person.profile.region)
            members["skills"] = .array(person.profile.skills.map(JSON.string))
        }
        return members
    }

    private func organisation(_ file: OrganisationFile) -> [String: JSON] {
        guard let organisation = file.organisations.last else { return [:] }
        var members: [String: JSON] = [
            "title": .string(organisation.name), "state": .string(organisation.state.rawValue),
            "kind": organisation.kind.json,
        ]
        if !organisation.chains.isEmpty {
            members["chains"] = .array(organisation.chains.map(JSON.string))
        }
        if !organisation.controller.isEmpty {
            members["controller"] = .string(name(organisation.controller))
        }
        members["successor"] = organisation.successor.map { .string(name($0)) }
        // Who works for whom is told to whoever may read of the appointment, and to who is to accept it.
        let known = Set(seen.map(\.object))
        let appointments = file.appointments.all.filter {
            $0.person == viewer || known.contains(ObjectReference(.appointment, $0.id).text)
        }
        if !appointments.isEmpty {
            members["appointments"] = .array(
                appointments.map { appointment in
                    var row = appointment.json(of: directory)
                    row["organisation"] = nil
                    return .object(row)
                })
        }
        return members
    }

    // MARK: Pools

    private func pool(_ file: PoolFile) -> [String: JSON] {
        guard let sight = pools.first(where: { $0.name == id.id }), let pool = file.pool else {
            return [:]
        }
        var members = sight.members
        // Whoever may not know what is held may not know for whom.
        guard sight.reserved != nil else { return members }
        let freed = pool.releasable(unpublished: unpublished).map(\.challenge)
        let holders = Set(pool.reserved.keys).union(pool.committed.keys).sorted()
        members["holdings"] = .array(
            holders.map { challenge in
                var row: [String: JSON] = [
                    "challenge": .string(challenge),
                    "reserved": (pool.reserved[challenge] ?? .zero).json,
                    "committed": (pool.committed[challenge] ?? .zero).json,
                ]
                row["freedByCut"] = freed.firstIndex(of: challenge).map { ($0 + 1).json }
                return .object(row)
            })
        return members
    }

    // MARK: Sanctions and claims

    private func sanction(_ file: SanctionFile) -> [String: JSON] {
        guard let sanction = file.sanction else { return [:] }
        var members: [String: JSON] = [
            "title": .string(name(sanction.target)), "state": .string(sanction.state.rawValue),
            "target": .string(sanction.target),
        ]
        if let report = seen.first(where: { $0.type == EventType.sanctionReported.name }) {
            members["facts"] = .string(sanction.facts)
            members["challenge"] = sanction.challenge.map(JSON.string)
            members["reportedAt"] = report.at.json
            if !report.actorName.isEmpty { members["reporter"] = .string(report.actorName) }
            members["defenceUntil"] = sanction.defenceUntil?.json
            let defences = seen.filter { $0.type == EventType.defenceGiven.name }
            if let words = defences.last?.fields["statement"] { members["defence"] = words }
        }
        if sees(.sanctionDecided) || sees(.sanctionEffective) {
            members["decision"] = sanction.decision?.json
            members["from"] = sanction.from?.json
            members["until"] = sanction.until?.json
            members["effectiveAt"] = sanction.effectiveAt?.json
            let ruling = seen.last { $0.type == EventType.sanctionDecided.name }
            for name in [F.reason.name, F.clause.name, Sanction.evidence.name] {
                members[name] = ruling?.fields[name]
            }
        }
        return members.merging(published(file.notices.all, file.objections.all)) { $1 }
    }

    private func claim(_ file: PolicyClaim) -> [String: JSON] {
        var members = published(file.notices.all, file.objections.all)
        guard sees(.entitlementCreated) else { return members }
        if let entitlement = file.entitlements.last {
            members["title"] = .string(name(entitlement.payee))
            members["payee"] = .string(entitlement.payee)
            members["policy"] = entitlement.policy?.json
            members["baseDocument"] = .string(entitlement.baseDocument)
        }
        members["entitlements"] = .array(
            file.entitlements.all.map { entitlement in
                [
                    "id": .string(entitlement.id), "state": .string(entitlement.state.rawValue),
                    "amount": entitlement.amount.json, "paid": entitlement.paid.json,
                ]
            })
        members["payouts"] = .array(
            file.payouts.all.map { payout in
                var row: [String: JSON] = [
                    "id": .string(payout.id), "state": .string(payout.state.rawValue),
                    "amount": payout.amount.json,
                ]
                row["pool"] = payout.pool.isEmpty ? nil : .string(payout.pool)
                row["paidAt"] = payout.paidAt?.json
                row["account"] = sees(.payoutSubmitted) ? payout.account?.json : nil
                return .object(row)
            })
        return members
    }

    private func published(_ notices: [Notice], _ objections: [Objection]) -> [String: JSON] {
        let known = Set(seen.map(\.object))
        var members: [String: JSON] = [:]
        let shown = notices.filter { known.contains(ObjectReference(.notice, $0.id).text) }
        if !shown.isEmpty {
            members["notices"] = .array(
                shown.map { notice in
                    [
                        "id": .string(notice.id), "state": .string(notice.state.rawValue),
                        "kind": notice.kind.json, "start": notice.start.json,
                        "end": notice.end.json, "text": .string(notice.text),
                    ]
                })
        }
        let filed = objections.filter { known.contains(ObjectReference(.objection, $0.id).text) }
        if !filed.isEmpty {
            members["objections"] = .array(
                filed.map { objection in
                    var row: [String: JSON] = [
                        "id": .string(objection.id), "state": .string(objection.state.rawValue),
                        "filer": .string(name(objection.filer)),
                    ]
                    row["result"] = objection.result?.json
                    return .object(row)
                })
        }
        return members
    }

    private var objects: [JSON] {
        type(of: stream.aggregate).machines.flatMap { machine in
            stream.aggregate.ids(of: machine).map { id -> JSON in
                let reference = ObjectReference(machine, id)
                return [
                    "object": .string(reference.text),
                    "state": .string(stream.aggregate.state(of: reference) ?? ""),
                ]
            }
        }
    }
}

extension LocalBoard {
    /// A case file, or what a person may see of another stream, as JSON.
    ///
    /// - Throws: `BoardFault.notFound`, also where the person may not know that it exists.
    package func shown(
        _ stream: StreamID, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> JSON {
        guard stream.kind != .challenge else {
            return try await caseFile(stream.id, as: person, at: instant)
        }
        let found = try await file(of: stream, as: person, at: instant)
        let unpublished = stream.kind == .pool ? try await unpublishedChallenges() : []
        return StreamFile(
            id: stream, stream: found,
            seen: try await timeline(stream, as: person, at: instant), viewer: person,
            sight: try await directorySight(as: person, at: instant),
            pools: try await pools(as: person, at: instant), unpublished: unpublished
        ).json
    }
}

extension Appointment {
    /// As the directory lists it, by the ids of person and organisation.
    package var json: JSON {
        var members: [String: JSON] = [
            "id": .string(id), "state": .string(state.rawValue), "person": .string(person),
            "role": .string(role.rawValue), "organisation": .string(organisation),
            "from": from.json,
        ]
        members["until"] = until?.json
        return .object(members)
    }

    /// With the person and the organisation by name.
    fileprivate func json(of directory: Directory) -> [String: JSON] {
        var members = json.object ?? [:]
        members["person"] = .string(directory.persons[person]?.name ?? person)
        members["organisation"] = .string(
            directory.organisations[organisation]?.name ?? organisation)
        return members
    }
}

extension PoolSight {
    /// As a pool is told; what the viewer may not know is left out.
    package var members: [String: JSON] {
        var members: [String: JSON] = [
            "id": .string(name), "state": .string(state.rawValue), "year": .integer(Int64(year)),
            "basis": .string(basis), "allotted": allotted.json, "recovered": recovered.json,
            "committed": committed.json, "paid": paid.json,
        ]
        members["reserved"] = reserved?.json
        members["free"] = free?.json
        return members
    }

    /// Of those that the viewer may know.
    package func amount(_ name: String) -> Money? { members[name]?.integer.map(Money.init(fen:)) }
}
