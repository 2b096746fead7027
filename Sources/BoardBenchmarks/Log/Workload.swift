import BoardDomain
import BoardEventLog

/// The events that both sides write: 390 bytes of payload, fifty events to a stream, command ids in
/// order of time, as was measured.
struct Workload: Sendable {
    static let vocabulary = EventVocabulary(["ChallengeNoted": 1])
    static let start = Instant(text: "2026-03-01T09:00:00Z")!
    static let person = "p-0190b6e27c1a"
    static let outcome = #"{"version":1}"#
    static let eventsPerStream = 50
    static let body = SodiumDigest.sha256(Array("body".utf8))
    static let payload: String = {
        let text = String(repeating: "轴承微振动 0.35 mm/s; ", count: 13)
        return #"{"note":"\#(text)\#(String(repeating: "x", count: 379 - text.utf8.count))"}"#
    }()

    /// The draft of the event at a position, counted from 0.
    static func draft(_ number: Int) -> EventDraft {
        EventDraft(
            stream: stream(number), type: "ChallengeNoted", schema: 1, occurredAt: start,
            actor: person, onBehalfOf: "91330624MA2XYZ0001",
            correlation: correlation(number), causation: .none, policy: "2026.1",
            payload: payload)
    }

    static func correlation(_ number: Int) -> String {
        "XC-2026-\(padded(number / eventsPerStream, 6))"
    }

    static func stream(_ number: Int) -> String { "challenge/" + correlation(number) }

    /// As long as a UUID, and in order.
    static func commandID(_ number: Int) -> String {
        "0190b6e2-7c1a-7000-8000-\(padded(number, 12))"
    }

    /// - Parameter number: no two commands of a log share it.
    static func request(_ number: Int) -> AppendRequest {
        AppendRequest(
            person: person, commandID: commandID(number), body: body, outcome: outcome,
            events: [draft(number)], recordedAt: start)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// The least that a projection is: one case to a stream.
struct CaseFold: ProjectionFold {
    private var versions: [String: Int] = [:]

    mutating func evolve(_ row: EventRow) { versions[row.stream, default: 0] += 1 }

    func projection(of stream: String) -> StreamProjection {
        let id = String(stream.dropFirst("challenge/".count))
        return StreamProjection(
            stream: stream, version: versions[stream] ?? 0, nextDue: Workload.start,
            caseRow: CaseRow(
                id: id, title: "高速轴承微振动控制", enterprise: "91330624MA2XYZ0001",
                enterpriseName: "德清精工", chain: "轴承", topicClass: "技术攻关", state: "open",
                lane: "answer", mode: "single", budget: 1_000_000, createdAt: Workload.start,
                changedAt: Workload.start, year: 2026),
            duties: [
                DutyRow(
                    object: "challenge", rule: "C3", roles: ["caseOfficer"],
                    opened: Workload.start, title: id)
            ],
            involvements: [
                InvolvementRow(party: "91330624MA2XYZ0001", role: "enterprise", object: id)
            ])
    }
}
