package import BoardDomain

extension LocalBoard {
    /// How a person sees the events of a stream; nil where it may not know that there is one.
    func sight(
        of stream: StreamID, in world: World, as person: PersonID?, at now: Instant
    ) -> ((Event) -> EventSight)? {
        let reader = Reader(person, in: world.directory, at: now)
        switch world[stream].aggregate {
        case let found as Case:
            guard found.exists else { return nil }
            let viewer = viewer(person, of: found, at: now)
            guard CaseSight.sees(found, viewer) else { return nil }
            return { event in EventSight.of(event, in: found, viewer) }
        case let claim as PolicyClaim:
            let payees = Set(claim.entitlements.all.map(\.payee))
            let isClose = reader.isOfficial || !reader.organisations.isDisjoint(with: payees)
            let isPublic = claim.notices.last != nil
            guard isClose || isPublic else { return nil }
            // The public reads what is published, not whose account the money goes to.
            return reader.sight { isClose || $0.subject.machine == .notice }
        case let file as SanctionFile:
            guard let sanction = file.sanction else { return nil }
            let isTarget =
                reader.organisations.contains(sanction.target) || person == sanction.target
            let isParty = isTarget && sanction.state != .reported && sanction.state != .dropped
            let isReporter = person != nil && person == sanction.reporter
            guard
                reader.isOfficial || isParty || isReporter || sanction.effectiveAt != nil
            else { return nil }
            let effective: Set<EventType> = [
                .sanctionEffective, .sanctionExpired, .sanctionRepaired, .sanctionOverturned,
            ]
            return { event in
                if reader.isOfficial || event.by.actor.person == person && person != nil {
                    return .whole
                }
                // Who is accused answers the facts, not the one who told them.
                if isParty { return event.type == .sanctionReported ? .unsigned : .whole }
                let isPublished =
                    effective.contains(event.type) || event.subject.machine == .notice
                return isPublished && sanction.effectiveAt != nil ? .whole : .hidden
            }
        case is PersonFile:
            let sight = DirectorySight(world.directory, as: person, at: now)
            guard sight.sees(stream.id) else { return nil }
            return reader.sight { _ in reader.isKeeper || person == stream.id }
        case is OrganisationFile:
            let isOwn = reader.organisations.contains(stream.id)
            return reader.sight {
                isOwn || reader.isOfficial || reader.isKeeper
                    || $0.subject.machine == .organisation
            }
        case is PoolFile:
            let totals: Set<EventType> = [
                .poolOpened, .poolAllotted, .poolCut, .poolClosing, .balanceCarried, .poolClosed,
            ]
            // What is held for a challenge would name those that are not published yet.
            return reader.sight { reader.isOfficial || totals.contains($0.type) }
        default: return { _ in .whole }
        }
    }

    /// A refusal as its hearer may hear it: why a command to an object or a case that it may not know
    /// of was refused would tell that there is one (§15).
    func heard(
        _ refusal: Refusal, of command: Command, in world: World, at now: Instant
    ) -> Refusal {
        // What the machine knows no command of is refused alike, whether there is an object or not.
        // Whoever erases was told that it is there when it was erased.
        guard ![.unknownCommand, .contactErased].contains(refusal.code) else { return refusal }
        let rows = TransitionTable.standard.rows(
            of: command.subject.machine, command: command.name)
        let makesItsObject = rows.contains(where: \.creates)
        guard
            isHidden(
                makesItsObject ? nil : command.subject, of: command.stream, in: world,
                from: command.person, at: now)
        else { return refusal }
        return Refusal(rule: "§0", Breach(.noSuchObject, given: .string(command.subject.text)))
    }

    /// Refuses an object named in a field that is not there and one that the person may not know of
    /// alike, before a rule says anything of its state (§15).
    ///
    /// - Throws: `Refusal`, `noSuchObject`.
    func checkNamedObject(of command: Command, in world: World, at now: Instant) throws(Refusal) {
        guard let named = command.fields[F.object] else { return }
        let isThere = world[command.stream].aggregate.state(of: named) != nil
        guard
            !isThere
                || isHidden(named, of: command.stream, in: world, from: command.person, at: now)
        else { return }
        throw Refusal(rule: "§0", Breach(.noSuchObject, given: .string(named.text)))
    }

    /// Whether a stream, or an object of a case, must not be known to a person.
    private func isHidden(
        _ object: ObjectReference?, of stream: StreamID, in world: World, from person: PersonID,
        at now: Instant
    ) -> Bool {
        guard world[stream].version > 0 else { return false }
        guard sight(of: stream, in: world, as: person, at: now) != nil else { return true }
        guard let object, let found = world[stream].aggregate as? Case,
            found.state(of: object) != nil
        else { return false }
        return !CaseSight.knows(object, in: found, viewer(person, of: found, at: now))
    }

    /// A stream that is no case, for somebody who may know of it.
    ///
    /// - Throws: `BoardFault.notFound`.
    package func file(
        of stream: StreamID, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> BoardDomain.Stream {
        let now = instant ?? settings.now()
        let world = try await world(with: stream, at: now)
        guard world[stream].version > 0, sight(of: stream, in: world, as: person, at: now) != nil
        else { throw BoardFault.notFound(stream.id) }
        return world[stream]
    }
}

/// Who reads a stream that is no case, by appointments alone.
private struct Reader: Sendable {
    let person: PersonID?
    let organisations: Set<String>
    /// Who runs or watches the county's procedures.
    let isOfficial: Bool
    /// Who keeps the directory.
    let isKeeper: Bool

    init(_ person: PersonID?, in directory: Directory, at now: Instant) {
        let held = person.map { directory.appointments(of: $0, at: now) } ?? []
        let roles = Set(held.map(\.role))
        self.person = person
        organisations = Set(held.map(\.organisation))
        isOfficial = !roles.isDisjoint(with: Role.officials)
        isKeeper = !roles.isDisjoint(with: Role.keepers)
    }

    /// One's own acts are never hidden.
    func sight(_ sees: @escaping @Sendable (Event) -> Bool) -> (Event) -> EventSight {
        { event in
            event.by.actor.person == person && person != nil || sees(event) ? .whole : .hidden
        }
    }
}
