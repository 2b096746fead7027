import BoardDomain
import BoardResources
import Foundation
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("The inbox")
struct InboxScreenTests {
    @Test("Every theme shows the same words", arguments: Theme.all)
    func themes(theme: Theme) async throws {
        let plain = try await BoardDriver.sample(as: Sample.reviewer)
        let themed = try await BoardDriver.sample(as: Sample.reviewer, theme: theme.name)
        #expect(plain.text == themed.text)
        try Golden.expect(
            themed.text, as: "theme/" + theme.name.replacingOccurrences(of: " ", with: "-"))
    }

    @Test("What is most urgent stands first, and Enter opens what the duty is about")
    func opens() async throws {
        let driver = try await BoardDriver.sample(as: Sample.reviewer)
        let screen = try #require(driver.screen as? InboxScreen)
        let entries = screen.rows(in: driver.model.setting).elements
        #expect(entries.count > 3)
        let dues = entries.compactMap { $0.item.due }
        #expect(entries.map(\.urgency.rawValue) == entries.map(\.urgency.rawValue).sorted())
        #expect(!dues.isEmpty)
        await driver.press(.enter)
        let act = try #require(driver.screen as? ActScreen)
        #expect(act.stream == entries[0].item.stream)
        #expect(act.object == entries[0].subject)
    }

    @Test("A filter knows initials of pinyin, and Escape takes it back")
    func filters() async throws {
        let driver = try await BoardDriver.sample(as: Sample.reviewer)
        let all = try #require(driver.screen as? InboxScreen).rows(in: driver.model.setting).count
        await driver.press(.character("/"))
        await driver.type("lcb")
        let screen = try #require(driver.screen as? InboxScreen)
        let found = screen.rows(in: driver.model.setting).elements
        #expect(!found.isEmpty && found.count < all)
        for entry in found {
            #expect(entry.what(driver.model.setting).string.contains("里程碑"))
        }
        await driver.press(.escape)
        let rest = try #require(driver.screen as? InboxScreen)
        #expect(rest.rows(in: driver.model.setting).count == all)
        #expect(!driver.isOver)
    }

    @Test("The public has nothing to do, and is told where to look")
    func anybody() async throws {
        let driver = try await BoardDriver.sample(as: nil)
        await driver.press(.escape)
        #expect(driver.text.contains("公众"))
    }
}

/// People of the sample county, by what they are.
enum Sample {
    static let reviewer = "xu-zhengyang"
}
