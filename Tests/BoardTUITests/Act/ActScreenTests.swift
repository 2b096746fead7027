import BoardDomain
import BoardResources
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

    @Test("What can no longer be given at all is refused in the words of its own rule")
    func tooLate() async throws {
        let driver = try await BoardDriver.sample(
            as: "luo-changhe", Size(columns: 120, rows: 40), .en)
        let stream = StreamID(.challenge, "XC-2026-0018")
        await driver.open(ActScreen(on: ObjectReference(.challenge), of: stream, toward: "seal"))
        let words = try #require((driver.screen as? ActScreen)?.notice?.text.string)
        #expect(!words.contains("There is no command") && !words.contains("--content"))
        #expect(words.hasPrefix("Rule"))
    }

    @Test("What only the program makes is not told as missing while a passphrase is typed")
    func opening() async throws {
        let driver = try await BoardDriver.sample(
            as: "tian-shouzheng", Size(columns: 120, rows: 40))
        let stream = StreamID(.challenge, "XC-2026-0018")
        await driver.open(
            ActScreen(on: ObjectReference(.challenge), of: stream, toward: "attend-opening"))
        await driver.press(.enter)
        let form = try #require(driver.screen as? FormScreen)
        #expect(!form.judgement.checks.isEmpty)
        #expect(form.judgement.isClear)
    }

    @Test(
        "An amount is confirmed in whatever way it is written, and only that amount",
        arguments: [
            (Language.en, "400,000.00", true), (.en, "400000", true), (.en, "40", false),
            (.en, "40万元", true), (.en, "400,000.01", false), (.en, "", false),
            (.zhHans, "40", true), (.zhHans, "400000元", true), (.zhHans, "400000", false),
        ])
    func amounts(_ language: Language, _ typed: String, _ confirms: Bool) throws {
        let act = Act(
            stream: StreamID(.challenge, "XC-2026-0001"), subject: ObjectReference(.payout, "1"),
            command: "order")
        let rehearsal = Rehearsal(act: act, recorded: [], events: [], hash: nil)
        var confirmation = Confirmation(
            of: FormBench.choice(FormBench.row(.payout, "order")), rehearsal,
            evidence: ["amount": 40_000_000], in: FormBench.setting(language))
        #expect(confirmation.grave != nil)
        _ = confirmation.take(.paste(typed), in: FormBench.setting(language))
        let answer = confirmation.take(.key(KeyEvent(.enter)), in: FormBench.setting(language))
        #expect((answer == .confirmed) == confirms)
    }

    @Test("C16 what an opening would open nobody reads before it is on record")
    func sealedUntilRecorded() throws {
        let setting = FormBench.setting()
        let contact: JSON = ["of": "XC-2026-0001/bid/K7QM", "sealed": "00ff"]
        let event = { (type: EventType, rule: String, subject: ObjectReference) in
            Event(
                type: type, rule: rule, act: "", subject: subject, state: nil,
                fields: Record([
                    "content": ["approach": "三区预热"], "contact": contact, "reason": "承诺值不符",
                ]), by: .clock, at: FormBench.now)
        }
        let events = [
            event(.bidsOpened, "C16", ObjectReference(.challenge)),
            event(.bidOpened, "B10", ObjectReference(.bid, "K7QM")),
        ]
        let stream = StreamID(.challenge, "XC-2026-0001")
        let lines = { (events: [Event]) -> String in
            let rehearsal = Rehearsal(
                act: Act(stream: stream, subject: events[0].subject, command: "open-bids"),
                recorded: events.map { CommandOutcome.Recorded(stream: stream, $0) },
                events: events, hash: nil)
            return Confirmation(
                of: FormBench.choice(FormBench.row(.challenge, "open-bids")), rehearsal,
                evidence: nil, in: setting
            ).lines(setting, columns: 80).map(\.text).joined(separator: "\n")
        }
        let opened = lines([events[1]])
        #expect(opened.contains("K7QM"))
        #expect(!opened.contains("三区预热") && !opened.contains("承诺值不符"))
        // Of any other event all is told, and what is encrypted as being so.
        let other = lines([events[0]])
        #expect(other.contains("三区预热") && !other.contains("00ff"))
        #expect(other.contains(setting.texts.text("cli.sealed")))
    }

    @Test("Whoever scrolls past the end of a question is back at once with one step up")
    func scrolling() throws {
        let setting = FormBench.setting()
        let act = Act(
            stream: StreamID(.challenge, "XC-2026-0001"), subject: ObjectReference(.payout, "1"),
            command: "order")
        let rehearsal = Rehearsal(act: act, recorded: [], events: [], hash: nil)
        let changes = SafeText(Array(repeating: "先行变更", count: 400).joined(separator: " "))
        var confirmation = Confirmation(
            of: FormBench.choice(FormBench.row(.payout, "order")), rehearsal,
            evidence: ["amount": 40_000_000], after: changes, in: setting)
        let wheel = InputEvent.mouse(MouseEvent(.scrollDown, column: 40, row: 10))
        for _ in 0..<200 { _ = confirmation.take(wheel, in: setting) }
        let end = confirmation.top
        #expect(end > 0)
        for _ in 0..<9 { _ = confirmation.take(.key(KeyEvent(.pageDown)), in: setting) }
        #expect(confirmation.top == end)
        _ = confirmation.take(.key(KeyEvent(.up)), in: setting)
        #expect(confirmation.top == end - 1)
        let before = shown(ConfirmationBox(confirmation: confirmation, setting: setting))
        _ = confirmation.take(wheel, in: setting)
        #expect(shown(ConfirmationBox(confirmation: confirmation, setting: setting)) != before)
        confirmation = Confirmation(
            of: FormBench.choice(FormBench.row(.payout, "order")), rehearsal,
            evidence: nil, in: setting)
        _ = confirmation.take(wheel, in: setting)
        #expect(confirmation.top == 0)
    }

    private func shown(_ box: ConfirmationBox) -> String {
        let buffer = Buffer(size: box.setting.body)
        var frame = Frame(buffer)
        frame.draw(box, in: frame.bounds)
        return buffer.text
    }
}
