package import BoardDomain
package import BoardEventLog
import BoardResources
import Logging

/// The use cases over a log in this process: one path for every command, authorise, load, decide,
/// append, project.
package actor LocalBoard {
    let log: any EventLog
    let settings: BoardSettings
    let reads: ReadRecord
    let engine = Engine()
    /// What stands, once it has been asked for: a list for the public needs nothing of it, so that
    /// opening takes as long however many people a board has.
    private var loaded: Standing?
    /// How often a command is decided anew when others were faster. Each time means that somebody else
    /// got through, so that a crowd before a deadline comes to an end.
    private static let attempts = 100

    /// - Parameter reads: the record of who is shown what is restricted; in memory unless given.
    package init(
        log: any EventLog, settings: BoardSettings, reads: ReadRecord? = nil
    ) async throws {
        self.log = log
        self.settings = settings
        self.reads = reads ?? ReadRecord(besideDatabase: nil, board: log.board)
        let position = try await log.head().position
        settings.logger.info(
            "opened",
            metadata: [
                "board": "\(log.board.id)", "kind": "\(log.board.kind.rawValue)",
                "position": "\(position)",
            ])
    }

    // MARK: What stands

    /// Up to the position that `refreshStanding` brought it to, which comes first.
    var standing: Standing {
        guard let loaded else { preconditionFailure("what stands has not been read") }
        return loaded
    }

    /// Brings what stands up to the log's head. Another command may do the same meanwhile: the later
    /// position wins.
    func refreshStanding() async throws {
        var fresh: Standing
        if let loaded {
            fresh = loaded
            try await fresh.refresh(from: log)
        } else {
            fresh = try await Standing.load(from: log)
        }
        if loaded.map({ fresh.position > $0.position }) ?? true { loaded = fresh }
    }

    /// Reads it anew when it is asked for again.
    func forgetStanding() { loaded = nil }

    /// Keeps a stream as it stands at a position, unless what stands has gone on meanwhile.
    func remember(_ stream: BoardDomain.Stream, as id: StreamID, at position: Int64) {
        if loaded?.position == position { loaded?.remember(stream, as: id) }
    }

    package nonisolated var identity: BoardIdentity { log.board }

    /// The board's present: the server's clock, or where a past stands.
    package var now: Instant { settings.now() }

    /// Whether bytes of erased keys may still lie in the board's file.
    package func owesErasure() async throws -> Bool { try await log.owesErasure() }

    /// Closes the log; the board takes nothing more.
    package func close() async throws {
        try await reads.close()
        try await log.close()
    }

    // MARK: Context

    /// - Parameter commandID: of the command that is decided; nobody else can guess it.
    func context(
        at instant: Instant, head: Digest, commandID: String? = nil
    ) throws -> Context {
        guard let policy = settings.policies.inForce(at: instant) else {
            throw BoardFault.noPolicy(instant)
        }
        return Context(
            now: instant, policy: policy,
            calendar: settings.calendar(with: standing.loadedYears),
            digest: SodiumDigest.function, head: head,
            bidNumbers: .drawn(by: commandID.map { SodiumDigest.function(.string($0)) } ?? head))
    }

    // MARK: Commands

    /// Carries out a person's command, after whatever the clock had to do before it.
    ///
    /// - Throws: `Refusal` where a rule speaks against it (recorded under its id, so that the same
    ///   command gets the same answer), `EventLogError` where the log could not take it.
    ///
    /// - Parameter prepare: carried out once nothing speaks against the command any more and before
    ///   it is recorded, such as keeping the documents that it names; what it throws ends the command.
    package func perform(
        _ request: CommandRequest, preparing prepare: @Sendable () throws -> Void = {}
    ) async throws -> CommandOutcome {
        let body = SodiumDigest.function(request.body)
        if let outcome = try await repeated(request, body: body) { return try outcome.result() }
        try await refusePast(request)
        try await catchUp(to: request.at ?? settings.now())
        var (request, attempt) = (request, 0)
        while true {
            attempt += 1
            // Others may have taken the name meanwhile; whoever was shown one gets that or none.
            if request.namesStreamAnew, request.expectedVersion == nil {
                request.command.stream = try await newStream(
                    request.command.stream.kind, at: request.at)
            }
            do {
                return try await attemptOnce(request, body: body, prepare)
            } catch let error as EventLogError where error.isOvertaken && attempt < Self.attempts {
                guard request.expectedVersion == nil else { throw error }
                settings.logger.debug(
                    "others were faster: decided anew", metadata: ["attempt": "\(attempt)"])
            }
        }
    }

    /// What a command would record, after whatever the clock had to do by now; of the command
    /// itself nothing happens.
    ///
    /// - Throws: `BoardFault.stepsDue` where the clock has something to do before a later instant
    ///   that is given: trying a command out moves no board's time.
    package func dryRun(_ request: CommandRequest) async throws -> [(
        stream: StreamID, event: Event
    )] {
        try await refusePast(request)
        if let at = request.at {
            let due = try await log.streamsDue(by: at, limit: .max).count
            guard due == 0 else { throw BoardFault.stepsDue(count: due, at: at) }
        } else {
            try await catchUp(to: settings.now())
        }
        return try await decide(request).decision.events
    }

    private func refusePast(_ request: CommandRequest) async throws {
        guard let at = request.at, let last = try await log.head().recordedAt, at < last else {
            return
        }
        throw BoardFault.instantPast(given: at, last: last)
    }

    private func repeated(
        _ request: CommandRequest, body: Digest
    ) async throws -> CommandOutcome? {
        guard
            let stored = try await log.outcome(
                person: request.command.person, commandID: request.id)
        else { return nil }
        guard stored.body == body else {
            throw EventLogError.commandReused(commandID: request.id)
        }
        return try await recalled(stored.outcome)
    }

    /// The outcome that a repetition gets back, in full.
    private func recalled(_ outcome: String) async throws -> CommandOutcome {
        guard let positions = StoredOutcome.positions(in: outcome) else {
            return try CommandOutcome(repeating: outcome)
        }
        return try CommandOutcome(
            repeating: try await log.events(
                after: positions.lowerBound - 1, through: positions.upperBound,
                limit: positions.count))
    }

    private func attemptOnce(
        _ request: CommandRequest, body: Digest, _ prepare: @Sendable () throws -> Void
    ) async throws -> CommandOutcome {
        let now = request.at ?? settings.now()
        do {
            let (decision, before, context, keys) = try await decide(request)
            let isLate = decision.events.contains { $0.event.type == .bidRefusedLate }
            let refusal = isLate ? Refusal.late(decision.events.map(\.event)) : nil
            if refusal == nil { try prepare() }
            let receipt = try await append(
                decision, before: before, context: context, person: request.command.person,
                commandID: request.id, body: body, correlation: request.correlation,
                expectedVersion: request.expectedVersion, refusal: refusal, personKeys: keys,
                recordedAt: now)
            try await followUp(decision, at: now)
            if receipt.repeated { return try await recalled(receipt.outcome).result() }
            let outcome =
                refusal.map(CommandOutcome.init(refusal:)) ?? CommandOutcome(decision.events)
            return try outcome.with(receipt, events: decision.events).result()
        } catch let refusal as Refusal {
            let outcome = CommandOutcome(refusal: refusal)
            _ = try await log.append(
                AppendRequest(
                    person: request.command.person, commandID: request.id, body: body,
                    outcome: outcome.text, recordedAt: now))
            throw refusal
        }
    }

    private func decide(
        _ request: CommandRequest
    ) async throws -> (
        decision: Decision, before: World, context: Context, keys: [PersonKey]
    ) {
        let now = request.at ?? settings.now()
        let head = try await log.head().hash
        let world = try await world(for: request.command, at: now)
        let context = try context(at: now, head: head, commandID: request.id)
        if let expected = request.expectedVersion {
            let actual = world[request.command.stream].version
            guard actual == expected else {
                throw EventLogError.conflict(
                    stream: request.command.stream.text, expected: expected, actual: actual)
            }
        }
        try await checkRead(of: request, in: world, at: now)
        do {
            try checkNamedObject(of: request.command, in: world, at: now)
            let completed = try StarterRubric.completing(request.command, in: world)
            try RevealedContacts(command: completed).check()
            let (command, keys) = Protection(completed).sealed(random: settings.random)
            return (try engine.decide(command, in: world, context: context), world, context, keys)
        } catch let refusal as Refusal {
            throw heard(refusal, of: request.command, in: world, at: now)
        }
    }

    /// What the person may not see yet has changed nothing for him (§15).
    ///
    /// - Throws: `BoardFault.changedSince`.
    private func checkRead(
        of request: CommandRequest, in world: World, at now: Instant
    ) async throws {
        let (stream, person) = (request.command.stream, request.command.person)
        guard let read = request.lastRead,
            let sight = sight(of: stream, in: world, as: person, at: now)
        else { return }
        let rows = try await log.stream(stream.text, after: 0).filter { $0.position > read }
        let last = try rows.last { sight(try Replay.event(of: $0)) != .hidden }
        if let last {
            throw BoardFault.changedSince(stream: stream.id, read: read, last: last.position)
        }
    }

    /// Appends a decision with its projections, in one transaction.
    func append(
        _ decision: Decision, before: World, context: Context, person: String, commandID: String,
        body: Digest, correlation: String, expectedVersion: Int? = nil, refusal: Refusal? = nil,
        personKeys: [PersonKey] = [], recordedAt: Instant
    ) async throws -> AppendReceipt {
        var expecting: [String: Int] = [:]
        for stream in decision.streams { expecting[stream.text] = before[stream].version }
        let projections = try decision.streams.sorted().map { stream in
            try StreamProjector(engine: engine, context: context, world: decision.world)
                .projection(of: stream, since: before[stream].version)
        }
        let drafts = decision.events.enumerated().map { index, entry in
            EventDraft(
                stream: entry.stream.text, type: entry.event.name,
                schema: Replay.schema(of: entry.event.name),
                occurredAt: entry.event.at,
                actor: entry.event.by.actor.person ?? Event.clockName,
                onBehalfOf: entry.event.by.organisation, correlation: correlation,
                causation: index == 0 ? .none : .inBatch(0), policy: context.policy.version,
                payload: entry.event.payload.canonicalText)
        }
        let capturesHead = decision.events.contains { $0.event.type == .callClosed }
        let receipt = try await log.append(
            AppendRequest(
                person: person, commandID: commandID, body: body,
                outcome: refusal.map { CommandOutcome(refusal: $0).text }, events: drafts,
                expecting: expecting,
                expectedHead: capturesHead ? context.head : nil,
                keyDeposits: decision.keyDeposits.map {
                    SealedKey(bid: $0.bid, opener: $0.opener, wrapped: $0.wrapped)
                },
                keyErasures: decision.keyWithdrawals.map {
                    KeyErasure(bid: $0.bid, opener: $0.opener)
                },
                personKeys: personKeys, personErasures: decision.personKeyErasures,
                projections: projections, recordedAt: recordedAt))
        if let positions = receipt.positions {
            loaded?.take(
                decision, through: positions.upperBound, after: positions.lowerBound - 1)
        }
        return receipt
    }
}

extension EventLogError {
    /// Somebody else was faster: the same command, decided anew, may still go through.
    var isOvertaken: Bool {
        switch self {
        case .conflict, .headMoved: true
        default: false
        }
    }
}

extension Refusal {
    /// B4: the one refusal that leaves an event.
    static func late(_ events: [Event]) -> Refusal? {
        events.first { $0.type == .bidRefusedLate }.map { event in
            Refusal(
                rule: "B4",
                Breach(
                    RefusalCode("bidTooLate"), given: event.at.json,
                    accepted: event.fields[F.deadline]?.json))
        }
    }
}
