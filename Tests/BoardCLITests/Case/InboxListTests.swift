import BoardDomain
import BoardResources
import Testing

@testable import BoardCLI
@testable import BoardService

@Suite("The inbox as it is shown")
struct InboxListTests {
    private func item(
        _ object: String, act: String = "EvidenceItemCheck", days: Int? = nil
    ) -> InboxItem {
        InboxItem(
            stream: StreamID(.challenge, "XC-2026-0007"), object: object,
            origin: StreamID(.challenge, "XC-2026-0007"), about: object, caseTitle: "轴承",
            rule: "E6", act: act, command: "check-evidence", opened: Instant(milliseconds: 0),
            due: days.map { Instant(milliseconds: Int64($0 + 1000) * 86_400_000) },
            isOverdue: days.map { $0 < 0 } ?? false, workdaysLeft: days)
    }

    private func lines(_ items: [InboxItem], all: Bool = false) -> [String] {
        InboxList(items, showingAll: all, ValueWording(Texts(.zhHans))).table.lines()
            .dropFirst(2).map { $0 }
    }

    @Test("Overdue comes first, then what is due first, then what has no time")
    func order() {
        let lines = lines([
            item("evidence/1"), item("gate/1", act: "RaceGateRanking", days: 4),
            item("payout/1", act: "PayoutCheck", days: -3),
            item("milestone/1", act: "MilestoneCheck", days: 2),
        ])
        #expect(lines.count == 4)
        #expect(lines[0].contains("已逾期3个工作日") && lines[0].contains("XC-2026-0007/payout/1"))
        #expect(lines[1].contains("剩2个工作日") && lines[2].contains("剩4个工作日"))
        #expect(lines[3].contains("XC-2026-0007/evidence/1"))
    }

    @Test("What differs in its object alone is one row with its count")
    func same() {
        let lines = lines([item("evidence/1"), item("evidence/2"), item("evidence/3", days: 1)])
        #expect(lines.count == 2)
        #expect(lines[1].contains("2件") && lines[1].contains("evidence/1"))
    }

    @Test("What is far off is left out and counted, unless all is asked for")
    func horizon() {
        let items = [item("evidence/1", days: 240), item("gate/1", days: 60)]
        let near = InboxList(items, showingAll: false, ValueWording(Texts(.zhHans)))
        #expect(near.rows.count == 1)
        #expect(near.leftOut == 1)
        #expect(lines(items, all: true).count == 2)
    }

    @Test("At eighty columns no line is wider, and what to type is whole")
    func width() {
        let long = InboxItem(
            stream: StreamID(.challenge, "XC-2025-0014"), object: "verification/1.2.1",
            origin: StreamID(.challenge, "XC-2025-0014"), about: "verification/1.2.1",
            caseTitle: String(repeating: "长", count: 30), rule: "E13", act: "EvidenceItemCheck",
            command: "recheck-market", opened: Instant(milliseconds: 0),
            due: Instant(milliseconds: 0), isOverdue: true, workdaysLeft: -13)
        for language in Language.allCases {
            let list = InboxList([long], showingAll: true, ValueWording(Texts(language)))
            let lines = list.table.lines(width: 80, folding: true)
            #expect(lines.allSatisfy { ColumnText.width(of: $0) <= 80 }, "\(lines)")
            #expect(lines.contains { $0.contains("recheck-market") })
            #expect(lines.contains { $0.contains("XC-2025-0014/verification/1.2.1") })
        }
    }

    @Test("A signature that waits is told by the act")
    func signature() {
        #expect(lines([item("bid/1", act: "BidReconfirmation")])[0].contains("签署：揭榜确认"))
    }
}
