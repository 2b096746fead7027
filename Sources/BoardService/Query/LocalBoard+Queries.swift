package import BoardDomain
package import BoardEventLog
import Logging

extension LocalBoard {
    /// The cases that a viewer may see, in the order asked for.
    package func cases(_ query: CaseQuery, as person: PersonID?) async throws -> [CaseRow] {
        guard let query = try await seen(query, by: person) else { return [] }
        return try await log.cases(query)
    }

    /// Which cases a person may know of: until the list is published, only the officials and the
    /// enterprise itself (§15).
    func scope(of person: PersonID?) async throws -> CaseScope {
        var held: [Appointment] = []
        if let person {
            try await refreshStanding()
            held = standing.directory.appointments(of: person, at: settings.now())
        }
        if held.contains(where: { Role.everyCase.contains($0.role) }) { return .everything }
        let hidden = ChallengeState.unpublished + [.rejected, .withdrawn]
        return CaseScope(
            hiddenStates: Set(hidden.map(\.rawValue)),
            ownEnterprises: Set(
                held.filter { Role.enterpriseSide[$0.role] != nil }.map(\.organisation)))
    }

    /// One case as a person may see it, section by section.
    ///
    /// - Throws: `BoardFault.notFound`, also where the person may not know that it exists.
    package func caseFile(
        _ id: String, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> JSON {
        let now = instant ?? settings.now()
        let world = try await world(with: StreamID(.challenge, id), at: now)
        guard let found = world[StreamID(.challenge, id)].aggregate as? Case else {
            throw BoardFault.notFound(id)
        }
        guard found.exists else { throw BoardFault.notFound(id) }
        let viewer = viewer(person, of: found, at: now)
        guard CaseSight.sees(found, viewer) else { throw BoardFault.notFound(id) }
        let context = try context(at: now, head: try await log.head().hash)
        let file = CaseFile(
            found: found, viewer: viewer, version: world[StreamID(.challenge, id)].version,
            directory: world.directory, context: context
        ).json
        try await note(
            [StreamID(.challenge, id): Restriction.shown(in: found, to: viewer)], .show,
            by: person, at: now)
        return try await cleared(file)
    }

    /// What a person may do in a stream now, and why not the rest.
    package func options(
        for person: PersonID, in stream: StreamID, at instant: Instant? = nil
    ) async throws -> [CommandOption] {
        let now = instant ?? settings.now()
        let world = try await world(with: stream, at: now)
        let context = try context(at: now, head: try await log.head().hash)
        if world[stream].version > 0, sight(of: stream, in: world, as: person, at: now) == nil {
            throw BoardFault.notFound(stream.id)
        }
        let options = engine.options(for: person, in: stream, of: world, context: context)
        guard let found = world[stream].aggregate as? Case, found.exists else { return options }
        // Even that there is something to do about a bid tells that there is a bid (§15).
        let viewer = viewer(person, of: found, at: now)
        return options.filter { option in
            guard let bid = found.bids[option.subject.id], option.subject.machine == .bid else {
                return true
            }
            return BidSight.of(bid, in: found, for: viewer).bidder
        }
    }

    /// The state of a stream, whole; for programs inside the trust of the file's owner.
    package func state(of stream: StreamID) async throws -> BoardDomain.Stream {
        try await world(with: stream, at: settings.now())[stream]
    }

    /// The hash of a stream's last event, which stands for all that was recorded there; nil before the first.
    package func lastHash(of stream: StreamID) async throws -> Digest? {
        let version = try await state(of: stream).version
        return try await log.stream(stream.text, after: version - 1).last?.hash
    }

    package func directory() async throws -> Directory {
        try await refreshStanding()
        return standing.directory
    }

    /// The pools whole, for the county that acts in a simulation; a face is given `PoolSight`.
    func pools() async throws -> [Pool] {
        try await refreshStanding()
        return standing.pools.values.compactMap { ($0.aggregate as? PoolFile)?.pool }
            .sorted { $0.name < $1.name }
    }

    package func events(after position: Int64, limit: Int) async throws -> [EventRow] {
        try await log.events(after: position, limit: limit)
    }

    package func head() async throws -> LogHead { try await log.head() }

    /// - Parameter progress: events walked, and of how many.
    package func verify(
        anchor: Anchor?,
        progress: @escaping @Sendable (_ done: Int64, _ of: Int64) -> Void = { _, _ in }
    ) async throws -> LogAudit {
        try await log.verify(anchor: anchor) { progress($0.position, $0.last) }
    }

    /// What has been signed so far, from the oldest on.
    package func checkpoints() async throws -> [Checkpoint] { try await log.checkpoints() }

    /// Signs the log's head; its text is the outside anchor.
    package func checkpoint(at instant: Instant? = nil) async throws -> Anchor {
        let checkpoint = try await log.checkpoint(at: instant ?? settings.now())
        settings.logger.info(
            "the head was signed", metadata: ["position": "\(checkpoint.position)"])
        return Anchor(board: log.board.id, checkpoint: checkpoint)
    }

    package func projectionDump() async throws -> [String] { try await log.projectionDump() }
}
