import BoardDomain
import BoardService
import Testing

@testable import BoardCLI

@Suite("Where a list goes on")
struct ListPageTests {
    @Test(
        "A mark is read back as it was written, and nothing else is one",
        arguments: CaseSort.allCases)
    func marks(_ sort: CaseSort) throws {
        var query = CaseQuery()
        query.sort = sort
        query.descending = true
        let row = CaseRow(
            id: "XC-2026-0007-R2", title: "", enterprise: "", enterpriseName: "", chain: "",
            topicClass: "", state: "open", lane: "answer", mode: "single", budget: 5,
            createdAt: Instant(milliseconds: 7), changedAt: Instant(milliseconds: -9), year: 2026)
        let page = ListPage(after: row, in: query)
        #expect(ListPage(page.text) == page)
        #expect(page.isDescending)
        #expect(page.cursor.id == row.id)
        let others = [
            "", "id", "id.up.0.", "id.up.x.XC", "name.up.0.XC", "id.side.0.XC", "id.up.0.X.C",
        ]
        for text in others { #expect(ListPage(text) == nil, "\(text)") }
    }
}
