import BoardService
import Testing

@testable import BoardDomain

/// Every row of the challenge is carried out by whoever has to, and recorded under its number.
@Suite("The challenge's rows, from the draft to the post-review")
struct ChallengeRowTests {
    private static let because: JSON = ["reason": "依据不足", "clause": "第六条"]

    private static func with(_ more: [String: JSON]) -> JSON {
        .object((because.object ?? [:]).merging(more) { $1 })
    }

    /// The rows of the challenge that its stream holds, each once, in the order of their first event.
    private func rules(_ county: TestCounty) async throws -> [String] {
        var seen: Set<String> = []
        return try await county.events().map(\.rule)
            .filter { $0.hasPrefix("C") && seen.insert($0).inserted }
    }

    private func argue(_ county: TestCounty, _ vote: String, _ fields: JSON) async throws {
        for seat in try await county.found().presentArgument {
            try await county.act(
                "declare", on: seat.reference.text, as: seat.person,
                fields: ["confidentialityPledge": true, "noInterestPledge": true])
            try await county.act(
                "vote", on: seat.reference.text, as: seat.person,
                fields: Self.with(["vote": .string(vote)]))
        }
        let head = try await county.found().presentArgument.first { $0.isChair }
        let chair = try #require(head)
        try await county.act("conclude-argument", as: chair.person, "rev", fields: fields)
    }

