import BoardDomain
import BoardService
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("An approval")
struct ActScreenTests {
    /// A reviewer before a milestone that waits for approval.
    private func milestone(on county: SampleCounty) async throws -> BoardDriver {
        let driver = try await BoardDriver.sample(
            as: Sample.reviewer, Size(columns: 120, rows: 40), on: county)
        let inbox = try #require(driver.screen as? InboxScreen)
        let entries = inbox.rows(in: driver.model.setting).elements
        let place = try #require(
            entries.firstIndex {
                $0.subject.machine == .milestone && $0.item.command == "approve"
            })
        for _ in 0..<place { await driver.press(.down) }
        await driver.press(.enter)
        return driver
    }

    @Test("Three keys approve a milestone, and what the dialog showed is what is recorded")
    func approves() async throws {
        let county = try await SampleCounty.copy()
        let driver = try await milestone(on: county)
        let act = try #require(driver.screen as? ActScreen)
        await driver.press(.character("a"))
        let asking = try #require(driver.screen as? ActScreen)
        let rehearsal = try #require(asking.confirmation?.rehearsal)
        #expect(rehearsal.recorded.first?.type == "MilestoneApproved")
        let before = try await county.board.head().position
        await driver.press(.enter)
        let rows = try await county.board.events(after: before, limit: 100)
        #expect(rows.prefix(rehearsal.recorded.count).map(\.type) == rehearsal.recorded.map(\.type))
        #expect(rows.first?.actor == Sample.reviewer)
        #expect(driver.screen is InboxScreen)
        let state = try await county.board.state(of: act.stream).aggregate.state(of: act.object)
        #expect(state == MilestoneState.met.rawValue)
    }

    @Test("Escape before the last key records nothing")
    func cancels() async throws {
        let county = try await SampleCounty.copy()
        let driver = try await milestone(on: county)
        let before = try await county.board.head()
        await driver.press(.character("a"))
        await driver.press(.escape)
        #expect(try await county.board.head() == before)
        #expect((driver.screen as? ActScreen)?.confirmation == nil)
    }

    @Test("Where the case has moved meanwhile, nothing is recorded and the screen says so")
    func conflicts() async throws {
        let county = try await SampleCounty.copy()
        let one = try await milestone(on: county)
        let other = try await milestone(on: county)
        await one.press(.character("a"))
        await other.press(.character("a"))
        await other.press(.enter)
        let head = try await county.board.head()
        await one.press(.enter)
        #expect(try await county.board.head() == head)
        let act = try #require(one.screen as? ActScreen)
        #expect(act.confirmation == nil)
        #expect(act.notice?.text.string.contains("未作记录") == true)
    }

    @Test(
        "Every condition stands there with its mark, and a reason is asked for where the rule asks")
    func sendsBack() async throws {
        let county = try await SampleCounty.copy()
        let driver = try await milestone(on: county)
        #expect(driver.text.contains("✓"))
        await driver.press(.character("r"))
        let form = try #require(driver.screen as? FormScreen)
        #expect(form.state.rows.contains { $0.use?.required == true })
        await driver.press(.character("s"), .control)
        let refused = try #require(driver.screen as? FormScreen)
        #expect(refused.confirmation == nil)
        #expect(refused.state.missing != nil)
    }
}
