@testable import BoardDomain

/// Roads to a running notice that need no rows but those of notices and sanctions.
extension DomainBoard {
    static let sanctionStream = "sanction/SX-2026-0001"
    static let proof: JSON = [.string(String(repeating: "ab", count: 32))]
    static let content: JSON = [
        "text": "认定失信，限制申报", "reasons": "提供虚假材料", "channel": "新昌县科学技术局监督科",
    ]
    static let ruling: JSON = ["reason": "查证属实", "clause": "科研失信行为调查处理规则"]

    /// A report served on the enterprise, with its defence over; 2026-09-25 is a day off, so a
    /// service on the 23rd gives until the 29th.
    static func accused(at text: String = "2026-09-23T09:00:00+08:00") throws -> DomainBoard {
        var board = try county(at: text)
        try board.sanction(
            "report-misconduct", as: "case", ["target": .string(enterprise), "facts": "虚报试验数据"])
        try board.sanction("serve-report", as: "sup")
        return board
    }

    /// The restriction of the enterprise, decided and published on 2026-09-30.
    static func sanctionNoticed() throws -> DomainBoard {
        var board = try accused()
        try board.advance(to: "2026-09-30T09:00:00+08:00")
        try board.sanction("decide-sanction", as: "sup", restriction)
        try board.sanction("publish-sanction", as: "sup", content)
        return board
    }

    static let restriction: JSON = [
        "decision": "restricted", "until": "2027-10-01T00:00:00+08:00", "evidence": proof,
        "reason": "查证属实", "clause": "科研失信行为调查处理规则",
    ]

    @discardableResult
    mutating func sanction(
        _ name: String, as person: PersonID, _ fields: JSON = [:]
    ) throws(Refusal) -> [Event] {
        try self.do(name, on: "sanction", of: Self.sanctionStream, as: person, fields)
    }

    var sanctionFile: SanctionFile {
        world[StreamID(text: Self.sanctionStream)!].aggregate as! SanctionFile
    }

    /// An objection of the enterprise to the sanction's notice.
    static let complaint: JSON = [
        "object": "notice/1", "facts": "试验数据来自原始记录", "basis": "规则第十二条", "request": "撤销认定",
        "evidence": proof,
    ]

    @discardableResult
    mutating func objection(
        _ name: String, _ id: String = "1", as person: PersonID, _ fields: JSON = [:],
        of stream: String = sanctionStream
    ) throws(Refusal) -> [Event] {
        try self.do(
            name, on: id.isEmpty ? "objection" : "objection/\(id)", of: stream, as: person, fields)
    }

    func objectionRefusal(
        _ name: String, _ id: String = "1", as person: PersonID, _ fields: JSON = [:],
        of stream: String = sanctionStream
    ) -> Refusal? {
        refusal(
            name, on: id.isEmpty ? "objection" : "objection/\(id)", of: stream, as: person, fields)
    }

    /// Takes an objection in the sanction's stream from filing to a decision, at once and with the
    /// defence waited for.
    mutating func decideObjection(
        _ id: String = "1", by supervisor: PersonID = "sup2", until text: String, _ fields: JSON
    ) throws {
        try objection("admit", id, as: supervisor)
        try objection("investigate", id, as: supervisor)
        try advance(to: text)
        try objection("decide-objection", id, as: supervisor, fields)
    }

    static let dismissal: JSON = [
        "result": "dismissed", "remedy": "uphold", "reason": "事实清楚", "clause": "规则第十二条",
    ]

    /// A race in which a reserve bid has been promoted to a lane (B20).
    static func race(at text: String = "2026-03-02T09:00:00+08:00") throws -> DomainBoard {
        var board = try county(at: text)
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.awarded,
            ["enterprise": .string(enterprise)])
        board.given(
            .bidDrafted, "bid/1", state: BidState.proposed, ["bidder": .string(university)])
        board.given(.bidDrafted, "bid/2", state: BidState.reserve, ["bidder": .string(bidder)])
        return board
    }

    static let laneNotice: JSON = [
        "kind": "lane", "object": "bid/1", "text": "增补赛道：天姥大学，120万元", "reasons": "候补递补",
        "channel": "新昌县科学技术局监督科",
    ]

    mutating func publishLane() throws(Refusal) {
        try self.do("publish-notice", on: "notice", as: "case", Self.laneNotice)
        try self.do("publish-notice", on: "notice", as: "rev")
    }

    /// Carries out the conditions that have come true from outside.
    mutating func settle(_ stream: String = "challenge/XC-2026-0001") throws -> [Event] {
        guard
            let decision = try engine.settle(StreamID(text: stream)!, in: world, context: context)
        else { return [] }
        world = decision.world
        log += decision.events
        return decision.events.map(\.event)
    }
}

extension [Event] {
    func first(_ type: EventType) -> Event? { first { $0.type == type } }
    var types: [EventType] { map(\.type) }
}

extension Instant {
    /// In a test the text is known to be an instant.
    static func at(_ text: String) -> Instant { Instant(text: text)! }
}
