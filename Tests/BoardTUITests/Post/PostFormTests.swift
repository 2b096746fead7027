import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("A challenge posed in steps")
struct PostFormTests {
    private func driver(
        _ columns: Int = 80, _ language: Language = .zhHans
    ) async throws -> BoardDriver {
        let driver = try await BoardDriver.sample(
            as: "cao-lixin", Size(columns: columns, rows: 24), language)
        await driver.open(PostScreen(StreamID(.challenge, "XC-2026-0024")))
        return driver
    }

    private func form(_ driver: BoardDriver) throws -> FormScreen {
        try #require(driver.screen as? FormScreen)
    }

    @Test("Tab leads through every step to all that was filled in, and back again")
    func tabs() async throws {
        let driver = try await driver()
        let first = try form(driver).state.cursor
        var steps: [Int] = []
        for _ in 0..<200 {
            let step = try form(driver).stepIndex
            if steps.last != step { steps.append(step) }
            if try form(driver).isAtPreview { break }
            await driver.press(.tab)
        }
        #expect(steps == Array(0...(try form(driver).state.outline.sections.count)))
        for _ in 0..<200 {
            if try form(driver).state.cursor == first, try form(driver).stepIndex == 0 { break }
            await driver.press(.tab, .shift)
        }
        #expect(try form(driver).stepIndex == 0)
        await driver.press(.tab, .shift)
        #expect(try form(driver).state.cursor == first)
    }

    @Test("All steps are told however narrow the window is, the one at hand by its name")
    func narrow() async throws {
        let driver = try await driver(80, .en)
        let line = try #require(driver.text.split(separator: "\n").dropFirst(2).first)
        #expect(line.contains("1 Basics") && line.contains(" 8"))
        #expect(!line.contains("Preview"))
        let wide = try await self.driver(200, .en)
        let whole = try #require(wide.text.split(separator: "\n").dropFirst(2).first)
        #expect(whole.contains("1 Basics") && whole.contains("8 Preview"))
    }
}
