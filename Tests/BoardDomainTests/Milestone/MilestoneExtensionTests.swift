import Testing

@testable import BoardDomain

@Suite("An extension of a milestone")
struct MilestoneExtensionTests {
    private static func ask(_ day: String) -> JSON {
        ["newDue": .string(day), "reason": "进口轴承钢延期到货", "clause": "第六条"]
    }

    private func requested(_ day: String = "2026-09-15") throws -> DomainBoard {
        var board = try DomainBoard.executing()
        try board.do("ask-extension", on: "milestone/1.1", as: "bid", Self.ask(day))
        return board
    }

    @Test("M15 M17 enterprise and case officer grant what the bidder asks before the due")
    func granted() throws {
        var board = try requested()
        #expect(board.milestone("1.1").state == .extensionRequested)
        try board.do("grant-extension", on: "milestone/1.1", as: "ent")
        #expect(board.milestone("1.1").state == .extensionRequested)
        let events = try board.do("grant-extension", on: "milestone/1.1", as: "case")
        #expect(types(events) == [.extensionGranted])
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.1").due == Instant(text: "2026-09-15T23:59:59+08:00"))
        #expect(board.milestone("1.1").extendedDays == 77)
        let again = board.refusal(
            "ask-extension", on: "milestone/1.1", as: "bid", Self.ask("2026-09-20"))
        #expect(again?.code == .extensionsSpent)
    }

    @Test(
        "M15 a day outside the limits is refused",
        arguments: [
            ("2026-06-30", "extensionNotLater", "2026-07-01"),
            ("2026-12-28", "extensionTooLong", "2026-12-27"),
            ("2026-09-30", "extensionPastNext", "2026-09-29"),
        ])
    func limits(day: String, code: String, accepted: String) throws {
        let board = try DomainBoard.executing()
        let refusal = board.refusal(
            "ask-extension", on: "milestone/1.1", as: "bid", Self.ask(day))
        #expect(refusal?.code.name == code)
        #expect(refusal?.details["accepted"] == .string(accepted))
        #expect(refusal?.rule == "M15")
    }

    @Test("M15 a thousand days from the effect are the end")
    func duration() throws {
        let plans: JSON = [
            DomainBoard.plan(1, 10_000, due: "2028-11-20", indicators: [1, 2], verified: true)
        ]
        let board = try DomainBoard.executing(plans: plans)
        let refusal = board.refusal(
            "ask-extension", on: "milestone/1.1", as: "bid", Self.ask("2028-12-05"))
        #expect(refusal?.code == .durationTooLong)
        #expect(refusal?.details["accepted"] == "2028-12-04")
        #expect(
            board.refusal(
                "ask-extension", on: "milestone/1.1", as: "bid", Self.ask("2028-12-04")) == nil)
    }

    @Test("M15 from the due on nobody asks any more")
    func tooLate() throws {
        var board = try DomainBoard.executing()
        try board.advance(to: "2026-06-30T23:59:58.999+08:00")
        #expect(
            board.refusal("ask-extension", on: "milestone/1.1", as: "bid", Self.ask("2026-09-15"))
                == nil)
        try board.advance(to: "2026-06-30T23:59:59+08:00")
        #expect(
            board.refusal("ask-extension", on: "milestone/1.1", as: "bid", Self.ask("2026-09-15"))?
                .code == .extensionTooLate)
    }

    @Test("M16 a refusal or a withdrawal leaves the old due, overdue at once if past")
    func refused() throws {
        let reason: JSON = ["reason": "理由不足", "clause": "第六条"]
        for (command, person) in [
            ("refuse-extension", "ent"), ("refuse-extension", "case"),
            ("withdraw-extension", "bid"),
        ] {
            var board = try requested()
            let waiting = try board.advance(to: "2026-07-10T09:00:00+08:00")
            #expect(!waiting.map(\.name).contains("MilestoneOverdue"))
            #expect(waiting.map(\.name).contains("ExtensionAnswerOverdue"))
            try board.do(command, on: "milestone/1.1", as: person, reason)
            #expect(board.milestone("1.1").due == Instant(text: "2026-06-30T23:59:59+08:00"))
            let events = try board.advance(to: "2026-07-10T09:00:00+08:00")
            let mark = try #require(events.first { $0.name == "MilestoneOverdue" })
            #expect(mark.at == Instant(text: "2026-07-10T09:00:00+08:00"))
        }
    }

    @Test("M17 a grant is answered within five workdays")
    func answerDue() throws {
        var board = try requested()
        let events = try board.advance(to: "2026-03-18T00:00:00+08:00")
        let mark = try #require(events.first { $0.name == "ExtensionAnswerOverdue" })
        #expect(mark.fields[F.due] == Instant(text: "2026-03-17T23:59:59+08:00"))
    }
}
