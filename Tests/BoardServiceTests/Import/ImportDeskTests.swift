import Testing

@testable import BoardService

@Suite("Drafts from a demand list")
struct ImportDeskTests {
    @Test("A dry run names the numbers that the drafts then get, and each row is drafted once")
    func numbers() async throws {
        let county = try await TestCounty()
        func imported(isDryRun: Bool) async throws -> [String] {
            try await county.board.importDemands(RealList.report, as: "case", isDryRun: isDryRun)
                .compactMap { row in
                    if case .drafted(let id) = row.outcome { id } else { nil }
                }
        }
        let head = try await county.board.head()
        let told = try await imported(isDryRun: true)
        #expect(try await county.board.head() == head)
        #expect(told.count > 1)
        #expect(Set(told).count == told.count)
        #expect(try await imported(isDryRun: false) == told)
        #expect(try await imported(isDryRun: false).isEmpty)
        // As it stands in the log and as it is read again are one.
        for row in try await county.board.importDemands(
            RealList.report, as: "case", isDryRun: true)
        {
            guard case .alreadyThere(_, let changed) = row.outcome else { continue }
            #expect(changed == [], "row \(row.row.row)")
        }
    }

    @Test("A row that is known is not drafted again, and what the list changed since is told")
    func changedRow() async throws {
        let county = try await TestCounty()
        let outcome = { (investment: String, background: String) in
            let list = """
                需求名称,需求单位,统一社会信用代码,需求背景,拟投入资金（万元）
                甲技术,甲公司,\(Cast.enterprise.code),\(background),\(investment)
                """
            let rows = try await county.board.importDemands(
                DemandImport.read(bytes: Array(list.utf8), year: 2026), as: "case", isDryRun: false)
            return try #require(rows.first?.outcome)
        }
        guard case .drafted(let id) = try await outcome("100", "轴承噪声") else {
            Issue.record("nothing was drafted")
            return
        }
        for (investment, background, expected) in [
            ("100", "轴承噪声", []), ("１００万元", "轴承噪声", []),
            ("120", "轴承异响", ["background", "enterpriseShare"]),
        ] {
            guard case .alreadyThere(id, let changed) = try await outcome(investment, background)
            else {
                Issue.record("\(investment) is drafted again")
                return
            }
            #expect(changed == expected)
        }
    }
}
