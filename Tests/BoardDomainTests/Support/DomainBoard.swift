import CSodium
import Foundation
import Testing

@testable import BoardDomain

/// A board without log or service: one world, one clock, moved by hand.
struct DomainBoard {
    var world = World(streams: [:], directory: Directory(), register: Register())
    var now: Instant
    var engine = Engine()
    var policy: Policy
    var calendar: WorkdayCalendar
    /// Everything recorded since the start.
    var log: [(stream: StreamID, event: Event)] = []

    static let digest = DigestFunction { bytes in
        var out = [UInt8](repeating: 0, count: 32)
        _ = crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
        return Digest(bytes: out)!
    }

    init(at text: String = "2026-03-02T09:00:00+08:00") throws {
        now = try #require(Instant(text: text))
        policy = try Policy(json: Self.resource("policy/2026-1.json"))
        calendar = WorkdayCalendar(
            version: "test",
            years: try ["2025", "2026", "2027"].map {
                try CalendarYear(json: Self.resource("calendars/\($0).json"))
            })
    }

    static func resource(_ path: String) throws -> JSON {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Data(contentsOf: root.appending(path: "Resources").appending(path: path))
        return try JSONReader.read([UInt8](bytes))
    }

    var context: Context {
        Context(
            now: now, policy: policy, calendar: calendar, digest: Self.digest,
            head: Self.digest(Array("head \(log.count)".utf8)),
            // Counted, so that a test can name the bid that it is about.
            bidNumbers: BidNumbering { String($0.count + 1) })
    }

    func challenge(_ id: String = "XC-2026-0001") -> Case {
        world[StreamID(.challenge, id)].aggregate as! Case
    }

    /// Carries out a command as a person; the events that it recorded.
    @discardableResult
    mutating func `do`(
        _ name: String, on subject: String = "challenge",
        of stream: String = "challenge/XC-2026-0001",
        as person: PersonID, _ fields: JSON = [:]
    ) throws(Refusal) -> [Event] {
        let command = Command(
            stream: StreamID(text: stream)!, subject: ObjectReference(text: subject)!, name: name,
            fields: Record(fields.object ?? [:]), person: person)
        let decision = try engine.decide(command, in: world, context: context)
        return take(decision)
    }

    /// The refusal of a command that must be refused.
    func refusal(
        _ name: String, on subject: String = "challenge",
        of stream: String = "challenge/XC-2026-0001",
        as person: PersonID, _ fields: JSON = [:]
    ) -> Refusal? {
        var copy = self
        do {
            try copy.do(name, on: subject, of: stream, as: person, fields)
            return nil
        } catch {
            return error
        }
    }

    private mutating func take(_ decision: Decision) -> [Event] {
        world = decision.world
        log += decision.events
        for stream in decision.streams { world.directory.take(world[stream].aggregate) }
        return decision.events.map(\.event)
    }

    /// Moves the clock to an instant and carries out whatever falls due on the way, in order.
    @discardableResult
    mutating func advance(to text: String) throws -> [Event] {
        let target = try #require(Instant(text: text))
        var events: [Event] = []
        while let due = nextDue(), due.at <= target {
            now = max(now, due.at)
            events += take(try engine.run(due, context: context.at(due.at)))
        }
        now = target
        return events
    }

    func nextDue() -> DueTurn? {
        world.streams.keys.sorted()
            .compactMap { engine.nextDue(in: $0, of: world, context: context) }
            .min { $0.at < $1.at }
    }

    /// Puts a fact into the log by fiat, to reach a state without the road to it.
    mutating func given(
        _ type: EventType, _ subject: String, state: (any MachineState)? = nil,
        of stream: String = "challenge/XC-2026-0001", by signature: Signature = .clock,
        rule: String = "given", _ fields: JSON = [:]
    ) {
        let id = StreamID(text: stream)!
        world.evolve(
            Event(
                type: type, rule: rule, subject: ObjectReference(text: subject)!,
                state: state.map { $0.rawValue }, fields: Record(fields.object ?? [:]),
                by: signature, at: now), in: id)
        world.directory.take(world[id].aggregate)
    }

    /// A verified organisation.
    mutating func organisation(_ code: String, _ name: String, _ kind: OrganisationKind) {
        given(
            .orgRegistered, "organisation", state: OrganisationState.verified,
            of: "organisation/\(code)",
            ["code": .string(code), "name": .string(name), "kind": .string(kind.rawValue)])
    }

    /// An active person with an appointment for each role, all for one organisation.
    mutating func person(_ id: PersonID, _ roles: Role..., for code: String) {
        if world.directory.persons[id] == nil {
            given(
                .personInvited, "person", state: PersonState.active, of: "person/\(id)",
                ["name": .string(id)])
        }
        for role in roles {
            let file = world[StreamID(.organisation, code)].aggregate as! OrganisationFile
            given(
                .appointmentMade, "appointment/\(file.appointments.count + 1)",
                state: AppointmentState.active, of: "organisation/\(code)",
                [
                    "person": .string(id), "role": .string(role.rawValue),
                    "organisation": .string(code), "from": "2025-01-01",
                ])
        }
    }

    /// Valid, fictional unified codes.
    static let bureau = "11330624MA288A1B5Y"
    static let enterprise = "91330624147643211E"
    static let university = "12330624147643211K"
    static let bidder = "91330624MA288A1B5N"
    static let laboratory = "12100000470095016Q"

    /// The people of a small county: one of each role, several experts.
    static func county(at text: String = "2026-03-02T09:00:00+08:00") throws -> DomainBoard {
        var board = try DomainBoard(at: text)
        board.organisation(bureau, "新昌县科学技术局", .government)
        board.organisation(enterprise, "新昌县鼎岳轴承有限公司", .enterprise)
        board.organisation(university, "天姥大学", .university)
        board.organisation(bidder, "沃洲研究院", .institute)
        board.organisation(laboratory, "共享检测平台", .laboratory)
        board.person("ent", .enterprise, for: enterprise)
        board.person("sig", .signatory, for: enterprise)
        board.person("wrk", .workshop, for: enterprise)
        board.person("case", .caseOfficer, for: bureau)
        board.person("rev", .reviewer, for: bureau)
        board.person("sup", .supervisor, for: bureau)
        board.person("sup2", .supervisor, for: bureau)
        board.person("sup3", .supervisor, for: bureau)
        board.person("fin", .financeReviewer, for: bureau)
        board.person("pay", .payer, for: bureau)
        board.person("adm", .administrator, for: bureau)
        board.person("adm2", .administrator, for: bureau)
        board.person("lia", .liaison, for: bureau)
        board.person("bid", .bidder, for: university)
        board.person("bidsig", .signatory, for: university)
        board.person("bid2", .bidder, for: bidder)
        board.person("bidsig2", .signatory, for: bidder)
        board.person("lab", .laboratory, for: laboratory)
        for number in 1...4 { board.person("arg\(number)", .argumentExpert, for: laboratory) }
        return board
    }
}
