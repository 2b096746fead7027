import BoardEventLog
import BoardResources
import Testing

@testable import BoardCLI
@testable import BoardDomain
@testable import BoardService

@Suite("The board in numbers, as it is shown")
struct StatisticsPrintTests {
    @Test("Amounts are in the unit that the heading names")
    func units() {
        let row = CaseRow(
            id: "a", title: "a", enterprise: "e", enterpriseName: "e", chain: "轴承",
            topicClass: "industryPain", state: "open", lane: "answer", mode: "single",
            budget: 93_350_000, createdAt: Instant(milliseconds: 0),
            changedAt: Instant(milliseconds: 0), year: 2026)
        let print = StatisticsPrint(
            statistics: BoardStatistics(
                year: nil, rows: [row], stays: [], pools: [], overdue: nil))
        for (language, figure) in [(Language.zhHans, "93.35"), (.en, "933,500.00")] {
            let states = print.tables(ValueWording(Texts(language)))[0].table
            #expect(states.rows.first?.last == figure)
        }
    }
}
