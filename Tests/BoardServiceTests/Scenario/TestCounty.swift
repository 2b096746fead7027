import BoardEventLog
import BoardResources
import Testing

@testable import BoardDomain
@testable import BoardService

/// A county on a board of its own, moved by real commands alone.
struct TestCounty {
    let clock: TestClock
    let board: LocalBoard
    let log: any EventLog
    let ring: KeyRing
    let desk: SealingDesk
    /// Gone with the last copy; holds the key files, and the database where there is one.
    let folder: TemporaryFolder
    private let calendar: WorkdayCalendar
    /// The challenge that commands go to unless they name another stream.
    var challenge = "XC-2026-0001"

    static let founding = "2026-01-05T09:00:00+08:00"
    static let cost = PassphraseCost(operations: 1, memoryBytes: 8192) ?? .moderate

    static func settings(_ clock: TestClock) throws -> BoardSettings {
        BoardSettings(
            policies: try EmbeddedPolicies.book(), calendarYears: try EmbeddedCalendar.years(),
            now: { clock.now }, newCommandID: { clock.nextID() })
    }

    /// A founded county in memory, or in a database of its own.
    init(
        onFile: Bool = false, at start: String = "2026-03-02T09:00:00+08:00",
        challenge: String = "XC-2026-0001", lastCalendarYear: Int = .max
    ) async throws {
        let clock = TestClock(try instant(Self.founding))
        self.clock = clock
        self.challenge = challenge
        folder = TemporaryFolder()
        let path = folder.path + "/board.sqlite"
        var settings = try Self.settings(clock)
        settings.calendarYears.removeAll { $0.year > lastCalendarYear }
        calendar = WorkdayCalendar(years: settings.calendarYears)
        if onFile {
            board = try await LocalBoard.create(
                path: path, name: "试验县", kind: .simulation, id: "test", settings: settings,
                bureau: UnifiedCode(Cast.bureau.code), bureauName: Cast.bureau.name,
                administrators: Self.administrators)
            log = await board.log
        } else {
            log = try await Self.foundedInMemory(settings)
            board = try await LocalBoard(log: log, settings: settings)
        }
        ring = KeyRing(besideDatabase: path)
        desk = SealingDesk(board: board, ring: ring)
        try await settle()
        clock.now = try instant(start)
    }

    private static var administrators: [Founding.Administrator] {
        ["adm1", "adm2"].map {
            Founding.Administrator(id: $0, name: $0, naturalKey: digest($0))
        }
    }

    private static func foundedInMemory(_ settings: BoardSettings) async throws -> any EventLog {
        let now = settings.now()
        let log = InMemoryEventLog(
            board: BoardIdentity(id: "test", name: "试验县", kind: .simulation, createdAt: now),
            vocabulary: Replay.vocabulary)
        let events = Founding.events(
            code: try UnifiedCode(Cast.bureau.code), name: Cast.bureau.name,
            administrators: administrators, at: now)
        let head = try await log.head().hash
        let context = Context(
            now: now, policy: try #require(settings.policies.inForce(at: now)),
            calendar: WorkdayCalendar(years: settings.calendarYears),
            digest: SodiumDigest.function, head: head, bidNumbers: .drawn(by: head))
        var world = World(streams: [:], directory: Directory(), register: Register())
        for (stream, event) in events { world.evolve(event, in: stream) }
        let projector = StreamProjector(engine: Engine(), context: context, world: world)
        _ = try await log.append(
            AppendRequest(
                person: Event.clockName, commandID: "founding", body: digest("founding"),
                outcome: "{}",
                events: events.map { stream, event in
                    EventDraft(
                        stream: stream.text, type: event.name, schema: 1, occurredAt: event.at,
                        actor: Event.clockName, onBehalfOf: event.by.organisation,
                        correlation: "founding", causation: .none,
                        policy: context.policy.version, payload: event.payload.canonicalText)
                },
                projections: try Set(events.map(\.stream)).sorted().map {
                    try projector.projection(of: $0, since: 0)
                }, recordedAt: now))
        return log
    }

    // MARK: The people

    private func settle() async throws {
        for firm in Cast.others {
            try await act(
                "register-organisation", on: "organisation", of: "organisation/" + firm.code,
                as: "adm1",
                fields: [
                    "code": .string(firm.code), "name": .string(firm.name),
                    "kind": .string(firm.kind.rawValue),
                ])
            try await act("verify", on: "organisation", of: "organisation/" + firm.code, as: "adm2")
        }
        for firm in [Cast.bureau] + Cast.others {
            for (person, roles) in firm.people {
                try await invite(person)
                for role in roles { try await appoint(person, role, firm.code) }
            }
        }
        for person in ["case", "sup"] {
            _ = try ring.create(for: person, passphrase: "passphrase " + person, cost: Self.cost)
        }
        _ = try ring.createRecovery(passphrase: "recovery passphrase", cost: Self.cost)
        try await openPool(2026, 1_000_000_000)
    }

