import BoardDomain
import Testing

@testable import BoardService

@Suite("What waits for a person")
struct InboxTests {
    @Test("Workdays are counted down to the due day, and on from it when it is over")
    func workdays() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.act("ask", on: "question", as: "bid1", fields: ["question": "加载多少？"])
        // Asked on Monday, due at the end of Thursday.
        for (day, left, isOverdue) in [
            ("2026-03-02", 3, false), ("2026-03-05", 0, false), ("2026-03-06", -1, true),
            ("2026-03-08", -1, true), ("2026-03-10", -3, true),
        ] {
            try await county.advance(to: day + "T10:00:00+08:00")
            let item = try #require(
                try await county.board.inbox(of: "ent").first { $0.act == "Answer" })
            #expect(item.workdaysLeft == left, "\(day)")
            #expect(item.isOverdue == isOverdue, "\(day)")
        }
    }

    @Test("A duty that is discharged elsewhere names the stream where it is")
    func elsewhere() async throws {
        let county = try await TestCounty()
        try await county.advance(to: "2026-12-02T10:00:00+08:00")
        let item = try #require(
            try await county.board.inbox(of: "case").first { $0.act == "CalendarYear" })
        #expect(item.stream == StreamID(.calendar, "2027"))
        #expect(item.object == "calendar")
        #expect(item.origin.kind == .organisation)
        #expect(item.about == "organisation")
        #expect(item.command == "load-calendar")
        #expect(item.isOverdue)
        let watch = try #require(
            try await county.board.inbox(of: "adm1").first { $0.act == "CalendarYearWatch" })
        #expect(watch.command == nil)
        #expect(try await county.board.inbox(of: "adm1").allSatisfy { $0.act != "CalendarYear" })
    }

    @Test("P1 Once the bids are open the case officer is asked for a panel, until there is one")
    func panelPlanning() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        try await county.open()
        let waiting = {
            try await Set(county.board.inbox(of: "case").compactMap(\.command)).intersection([
                "plan-panel", "draw",
            ])
        }
        #expect(try await waiting() == ["plan-panel"])
        try await county.qualifyBids()
        let refusal = try await county.refusal("close-qualification", as: "case")
        #expect(refusal?.code.name == "panelMissing")
        let plan: JSON = ["panelSize": 5, "technicalSeats": 4]
        try await county.act("plan-panel", on: "panel", as: "case", fields: plan)
        #expect(try await waiting() == [])
        try await county.act("plan-panel", on: "panel", as: "rev")
        #expect(try await waiting() == ["draw"])
    }

    @Test("What waits for a signature is due when the act could be completed no more")
    func signatureBeforeDeadline() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let bid = try await county.start(1)
        let deadline = try #require(try await county.found().challenge.deadline)
        try await county.advance(to: deadline.day.adding(-1).text + "T10:00:00+08:00")
        let sealing = try await county.sealing(1)
        try await county.act(
            "seal", on: bid.reference.text, as: "bid1", fields: sealing.fields.json)
        let item = try #require(
            try await county.board.inbox(of: "bidsig1").first { $0.act == "BidSeal" })
        #expect(item.due == deadline)
    }
}