    @Test("C1 C2 C3 C4 C5 C6 C7 C7b A draft is returned, pooled, argued anew, and loses its budget")
    func posed() async throws {
        let county = try await TestCounty()
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        let pledges: JSON = ["integrityPledge": true, "unclassifiedPledge": true]
        try await county.act("submit", as: "ent", "sig", fields: pledges)
        try await county.act(
            "return", as: "case",
            fields: Self.with(["corrections": [["field": "background", "reason": "过简"]]]))
        #expect(try await county.state() == .returned)
        try await county.act("submit", as: "ent", "sig", fields: pledges)
        try await county.act("accept", as: "case", fields: ["assignee": "case"])
        #expect(try await county.state() == .assisting)
        let experts: JSON = ["argumentExperts": ["arg1", "arg2", "arg3"]]
        try await county.act("send-to-argument", as: "case", "ent", fields: experts)
        try await argue(county, "pool", ["conclusion": "pool", "opinion": "暂缓"])
        #expect(try await county.state() == .pooled)
        try await county.act("reopen", as: "case", fields: experts)
        try await argue(
            county, "approve",
            ["conclusion": "approve", "opinion": "同意发榜", "pool": "JBGS-2026"])
        #expect(try await county.state() == .approved)
        let file = try await county.board.state(of: StreamID(.pool, "JBGS-2026")).aggregate
        let free = try #require((file as? PoolFile)?.pool?.free)
        let cut = Self.with(["amount": (free + Money(fen: 1)).json])
        for person in ["fin", "rev"] {
            try await county.act("cut", on: "pool", of: "pool/JBGS-2026", as: person, fields: cut)
        }
        #expect(try await county.state() == .pooled)
        let waiting = try await county.board.inbox(of: "case").map(\.act)
        #expect(waiting.contains("BudgetRestoration"))
        #expect(
            try await rules(county) == ["C1", "C2", "C4", "C3", "C5", "C6", "C7", "C7b"])
    }

    @Test("C9 C11 C12 C14 C15 A call is published, amended, extended and closed; nobody has bid")
    func called() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.act(
            "amend", as: "case", "ent", "rev",
            fields: [
                "solverConditions": "另须具有试验条件", "reason": "答疑中补充", "deadlineDay": "2026-04-17",
            ])
        try await county.act(
            "extend", as: "rev", fields: ["deadlineDay": "2026-04-20", "reason": "便于准备"])
        #expect(try await county.state() == .open)
        try await county.advance(to: "2026-04-20T17:00:00+08:00")
        #expect(try await county.state() == .unsuccessful)
        let last = Array(try await rules(county).suffix(5))
        #expect(last == ["C9", "C11", "C12", "C14", "C15"])
        let closed = try await county.events().first { $0.type == .callClosed }
        #expect(closed?.at == (try instant("2026-04-20T17:00:00+08:00")))
        #expect(closed?.by.actor == .clock)
    }

    @Test("C10 An answer is published to all")
    func answered() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.act("ask", on: "question", as: "bid1", fields: ["question": "加载多少？"])
        try await county.act(
            "draft-answer", on: "question/1", as: "ent", fields: ["answer": "2 kN"])
        try await county.act("publish-answer", on: "question/1", as: "case")
        #expect(try await county.found().questions["1"]?.state == .answered)
        #expect(try await county.events().last?.type == .questionAnswered)
    }

    @Test("C16c Where no share is left, two officials declare that nothing can be opened")
    func unopenable() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        try await county.act("declare-unopenable", as: "rev", "sup", fields: Self.because)
        #expect(try await county.state() == .unsuccessful)
        #expect(try await rules(county).last == "C16c")
    }

    @Test("C16 C17 C18 Too few are qualified, and the call fails once their time to object is over")
    func failed() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        try await county.open()
        let bid = try #require(try await county.bid(1)).reference.text
        try await county.act(
            "disqualify", on: bid, as: "case", "rev",
            fields: Self.with(["ground": "formalPapers"]))
        let fail = Self.with(["failure": "tooFewQualified"])
        #expect(try await county.refusal("fail-call", as: "rev", fields: fail)?.rule == "C18")
        #expect(
            try await county.refusal("close-qualification", as: "case")?.rule == "C17")
        try await county.advance(workdays: 9)
        try await county.act("fail-call", as: "rev", fields: fail)
        #expect(try await county.state() == .unsuccessful)
        #expect(try await rules(county).suffix(2) == ["C16", "C18"])
    }

    @Test(
        "C19 C19b C20 C21 C22 C23 A ranking is refused; an objection suspends the award, and ends")
    func decided() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.evaluate()
        try await county.score()
        try await county.act("close-consensus", as: try await county.chair())
        try await county.act("refuse-ranking", as: "rev", fields: Self.because)
        #expect(try await county.state() == .evaluating)
        try await county.notice()
        let notice = try await county.resultNotice.reference.text
        try await county.object(to: notice, as: "bid2")
        let objection = try #require(try await county.found().objections.all.last).reference.text
        try await county.act("admit", on: objection, as: "sup2")
        #expect(try await county.state() == .disputed)
        try await county.decideAdmitted("dismissed", remedy: "uphold")
        try await county.advance(workdays: 6)
        #expect(try await county.state() == .awarded)
        let last = Array(try await rules(county).suffix(6))
        #expect(last == ["C19", "C19b", "C20", "C21", "C22/upheld", "C23"])
    }

    @Test("C24b A winner who declines makes way for the next, and a new notice")
    func lapsed() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        let winner = try #require(try await county.found().bids.in(.awarded).first)
        try await county.act(
            "decline", on: winner.reference.text, as: "bid1", "bidsig1", fields: Self.because)
        try await county.act(
            "lapse-award", as: "case", "rev",
            fields: Self.with(["bid": .string(winner.id), "fault": "bidder"]))
        #expect(try await county.state() == .proposed)
        #expect(try await rules(county).last == "C24b")
        #expect(try await county.found().bids.in(.proposed).map(\.id) != [winner.id])
    }

    @Test("C24 C25 C27 C28 C29 The straight road ends in the post-review")
    func concluded() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        #expect(try await county.state() == .marketEval)
        let evaluation = try #require(try await county.found().evaluations.all.first)
        try await county.advance(to: evaluation.windowEnd.adding(days: 20))
        #expect(try await county.state() == .settling)
        for owed in try await county.found().entitlements.in(.open) {
            try await county.act(
                "waive", on: owed.reference.text, as: "bid1", "bidsig1", fields: Self.because)
        }
        try await county.act(
            "archive", as: "case", fields: ["archive": [.string(digest("卷宗").text)]])
        #expect(try await county.state() == .concluded)
        try await county.advance(to: county.clock.now.adding(days: 400))
        try await county.act(
            "recheck-without-evidence", on: evaluation.reference.text, as: "case",
            fields: Self.because)
        try await county.act(
            "post-review", as: "case", fields: ["adopters": 2, "adoption": "两条产线"])
        #expect(try await county.state() == .postReviewed)
        let last = Array(try await rules(county).suffix(6))
        #expect(last == ["C24", "C25", "C27", "C28/archive", "C28", "C29"])
    }
}
