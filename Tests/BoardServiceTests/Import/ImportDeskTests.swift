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
    }
}
