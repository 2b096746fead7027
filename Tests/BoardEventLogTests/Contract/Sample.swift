import BoardDomain
import BoardEventLog

/// Requests and rows that tests vary.
enum Sample {
    static let start = Instant(text: "2026-03-01T09:00:00Z")!
    static let board = BoardIdentity(
        id: "0190b6e2-7c1a-7000-8000-000000000001", name: "德清县揭榜挂帅", kind: .sample,
        createdAt: start)
    /// `Noted` of schema 1 reads the same in schema 2; `Moved` has been renamed and wrapped.
    static let vocabulary = EventVocabulary(
        ["Noted": 2, "Called": 1, "Moved": 3],
        upcasters: [
            Upcaster(type: "Noted", schema: 1) { $0 },
            Upcaster(type: "Moved", schema: 2) { #"{"moved":\#($0)}"# },
            Upcaster(type: "Moved", schema: 1) { $0.hasPrefix("{") ? "[\($0)]" : nil },
        ])
    /// Reads rows as they were written.
    static let asWritten = EventVocabulary(["Noted": 1, "Called": 1])
    static let stream = "challenge/XC-2026-0007"

    static func body(_ text: String) -> Digest { SodiumDigest.sha256(Array(text.utf8)) }

    static func draft(
        _ stream: String = stream, type: String = "Noted", schema: Int = 1,
        causation: EventDraft.Causation = .none, payload: String = #"{"note":"轴承"}"#
    ) -> EventDraft {
        EventDraft(
            stream: stream, type: type, schema: schema, occurredAt: start, actor: "p-zhou",
            onBehalfOf: "91330624MA2XYZ0001", correlation: "XC-2026-0007",
            causation: causation, policy: "2026.1", payload: payload)
    }

    /// A command that appends one event to `stream`, unless told otherwise.
    static func request(
        _ id: String, body: String = "body", events: [EventDraft]? = nil,
        expecting: [String: Int] = [:], at milliseconds: Int64 = 0
    ) -> AppendRequest {
        AppendRequest(
            person: "p-zhou", commandID: id, body: Self.body(body),
            outcome: #"{"command":"\#(id)"}"#, events: events ?? [draft()],
            expecting: expecting, recordedAt: start.adding(milliseconds: milliseconds))
    }

    static func caseRow(
        _ id: String, state: String = "open", lane: String = "answer", budget: Int64 = 100,
        deadline: Instant? = nil, changed: Int64 = 0
    ) -> CaseRow {
        CaseRow(
            id: id, title: "高速轴承 NSK-\(id)", enterprise: "91330624MA2XYZ0001",
            enterpriseName: "德清精工", chain: "轴承", topicClass: "技术攻关", state: state,
            lane: lane, mode: "single", budget: budget, deadline: deadline, createdAt: start,
            changedAt: start.adding(milliseconds: changed), year: 2026)
    }

    static func projection(
        _ id: String, version: Int = 1, nextDue: Instant? = nil, row: CaseRow? = nil,
        duties: [DutyRow] = [], documents: [DocumentNumberRow] = [],
        involvements: [InvolvementRow] = []
    ) -> StreamProjection {
        let row = row ?? caseRow(id)
        return StreamProjection(
            stream: "challenge/\(id)", version: version, nextDue: nextDue, caseRow: row,
            duties: duties, documentNumbers: documents, involvements: involvements,
            searchText: SearchText(title: row.title, body: [row.id, row.enterpriseName]))
    }
}
