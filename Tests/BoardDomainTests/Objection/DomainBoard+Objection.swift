@testable import BoardDomain

extension DomainBoard {
    static let caseStream = "challenge/XC-2026-0001"

    static func against(_ object: String) -> JSON {
        [
            "object": .string(object), "facts": "资格条件符合", "basis": "榜单第三条", "request": "恢复资格",
            "evidence": proof,
        ]
    }

    static func decision(
        _ result: String, _ remedy: String, _ more: [String: JSON] = [:]
    ) -> JSON {
        .object(
            [
                "result": .string(result), "remedy": .string(remedy), "reason": "查证属实",
                "clause": "规则第十二条",
            ].merging(more) { $1 })
    }

    /// The policy in force, but that any citizen may object.
    static func openPolicy() throws -> Policy {
        let json = try resource("policy/2026-1.json")
        let terms = (json["terms"]?.array ?? []).map { term -> JSON in
            guard term["key"] == "objection.publicMayFile", var members = term.object else {
                return term
            }
            members["value"] = true
            return .object(members)
        }
        return try Policy(
            json: .object((json.object ?? [:]).merging(["terms": .array(terms)]) { $1 }))
    }

    static func filed() throws -> DomainBoard {
        var board = try sanctionNoticed()
        try board.objection("file-objection", "", as: "ent", complaint)
        return board
    }

    /// Dismissed on 2026-10-12, with an appeal open until 2026-10-19.
    static func decided() throws -> DomainBoard {
        var board = try filed()
        try board.decideObjection(until: "2026-10-12T09:00:00+08:00", dismissal)
        return board
    }

    static func disqualified() throws -> DomainBoard {
        var board = try county()
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.qualifying,
            ["enterprise": .string(enterprise)])
        board.given(.bidDrafted, "bid/1", state: BidState.opened, ["bidder": .string(university)])
        board.given(.bidDisqualified, "bid/1", state: BidState.disqualified)
        board.given(.bidDrafted, "bid/2", state: BidState.opened, ["bidder": .string(bidder)])
        return board
    }

    /// A result published on 2026-03-02 by C20, with an objection of the bidder in investigation.
    static func resultUnderInvestigation() throws -> DomainBoard {
        var board = try county()
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.noticed,
            ["enterprise": .string(enterprise)])
        board.given(
            .bidDrafted, "bid/1", state: BidState.proposed, ["bidder": .string(university)])
        board.given(
            .noticePublished, "notice/1", state: NoticeState.running,
            ["kind": "result", "object": "challenge", "end": "2026-03-09T23:59:59+08:00"])
        try board.objection(
            "file-objection", "", as: "bid", against("notice/1"), of: caseStream)
        try board.objection("admit", as: "sup2", of: caseStream)
        try board.objection("investigate", as: "sup2", of: caseStream)
        return board
    }
}
