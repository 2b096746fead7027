import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("What one may begin by oneself")
struct BeginScreenTests {
    @Test("An administrator invites and registers whom nobody has named yet")
    func administrator() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.administrator)
        await driver.press(.character("n"))
        let menu = try #require(driver.screen as? BeginScreen)
        let open = menu.entries(driver.model.setting).filter { $0.reason == nil }
        #expect(open.contains { $0.id.contains("G1") })
        #expect(open.contains { $0.id.contains("G5") })
    }

    @Test("A new organisation is judged under the code that is typed for it")
    func organisation() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.administrator)
        let desk = driver.program.desk(driver.model)
        let choices = await desk.beginnings(of: .organisation)
        let choice = try #require(choices.first { $0.command == "register-organisation" })
        let plan = FormPlan(choice)
        await driver.open(FormScreen(plan))
        let place = try #require(
            (driver.screen as? FormScreen)?.state.rows.firstIndex { $0.label == "code" })
        for _ in 0..<place { await driver.press(.tab) }
        await driver.type("91330624MA2D000515")
        let form = try #require(driver.screen as? FormScreen)
        #expect(form.judgement.checks.filter { $0.fault != nil } == [])
    }

    @Test("Nothing is offered or denied before the board has answered")
    func beforehand() {
        var setting = FormBench.setting()
        setting.roles = [.caseOfficer]
        #expect(BeginScreen().entries(setting).isEmpty)
    }
}
