import BoardDomain
import BoardService
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("The dashboard")
struct DashboardScreenTests {
    private func figures(_ driver: BoardDriver) throws -> [DashboardFigure] {
        let screen = try #require(driver.screen as? DashboardScreen)
        return screen.figures(driver.model.setting).flatMap(\.self)
    }

    private func select(_ id: String, _ driver: BoardDriver) async throws {
        let place = try #require(try figures(driver).firstIndex { $0.id == id })
        await driver.press(.home)
        for _ in 0..<place { await driver.press(.down) }
        #expect((driver.screen as? DashboardScreen)?.selected == id)
    }

    @Test("A lane opens the board with its cases, what is late the board with what is late")
    func board() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.reviewer, screen: "dashboard")
        try await select("lane/answer", driver)
        await driver.press(.enter)
        #expect((driver.screen as? BoardScreen)?.filter.lanes == ["answer"])
        await driver.press(.escape)
        let late = try #require(
            try figures(driver).first { $0.id.hasPrefix("late/") && $0.id != "late/" })
        try await select(late.id, driver)
        await driver.press(.enter)
        let board = try #require(driver.screen as? BoardScreen)
        #expect(board.filter.isOverdue)
        #expect(!board.pages.rows.isEmpty)
        #expect(board.pages.rows.allSatisfy { late.id == "late/" + $0.state })
    }

    @Test("A pool opens its file; what is held and what is free is told to officials alone")
    func pools() async throws {
        let official = try await BoardDriver.sample(as: Viewers.reviewer, screen: "dashboard")
        let everybody = try await BoardDriver.sample(as: nil, screen: "dashboard")
        await everybody.press(.escape)
        let free = official.model.setting.texts.text("tui.dashboard.pool.free")
        let pool = { (figures: [DashboardFigure]) in
            figures.filter { $0.id.hasPrefix("pool/") }
        }
        let (told, hidden) = (pool(try figures(official)), pool(try figures(everybody)))
        #expect(!told.isEmpty && told.map(\.id) == hidden.map(\.id))
        #expect(told.allSatisfy { $0.figure.string.contains(free) })
        #expect(hidden.allSatisfy { !$0.figure.string.contains(free) })
        #expect(!(try figures(everybody).contains { $0.id.hasPrefix("late/") }))
        try await select(told[0].id, official)
        await official.press(.enter)
        #expect((official.screen as? CaseScreen)?.stream.kind == .pool)
    }

    @Test("Calls that close within thirty days stand by their days, the first first")
    func deadlines() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.reviewer, screen: "dashboard")
        let screen = try #require(driver.screen as? DashboardScreen)
        let content = try #require(screen.content.value)
        let dues = content.deadlines.compactMap(\.deadline)
        #expect(
            dues == dues.sorted()
                && dues.allSatisfy(DashboardContent.span(from: content.now).contains))
        let calls = try figures(driver).filter { $0.id.hasPrefix("call/") }
        #expect(calls.map(\.id) == content.deadlines.map { "call/" + $0.id })
    }

    @Test("A wide screen has its sections side by side, and every figure can be reached")
    func columns() async throws {
        for (width, count) in [(80, 1), (120, 2), (200, 3)] {
            let driver = try await BoardDriver.sample(
                as: Viewers.reviewer, Size(columns: width, rows: 40), screen: "dashboard")
            let screen = try #require(driver.screen as? DashboardScreen)
            #expect(screen.columns(driver.model.setting).count == count)
            let all = try figures(driver)
            var seen: Set<String> = []
            for _ in 0..<count {
                await driver.press(.home)
                for _ in all {
                    if let id = (driver.screen as? DashboardScreen)?.selected { seen.insert(id) }
                    await driver.press(.down)
                }
                await driver.press(.right)
            }
            #expect(seen == Set(all.map(\.id)))
        }
    }
}