    func openPool(_ year: Int, _ amount: Int64) async throws {
        let pool = "pool/JBGS-\(year)"
        try await act(
            "open-pool", on: "pool", of: pool, as: "fin", "rev",
            fields: ["year": .integer(Int64(year)), "basis": "县财政预算"])
        try await act(
            "allot", on: "pool", of: pool, as: "fin",
            fields: ["amount": .integer(amount), "document": "财行〔2026〕1号"])
    }

    func invite(_ person: PersonID) async throws {
        var fields: [String: JSON] = [
            "name": .string(person), "naturalKey": .string(digest(person).text),
        ]
        if person.hasPrefix("exp") {
            fields["profile"] = ["expert": true, "technical": true, "chains": ["轴承"]]
        }
        let stream = "person/" + person
        try await act(
            "invite-person", on: "person", of: stream, as: "adm1", fields: .object(fields))
        try await act("accept-invitation", on: "person", of: stream, as: person)
    }

    func appoint(_ person: PersonID, _ role: Role, _ code: String) async throws {
        let stream = "organisation/" + code
        let outcome = try await act(
            "propose-appointment", on: "organisation", of: stream, as: "adm1",
            fields: [
                "person": .string(person), "role": .string(role.rawValue), "from": clock.now.json,
            ])
        let made = try #require(outcome.recorded.first).object
        let isOffice: Set<Role> = [.reviewer, .financeReviewer, .payer, .supervisor, .auditor]
        if isOffice.contains(role) {
            try await act("accept-office", on: made, of: stream, as: person, "adm2")
        } else {
            try await act("accept-appointment", on: made, of: stream, as: person)
        }
    }

    // MARK: Commands

    func command(
        _ name: String, on subject: String = "challenge", of stream: String? = nil,
        as person: PersonID, fields: JSON = [:]
    ) throws -> Command {
        Command(
            stream: try #require(StreamID(text: stream ?? "challenge/" + challenge)),
            subject: try #require(ObjectReference(text: subject)), name: name,
            fields: Record(fields.object ?? [:]), person: person)
    }

    /// Carries out a command now; the first signs with the fields, the others sign what stands.
    @discardableResult
    func act(
        _ name: String, on subject: String = "challenge", of stream: String? = nil,
        as persons: PersonID..., fields: JSON = [:]
    ) async throws -> CommandOutcome {
        var outcome: CommandOutcome?
        for (index, person) in persons.enumerated() {
            let command = try command(
                name, on: subject, of: stream, as: person, fields: index == 0 ? fields : [:])
            outcome = try await board.perform(CommandRequest(command, id: clock.nextID()))
        }
        return try #require(outcome)
    }

    /// The refusal of a command that must be refused; nil where it was carried out.
    func refusal(
        _ name: String, on subject: String = "challenge", of stream: String? = nil,
        as person: PersonID, fields: JSON = [:]
    ) async throws -> Refusal? {
        let command = try command(name, on: subject, of: stream, as: person, fields: fields)
        do {
            _ = try await board.perform(CommandRequest(command, id: clock.nextID()))
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    // MARK: Time and state

    /// Moves the clock and lets the board do what is due until then.
    func advance(to text: String) async throws {
        try await advance(to: instant(text))
    }

    func advance(to instant: Instant) async throws {
        clock.now = instant
        try await board.catchUp(to: instant)
    }

    func advance(workdays days: Int) async throws {
        var day = clock.now.day
        for _ in 0..<days { day = calendar.nextWorkday(onOrAfter: day.adding(1)) }
        try await advance(to: day.at(hour: 10))
    }

    func found() async throws -> Case { try await board.foundCase(challenge) }

    func state() async throws -> ChallengeState { try await found().challenge.state }

    /// The events of the challenge, oldest first.
    func events(of stream: String? = nil) async throws -> [Event] {
        try await log.stream(stream ?? "challenge/" + challenge, after: 0).map(Replay.event(of:))
    }
}

func instant(_ text: String) throws -> Instant { try #require(Instant(text: text)) }

func digest(_ text: String) -> Digest { SodiumDigest.function(.string(text)) }
