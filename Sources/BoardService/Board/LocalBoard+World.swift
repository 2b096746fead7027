import BoardDomain
import BoardEventLog

extension LocalBoard {
    /// Everything that a command's decision may see.
    func world(for command: Command, at instant: Instant) async throws -> World {
        var world = try await world(with: command.stream, at: instant)
        try await register(command, in: &world, at: instant)
        return world
    }

    /// A stream with what stands around it: the pools, the directory, who is restricted.
    func world(with id: StreamID, at instant: Instant) async throws -> World {
        try await refreshStanding()
        var streams = standing.pools
        if let kept = standing[id] {
            streams[id] = kept
        } else {
            let position = standing.position
            let stream = try await Replay.stream(id, from: log)
            if stream.version > 0 {
                streams[id] = stream
                // Whatever was recorded meanwhile may be missing from what was read.
                remember(stream, as: id, at: position)
            }
        }
        // A supervisor's acts in the case that a sanction arose from bar him from deciding it.
        if let challenge = (streams[id]?.aggregate as? SanctionFile)?.sanction?.challenge {
            let origin = StreamID(.challenge, challenge)
            streams[origin] = try await Replay.stream(origin, from: log)
        }
        var register = Register()
        register.restricted = standing.restricted(at: instant)
        register.provenFraud = standing.provenFraud
        if [.person, .organisation].contains(id.kind) {
            register.openWork = try await openWork(around: id)
        }
        let year = instant.day.year
        register.nextNumber[.sanction] = try await log.nextNumber(prefix: "sanction/SX-\(year)-")
        return World(streams: streams, directory: standing.directory, register: register)
    }

    /// What waits for each person by name: whoever leaves hands it over first (G7, G13).
    private func openWork(around id: StreamID) async throws -> [PersonID: [String]] {
        var persons: Set<PersonID> = id.kind == .person ? [id.id] : []
        if let file = standing.streams[id]?.aggregate as? OrganisationFile {
            persons.formUnion(file.appointments.all.map(\.person))
        }
        var work: [PersonID: [String]] = [:]
        for person in persons {
            let duties = try await log.duties(of: DutyHolder(person: person, appointments: []))
            let items = duties.map { "\($0.stream)/\($0.duty.object)" }
            if !items.isEmpty { work[person] = Set(items).sorted() }
        }
        return work
    }

    /// What only some commands ask: document numbers, similar titles, reservations that a cut frees.
    private func register(
        _ command: Command, in world: inout World, at instant: Instant
    ) async throws {
        for (kind, number) in Self.documentNumbers(in: command.fields) {
            let normal = DocumentNumber.normal(number)
            if let holder = try await log.holder(ofDocument: normal, kind: kind) {
                world.register.documentHolders[DocumentNumber.key(kind: kind, number: number)] =
                    holder.stream + "/" + holder.object
            }
        }
        if command.stream.kind == .claim {
            world.register.granted = try await granted(to: command.person, at: instant)
        }
        if command.name == "conclude-argument",
            let found = world[command.stream].aggregate as? Case,
            found.exists
        {
            var query = CaseQuery()
            query.title = found.challenge.terms.title
            query.limit = .max
            // A draft that nobody else may see, or one taken back, stands in nobody's way.
            let unseen: Set<String> = [
                ChallengeState.draft.rawValue, ChallengeState.withdrawn.rawValue,
            ]
            for row in try await log.cases(query)
            where row.id != found.id && !unseen.contains(row.state) {
                world.register.similarTitles[row.id] = row.title
            }
        }
        if ["draw", "widen"].contains(command.name),
            let found = world[command.stream].aggregate as? Case, found.exists
        {
            let parties = [found.challenge.enterprise] + found.bids.all.flatMap(\.members)
            world.register.dealings = try await dealings(of: Set(parties))
        }
        if command.stream.kind == .pool {
            world.register.unpublished = try await unpublishedChallenges()
        }
    }

    /// Approved and not published yet: a cut of their pool may take their reservations (L3).
    func unpublishedChallenges() async throws -> Set<String> {
        var query = CaseQuery()
        query.states = [ChallengeState.approved.rawValue]
        query.limit = .max
        return Set(try await log.cases(query).map(\.id))
    }

    /// The contracts of the board between these parties and anybody, by the day each came into force.
    private func dealings(of parties: Set<String>) async throws -> [[String]: Day] {
        var dealings: [[String]: Day] = [:]
        for row in try await log.dealings(of: parties) {
            dealings[[row.first, row.second]] = row.day
        }
        return dealings
    }

    /// The document numbers that a command's fields would put to use, with their kinds (I24).
    private static func documentNumbers(in fields: Record) -> [(kind: String, number: String)] {
        let named: [(String?, String?)] = [
            (fields[F.evidenceKind]?.rawValue, fields[F.documentNumber]),
            (fields[F.claimPolicy]?.rawValue, fields[F.baseDocument]),
            ("payment", fields[F.idempotencyKey]),
            ("confirmation", fields[F.confirmationNumber]),
        ]
        return named.compactMap { kind, number in
            kind.flatMap { kind in number.map { (kind, $0) } }
        }
    }

    /// What the organisations of a claimant have been granted under each policy and still hold (Y1).
    private func granted(
        to person: PersonID, at instant: Instant
    ) async throws -> [String: Money] {
        let own = Set(
            standing.directory.appointments(of: person, at: instant).map(\.organisation))
        var granted: [String: Money] = [:]
        for organisation in own {
            for name in try await log.streams(involving: organisation) {
                guard let id = StreamID(text: name), id.kind == .claim,
                    let claim = try await Replay.stream(id, from: log).aggregate as? PolicyClaim
                else { continue }
                for entitlement in claim.entitlements.all
                where ![.refused, .waived].contains(entitlement.state) {
                    guard let policy = entitlement.policy else { continue }
                    granted["\(policy.rawValue)/\(entitlement.payee)", default: .zero] +=
                        entitlement.amount
                }
            }
        }
        return granted
    }
}
