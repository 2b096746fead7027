import Testing

@testable import BoardDomain

@Suite("The notice of a result")
struct ResultNoticeTests {
    private static let stream = "challenge/XC-2026-0001"

    /// Bid 1 has won; its notice is published on 2026-09-30 under C20.
    private func noticed(at text: String = "2026-09-30T09:00:00+08:00") throws -> DomainBoard {
        var board = try DomainBoard.county(at: text)
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.proposed,
            ["enterprise": .string(DomainBoard.enterprise)])
        board.given(
            .bidDrafted, "bid/1", state: BidState.proposed,
            ["bidder": .string(DomainBoard.university)])
        board.given(
            .bidDrafted, "bid/2", state: BidState.notSelected,
            ["bidder": .string(DomainBoard.bidder)])
        try board.do(
            "publish-result", as: "case",
            ["noticeText": "拟由天姥大学揭榜，120万元，综合评分第一", "channel": "新昌县科学技术局监督科"])
        try board.do("publish-result", as: "rev")
        return board
    }

    private static let complaint: JSON = [
        "object": "notice/1", "facts": "评分有误", "basis": "评审规则第六条", "request": "重新评分",
        "evidence": DomainBoard.proof,
    ]

    /// An objection of the losing bidder in the last minute, decided on 2026-10-20.
    private func objected(_ result: String, _ remedy: String, _ more: [String: JSON] = [:]) throws
        -> DomainBoard
    {
        var board = try noticed()
        try board.advance(to: "2026-10-13T23:59:30+08:00")
        try board.objection("file-objection", "", as: "bid2", Self.complaint, of: Self.stream)
        try board.advance(to: "2026-10-14T09:00:00+08:00")
        try board.objection("admit", as: "sup2", of: Self.stream)
        #expect(board.challenge().challenge.state == .disputed)
        try board.objection("investigate", as: "sup2", of: Self.stream)
        try board.advance(to: "2026-10-20T09:00:00+08:00")
        let fields: [String: JSON] = [
            "result": .string(result), "remedy": .string(remedy), "reason": "核查完毕",
            "clause": "评审规则第六条",
        ]
        try board.objection(
            "decide-objection", as: "sup2", .object(fields.merging(more) { $1 }), of: Self.stream)
        return board
    }

    @Test("C20 publishes it with the end that the calendar gives")
    func published() throws {
        let notice = try #require(try noticed().challenge().notices.last)
        #expect(notice.kind == .result)
        #expect(notice.end == .at("2026-10-13T23:59:59+08:00"))
        #expect(notice.channel == "新昌县科学技术局监督科")
        #expect(notice.winners == ["1"])
    }

    @Test("Dismissed, the award follows at the resume with no new notice")
    func dismissed() throws {
        var board = try objected("dismissed", "uphold")
        let events = try board.advance(to: "2026-10-28T00:00:00+08:00")
        let instant = Instant.at("2026-10-27T23:59:59+08:00")
        #expect(events.first(.noticeResumed)?.at == instant)
        #expect(events.first(.noticeEnded)?.at == instant)
        #expect(events.first(.awardConfirmed)?.at == instant)
        #expect(board.challenge().notices.count == 1)
    }

    @Test("Upheld with a re-score, the notice is superseded and the award waits for a new one")
    func rescored() throws {
        var board = try objected("upheld", "rescore")
        let events = try board.advance(to: "2026-10-28T00:00:00+08:00")
        #expect(events.first(.noticeSuperseded)?.rule == "N6/remedy")
        #expect(events.first(.noticeResumed) == nil)
        #expect(events.first(.awardConfirmed) == nil)
        #expect(board.challenge().challenge.state == .evaluating)
    }

    @Test("Upheld with a correction, a new notice of full length runs to the award")
    func corrected() throws {
        var board = try objected("upheld", "correctNotice", ["correction": "金额更正为118万元"])
        try board.advance(to: "2026-10-28T00:00:00+08:00")
        #expect(board.challenge().challenge.state == .noticed)
        let notice = try #require(board.challenge().notices["2"])
        #expect(notice.end == .at("2026-11-03T23:59:59+08:00"))
        let events = try board.advance(to: "2026-11-04T00:00:00+08:00")
        #expect(events.first(.awardConfirmed)?.at == notice.end)
    }

    @Test("Requalified in the dispute, a bidder takes the notice with it")
    func requalified() throws {
        var board = try noticed()
        board.given(
            .bidDrafted, "bid/3", state: BidState.disqualified,
            ["bidder": .string(DomainBoard.laboratory)])
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed, ["object": "bid/3"])
        let admitted = try board.objection("admit", as: "sup2", of: Self.stream)
        #expect(admitted.types.contains(.noticeSuspended))
        try board.objection("investigate", as: "sup2", of: Self.stream)
        try board.advance(to: "2026-10-12T09:00:00+08:00")
        try board.objection(
            "decide-objection", as: "sup2",
            [
                "result": "upheld", "remedy": "requalify", "reason": "资格符合", "clause": "榜单第三条",
            ], of: Self.stream)
        let events = try board.advance(to: "2026-10-20T00:00:00+08:00")
        #expect(events.first(.noticeSuperseded)?.rule == "N6/remedy")
        #expect(board.challenge().bids["3"]?.state == .qualified)
    }

    @Test("A provisional end gives no award before its year's calendar is loaded")
    func provisional() throws {
        var board = try noticed(at: "2026-12-28T09:00:00+08:00")
        let events = try board.advance(to: "2027-02-01T00:00:00+08:00")
        #expect(events.first(.noticeEnded) == nil)
        #expect(board.challenge().challenge.state == .noticed)
        board.calendar = WorkdayCalendar(
            version: "2027-1",
            years: [
                try CalendarYear(json: DomainBoard.resource("calendars/2026.json")),
                CalendarYear(
                    year: 2027, papers: ["test"],
                    overrides: [try #require(Day(text: "2027-01-01")): true]),
            ])
        #expect(try board.settle().types == [.noticeEndFixed])
        let after = try board.advance(to: "2027-02-01T00:00:01+08:00")
        // Fixed long after its end: it ends when that is known, never before.
        #expect(after.first(.noticeEnded)?.at == .at("2027-02-01T00:00:00+08:00"))
        #expect(after.first(.awardConfirmed) != nil)
    }
}
