import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

@Suite("Acceptance: evaluation, notice and objection")
struct ResultScenarioTests {
    @Test(
        """
        4. An expert declares a conflict after the reveal: a second round runs, and both rounds stay \
        in the case file
        """
    )
    func conflictAfterReveal() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.evaluate()
        try await county.score()
        let before = try await county.found()
        #expect(before.panelInForce?.state == .consensus)
        let late = try #require(before.seats.in(.declared).last)
        try await county.act(
            "recuse-oneself", on: late.reference.text, as: late.person,
            fields: ["conflict": "coauthor", "reason": "曾合著论文", "clause": "第五条"])

        // The next in the order of the draw takes the seat and everybody scores again.
        let between = try await county.found()
        #expect(between.panelInForce?.round == 2)
        try await county.declare()
        try await county.score(raising: 3)
        try await county.act("close-consensus", as: try await county.chair())

        let found = try await county.found()
        #expect(found.challenge.state == .proposed)
        let rounds = Dictionary(grouping: found.sheets.all, by: \.round)
        #expect(Set(rounds.keys) == [1, 2])
        #expect(rounds[1]?.count == 5)
        #expect(rounds[1]?.allSatisfy { !$0.scores.isEmpty } == true)
        #expect(rounds[2]?.count { $0.state != .void } == 5)
        #expect(rounds[2]?.contains { $0.seat == late.id } == false)
        let told = try await county.board.timeline(
            StreamID(.challenge, county.challenge), as: "rev")
        #expect(told.contains { $0.type == "ExpertRecused" && $0.object == late.reference.text })
    }

    @Test(
        """
        5. A notice that starts on 2026-09-30 for 5 workdays ends on 2026-10-13 when the start day \
        is excluded
        """
    )
    func noticeOverTheHoliday() async throws {
        let county = try await Self.proposed(
            start: "2026-08-03T09:00:00+08:00", deadline: "2026-09-07")
        county.clock.now = try instant("2026-09-30T15:00:00+08:00")
        try await Self.publishResult(county)
        let notice = try await county.resultNotice
        #expect(notice.end.text == "2026-10-13T15:59:59.000Z")
        #expect(!notice.isProvisional)
        try await county.advance(to: "2026-10-13T23:59:58+08:00")
        #expect(try await county.state() == .noticed)
        try await county.advance(to: "2026-10-14T00:00:00+08:00")
        #expect(try await county.state() == .awarded)
    }

    @Test(
        """
        6. A notice that starts on 2026-12-28 is provisional: no award until the 2027 calendar is \
        loaded
        """
    )
    func provisionalNotice() async throws {
        let county = try await Self.proposed(
            start: "2026-10-20T09:00:00+08:00", deadline: "2026-11-25", lastYear: 2026)
        county.clock.now = try instant("2026-12-28T10:00:00+08:00")
        try await Self.publishResult(county)
        let notice = try await county.resultNotice
        #expect(notice.isProvisional)
        try await county.advance(to: "2027-02-01T10:00:00+08:00")
        #expect(try await county.state() == .noticed)

        let days: JSON = [
            "year": 2027, "papers": ["https://www.gov.cn/2027"],
            "days": [
                ["name": "元旦", "date": "2027-01-01", "isOffDay": true],
                ["name": "元旦", "date": "2027-01-04", "isOffDay": true],
            ],
        ]
        try await county.act(
            "load-calendar", on: "calendar", of: "calendar/2027", as: "case",
            fields: ["year": 2027, "days": .string(days.canonicalText)])
        let settled = try await county.resultNotice
        #expect(!settled.isProvisional)
        // 29, 30 and 31 December, then 5 and 6 January.
        #expect(settled.end.text == "2027-01-06T15:59:59.000Z")
        try await county.advance(to: county.clock.now.adding(hours: 1))
        #expect(try await county.state() == .awarded)
    }

    @Test(
        """
        7. An objection in the last minute suspends the award; dismissed, the award follows with no \
        new notice
        """
    )
    func dismissedObjection() async throws {
        let county = try await Self.objected()
        #expect(try await county.state() == .noticed)
        try await county.advance(to: try await county.resultNotice.end.adding(hours: 12))
        #expect(try await county.state() == .noticed)
        let object = try #require(try await county.found().objections.all.last).reference.text
        try await county.act("admit", on: object, as: "sup2")
        #expect(try await county.state() == .disputed)
        try await county.decideAdmitted("dismissed", remedy: "uphold")
        #expect(try await county.state() == .disputed)
        // The dismissal blocks until its appeal window is over, and then what is left of the notice
        // runs: less than a minute.
        try await county.advance(workdays: 7)
        let found = try await county.found()
        #expect(found.challenge.state == .awarded)
        #expect(found.notices.all.count { $0.kind == .result } == 1)
    }

    @Test(
        """
        7. An objection in the last minute suspends the award; upheld with a re-score, a new notice \
        runs
        """
    )
    func upheldObjection() async throws {
        let county = try await Self.objected()
        let first = try await county.resultNotice
        let object = try #require(try await county.found().objections.all.last).reference.text
        try await county.act("admit", on: object, as: "sup2")
        try await county.decideAdmitted("upheld", remedy: "rescore")
        try await county.advance(workdays: 7)
        #expect(try await county.state() == .evaluating)
        try await county.declare()
        try await county.notice()
        let second = try await county.resultNotice
        #expect(second.id != first.id)
        #expect(second.end > first.end)
        #expect(try await county.found().notices[first.id]?.state == .superseded)
        #expect(try await county.state() == .noticed)
        try await county.award()
        #expect(try await county.state() == .awarded)
    }

    @Test(
        """
        13. The enterprise's liaison turns up in the expert draw: skipped, with the reason code in \
        the public record of the draw
        """
    )
    func liaisonInTheDraw() async throws {
        let county = try await TestCounty()
        try await county.appoint("lia", .panelExpert, Cast.laboratory.code)
        try await county.act(
            "set-profile", on: "person", of: "person/lia", as: "adm1",
            fields: ["profile": ["expert": true, "technical": true, "chains": ["轴承"]]])
        try await county.call(bids: 2, liaison: "lia")
        try await county.open()
        try await county.evaluate()
        // Before the notice nobody outside reads the record.
        let stream = StreamID(.challenge, county.challenge)
        let early = try await county.board.timeline(stream, as: nil)
        #expect(!early.contains { $0.type == "PanelDrawn" })
        try await county.notice()

        let told = try await county.board.timeline(stream, as: nil)
        let drawn = try #require(told.first { $0.type == "PanelDrawn" })
        let draw = try #require(drawn.fields["draw"]?.object.flatMap { Draw(record: Record($0)) })
        let liaison = try #require(draw.candidates.first { $0.expert == "lia" })
        #expect(liaison.conflict == .liaison)
        #expect(!draw.seated.contains("lia"))
        // Whoever holds the record can draw again.
        #expect(Draw.rerun(draw, digest: SodiumDigest.function) == draw)
        let place = try #require(draw.order.firstIndex(of: "lia"))
        let last = try #require(draw.seated.last.flatMap { draw.order.firstIndex(of: $0) })
        #expect(draw.skipped.contains { $0.expert == "lia" } == (place < last))
    }

    // MARK: The roads there

    private static func proposed(
        start: String, deadline: String, lastYear: Int = .max
    ) async throws -> TestCounty {
        let county = try await TestCounty(at: start, lastCalendarYear: lastYear)
        try await county.publish(deadline: deadline)
        try await county.seal(1)
        try await county.seal(2)
        try await county.open()
        try await county.evaluate()
        try await county.score()
        try await county.act("close-consensus", as: try await county.chair())
        return county
    }

    private static func publishResult(_ county: TestCounty) async throws {
        try await county.act(
            "publish-result", as: "case", "rev",
            fields: ["noticeText": "拟由天姥大学揭榜", "channel": "门户网站"])
    }

    /// The loser objects thirty seconds before the notice ends.
    private static func objected() async throws -> TestCounty {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        let notice = try await county.resultNotice
        try await county.advance(to: notice.end.adding(milliseconds: -30_000))
        try await county.object(to: notice.reference.text, as: "bid2")
        return county
    }
}
