import BoardDomain
import BoardService
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("The directory")
struct DirectoryScreenTests {
    private func screen(_ driver: BoardDriver) throws -> DirectoryScreen {
        try #require(driver.screen as? DirectoryScreen)
    }

    @Test("The public is told who holds a public office, an administrator who there is")
    func people() async throws {
        let everybody = try await BoardDriver.sample(as: nil, screen: "directory")
        await everybody.press(.escape)
        let keeper = try await BoardDriver.sample(as: Viewers.administrator, screen: "directory")
        let (some, all) = (try screen(everybody).entries, try screen(keeper).entries)
        #expect(!some.isEmpty && some.count < all.count)
        #expect(Set(some.map(\.id)).isSubset(of: all.map(\.id)))
    }

    @Test("Enter opens a file with the events of its stream")
    func opens() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.auditor, screen: "directory")
        await driver.press(.tab)
        await driver.press(.enter)
        let file = try #require(driver.screen as? CaseScreen)
        #expect(file.stream.kind == .organisation)
        #expect(file.name == .file)
        await driver.press(.tab)
        await driver.press(.tab)
        #expect(try #require(driver.screen as? CaseScreen).timeline.value?.isEmpty == false)
    }

    @Test("An administrator registers an organisation from here, by a code that is one")
    func registers() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.administrator, screen: "directory")
        await driver.press(.tab)
        await driver.press(.character("n"))
        await driver.type("123")
        await driver.press(.enter)
        #expect(try screen(driver).naming?.fault != nil)
        for _ in 0..<3 { await driver.press(.backspace) }
        await driver.type("91330624MA2D000013")
        let typed = try #require(try screen(driver).naming).editor.text.string
        #expect(typed == "91330624MA2D000013")
        await driver.press(.escape)
        #expect(try screen(driver).naming == nil)
        await driver.press(.tab)
        await driver.press(.character("n"))
        let act = try #require(driver.screen as? ActScreen)
        #expect(act.stream.kind == .pool && act.wanted == "open-pool")
    }

    @Test("Sanctions list no name that is not public yet")
    func sanctions() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.auditor, screen: "directory")
        for _ in 0..<3 { await driver.press(.tab) }
        let entries = try screen(driver).entries
        #expect(!entries.isEmpty)
        #expect(
            entries.allSatisfy { entry in
                entry.title.isEmpty || !["reported", "defence", "dropped"].contains(entry.state)
            })
    }
}
