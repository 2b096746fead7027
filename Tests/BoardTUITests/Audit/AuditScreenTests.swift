import BoardDomain
import BoardService
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("The audit")
struct AuditScreenTests {
    private func screen(_ driver: BoardDriver) throws -> AuditScreen {
        try #require(driver.screen as? AuditScreen)
    }

    @Test("The log is there from its newest row down, and comes as it is looked at")
    func browses() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.auditor, screen: "audit")
        let head = try screen(driver).log.head
        #expect(head > 1000)
        #expect(try screen(driver).log.selectedPosition == head)
        #expect(try screen(driver).log.selected?.position == head)
        await driver.press(.end)
        #expect(try screen(driver).log.selected?.position == 1)
        await driver.press(.character("#"))
        await driver.type("1234")
        await driver.press(.enter)
        #expect(try screen(driver).log.selected?.position == 1234)
        await driver.press(.enter)
        #expect((driver.screen as? EventScreen)?.position == 1234)
    }

    @Test("Rows are found by words of the event, a person's name and a case")
    func finds() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.auditor, screen: "audit")
        await driver.press(.character("/"))
        await driver.type("兑付到账")
        await driver.press(.enter)
        let found = try screen(driver).log
        #expect(found.isSifted && found.rows.count > 0)
        #expect(found.selected?.entry?.type == "PayoutPaid")
        await driver.press(.character("/"))
        await driver.press(.tab)
        await driver.type("XC-2024-0002")
        await driver.press(.tab)
        await driver.type("周启明")
        await driver.press(.enter)
        let narrow = try screen(driver).log
        #expect(narrow.selected?.stream == "challenge/XC-2024-0002")
        #expect(narrow.selected?.entry?.actorName == "周启明")
        await driver.press(.character("/"))
        await driver.press(.character("x"), .control)
        #expect(!(try screen(driver).log.isSifted))
    }

    @Test("The public finds the place and the hash of rows that it may not read")
    func withheld() async throws {
        let driver = try await BoardDriver.sample(as: nil, screen: "audit")
        await driver.press(.escape)
        let log = try screen(driver).log
        #expect(log.selected != nil && log.selected?.row == nil)
        let texts = driver.model.setting.texts
        #expect(driver.text.contains(texts.text("cli.log.withheld")))
    }

    @Test("A verification says that the log is sound, and against which anchor")
    func verifies() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.auditor, screen: "audit")
        await driver.press(.character("v"))
        guard case .found(let verdict) = try screen(driver).check.state else {
            Issue.record("nothing was found")
            return
        }
        let head = try screen(driver).log.head
        #expect(verdict.log.fault == nil && verdict.log.events == head)
        await driver.press(.character("V"), .shift)
        await driver.type("/no/such/file")
        await driver.press(.enter)
        guard case .failed = try screen(driver).check.state else {
            Issue.record("a missing file was taken")
            return
        }
    }

    @Test("The whole board goes to a past and back; nothing can be recorded there")
    func travels() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.auditor, screen: "board")
        let now = try #require(driver.screen as? BoardScreen).pages.rows.count
        await driver.press(.character("5"))
        await driver.press(.character("a"))
        await driver.type("nonsense")
        await driver.press(.enter)
        #expect(try screen(driver).prompt?.fault != nil)
        for _ in 0..<8 { await driver.press(.backspace) }
        await driver.type("1500")
        await driver.press(.enter)
        #expect(driver.model.setting.isPast)
        #expect(try screen(driver).log.head == 1500)
        #expect(try screen(driver).sealRefusal(driver.model.setting) != nil)
        await driver.press(.character("2"))
        let then = try #require(driver.screen as? BoardScreen).pages.rows.count
        #expect(then > 0 && then < now)
        await driver.press(.character("0"))
        #expect(!driver.model.setting.isPast)
        #expect(try #require(driver.screen as? BoardScreen).pages.rows.count == now)
    }

    @Test("A long answer tells how far it is, then the answer, and then nothing more")
    func longAnswer() async throws {
        let question = LongAnswer<Int> { progress in
            progress(1, 2)
            return .success(7)
        }
        var last: LongAnswer<Int>.News?
        while let news = await question.next() {
            last = news
            if case .answer = news { break }
        }
        guard case .answer(.success(7))? = last else {
            Issue.record("no answer")
            return
        }
        #expect(await question.next() == nil)
    }
}
