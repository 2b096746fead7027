package import BoardDomain
import BoardEventLog
import Logging

extension LocalBoard {
    /// Carries out everything that was due by an instant: at its own instant, in order, exactly once.
    ///
    /// After downtime the same events come as if the clock had run all the time (I10): always the
    /// earliest due first, streams of one instant in the order of their names. A step's id is its
    /// stream and version, so that two clocks at once never do it twice.
    ///
    /// - Returns: how many steps were carried out.
    @discardableResult
    package func catchUp(to instant: Instant) async throws -> Int {
        var steps = 0
        while let next = try await log.streamsDue(by: instant, limit: 1).first {
            guard let id = StreamID(text: next.stream) else {
                throw EventLogError.corruptTable(name: "projection")
            }
            try await step(id, by: instant)
            steps += 1
        }
        if steps > 0 {
            settings.logger.info("the clock caught up", metadata: ["steps": "\(steps)"])
        }
        return steps
    }

    /// The first instant at which the clock has something to do; nil for never.
    package func nextDue() async throws -> Instant? { try await log.firstDue() }

    private func step(_ id: StreamID, by instant: Instant) async throws {
        let head = try await log.head().hash
        let world = try await world(with: id, at: instant)
        let context = try context(at: instant, head: head)
        guard let due = engine.nextDue(in: id, of: world, context: context), due.at <= instant
        else {
            // What made it due has gone: only the projection has to know.
            try await reproject(id, world: world, context: context)
            return
        }
        let then = try self.context(at: due.at, head: head)
        let decision = try engine.run(due, context: then)
        settings.logger.debug(
            "a step was due",
            metadata: [
                "stream": "\(id.nameless)", "at": "\(due.at.text)",
                "rule": "\(decision.events.first?.event.rule ?? "–")",
            ])
        do {
            _ = try await append(
                decision, before: world, context: then, person: Event.clockName,
                commandID: Self.clockID(id, world[id].version),
                body: SodiumDigest.function(.string(id.text)), correlation: id.id,
                recordedAt: instant)
        } catch let error as EventLogError where error.isOvertaken {
            return
        }
        try await followUp(decision, at: due.at, recordedAt: instant)
    }

    private static func clockID(_ id: StreamID, _ version: Int) -> String {
        "clock/\(id.text)/\(version)"
    }

    private func reproject(_ id: StreamID, world: World, context: Context) async throws {
        let projection = try StreamProjector(engine: engine, context: context, world: world)
            .projection(of: id, since: world[id].version)
        _ = try await log.append(
            AppendRequest(
                person: Event.clockName, commandID: settings.newCommandID(),
                body: SodiumDigest.function(.string(id.text)), outcome: "{}",
                expecting: [id.text: world[id].version], projections: [projection],
                recordedAt: context.now))
    }

    /// What a decision makes true in other streams: payouts that a pool can pay now, challenges
    /// whose reservation was cut, bids of a restricted party, notices of a year now known.
    func followUp(
        _ decision: Decision, at instant: Instant, recordedAt: Instant? = nil
    ) async throws {
        for id in try await concerned(by: decision) {
            let head = try await log.head().hash
            let world = try await world(with: id, at: instant)
            let context = try context(at: instant, head: head)
            guard let next = try engine.settle(id, in: world, context: context) else { continue }
            _ = try await append(
                next, before: world, context: context, person: Event.clockName,
                commandID: Self.clockID(id, world[id].version),
                body: SodiumDigest.function(.string(id.text)), correlation: id.id,
                recordedAt: recordedAt ?? instant)
        }
        for id in offices(touchedBy: decision) {
            let head = try await log.head().hash
            try await reproject(
                id, world: try await world(with: id, at: instant),
                context: try context(at: instant, head: head))
        }
    }

    /// The organisations whose clock has a suspended person's work to offer now (G6, G13): their own
    /// streams have not changed.
    private func offices(touchedBy decision: Decision) -> [StreamID] {
        let suspended = decision.events.filter { $0.event.type == .personSuspended }
        let codes = suspended.flatMap {
            decision.world.directory.everyAppointment(of: $0.stream.id)
        }
        .filter { $0.state == .active }
        .map { StreamID(.organisation, $0.organisation) }
        return Set(codes).sorted()
    }

    private func concerned(by decision: Decision) async throws -> [StreamID] {
        var parties: Set<String> = []
        var streams: Set<StreamID> = []
        for (stream, event) in decision.events {
            switch event.type {
            case .poolAllotted, .poolRecovered, .budgetReleased, .poolPaid, .payoutUnranked,
                .balanceCarried:
                for pool in decision.world.pools
                where decision.world.heir(of: pool.name) == stream.id {
                    parties.insert(StreamProjector.queue(of: pool.name))
                }
                if event.rule == "L3", let challenge = event.fields[F.challenge] {
                    streams.insert(StreamID(.challenge, challenge))
                }
            case .sanctionEffective, .sanctionExpired, .sanctionRepaired, .sanctionOverturned:
                if let sanction = (decision.world[stream].aggregate as? SanctionFile)?.sanction {
                    parties.insert(sanction.target)
                }
            case .calendarLoaded: parties.insert(StreamProjector.provisional)
            default: break
            }
        }
        for party in parties {
            streams.formUnion(
                try await log.streams(involving: party).compactMap(StreamID.init(text:)))
        }
        // In a queue those who wait longest come first; rank decides inside Y10.
        return streams.subtracting(decision.streams.filter { $0.kind == .pool }).sorted()
    }
}

extension StreamID {
    /// For a log, which names nobody: persons and firms by their kind alone.
    fileprivate var nameless: String {
        [.person, .organisation].contains(kind) ? kind.rawValue : text
    }
}
