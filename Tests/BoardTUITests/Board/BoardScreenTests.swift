import BoardDomain
import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("The board")
struct BoardScreenTests {
    // MARK: As a value

    private static func row(_ number: Int, in state: ChallengeState = .executing) -> CaseRow {
        let text = String(number)
        let id = "XC-2026-" + String(repeating: "0", count: max(0, 6 - text.count)) + text
        let instant = Instant(milliseconds: 1_790_000_000_000)
        return CaseRow(
            id: id, title: "高速轴承 \(number)", enterprise: "91330624MA2D000011",
            enterpriseName: "鼎岳轴承", chain: "轴承", topicClass: "industryPain",
            state: state.rawValue, lane: "verify", mode: "single",
            budget: Int64(number) * 10_000, createdAt: instant, changedAt: instant, year: 2026)
    }

    private static func page(_ numbers: some Sequence<Int>, isLast: Bool) -> CasePage {
        CasePage(rows: numbers.map { row($0) }, clocks: [:], isLast: isLast)
    }

    private static func setting() -> Setting {
        Setting(
            person: nil, personName: .empty, roles: [], wording: ValueWording(Texts(.zhHans)),
            theme: .mono, now: Instant(milliseconds: 1_790_000_000_000),
            size: Size(columns: 80, rows: 24), isPast: false)
    }

    private static func started(_ numbers: some Sequence<Int>, isLast: Bool) -> BoardScreen {
        var screen = BoardScreen()
        _ = screen.begin(in: setting())
        _ = screen.update(.came(.success(page(numbers, isLast: isLast)), .anew), in: setting())
        return screen
    }

    private func press(_ key: Key, _ times: Int = 1, on screen: inout BoardScreen) -> Int {
        var asked = 0
        for _ in 0..<times {
            let event = InputEvent.key(KeyEvent(key))
            guard let message = screen.message(for: event, in: Self.setting()) else { continue }
            asked += screen.update(message, in: Self.setting()).count
        }
        return asked
    }

    @Test("The next page is asked for before one stands at the end of the list, and only once")
    func pages() {
        var screen = Self.started(1...100, isLast: false)
        #expect(screen.selected(in: Self.setting())?.id == "XC-2026-000001")
        #expect(press(.down, 40, on: &screen) == 0)
        #expect(press(.down, 50, on: &screen) == 1)
        _ = screen.update(
            .came(.success(Self.page(101...150, isLast: true)), .more), in: Self.setting())
        #expect(screen.rows(in: Self.setting()).count == 150)
        #expect(screen.selected(in: Self.setting())?.id == "XC-2026-000091")
        #expect(press(.down, 100, on: &screen) == 0)
        #expect(screen.selected(in: Self.setting())?.id == "XC-2026-000150")
    }

    @Test("Whoever asks for the end gets the whole list, and stands at its end")
    func end() {
        var screen = Self.started(1...100, isLast: false)
        #expect(press(.character("G"), on: &screen) == 1)
        let middle = screen.update(
            .came(.success(Self.page(101...2100, isLast: false)), .more), in: Self.setting())
        #expect(middle.count == 1)
        _ = screen.update(
            .came(.success(Self.page(2101...2200, isLast: true)), .more), in: Self.setting())
        #expect(screen.selected(in: Self.setting())?.id == "XC-2026-002200")
    }

    @Test("The row that is selected stays so when the list comes again in another order")
    func keeps() {
        var screen = Self.started(1...20, isLast: true)
        _ = press(.down, 4, on: &screen)
        #expect(screen.refresh(in: Self.setting()).count == 2)
        _ = screen.update(
            .came(.success(Self.page((1...20).reversed(), isLast: true)), .again),
            in: Self.setting())
        #expect(screen.selected(in: Self.setting())?.id == "XC-2026-000005")
    }

    @Test("An answer to what is no longer asked changes nothing")
    func stale() {
        var screen = Self.started(1...20, isLast: true)
        #expect(screen.refresh(in: Self.setting()).count == 2)
        _ = press(.right, on: &screen)
        #expect(screen.filter.lanes == ["pose"])
        let steps = screen.update(
            .came(.success(Self.page(21...40, isLast: true)), .again), in: Self.setting())
        #expect(screen.rows(in: Self.setting()).id(at: 0) == "XC-2026-000001")
        // The question that waited goes out now, with its counts.
        #expect(steps.count == 2)
    }

    @Test("A page that has gone makes the list be asked for anew")
    func gone() {
        var screen = Self.started(1...100, isLast: false)
        _ = press(.down, 95, on: &screen)
        let fault = Fault(words: "gone", isConflict: false)
        let steps = screen.update(.came(.failure(fault), .more), in: Self.setting())
        #expect(steps.count == 2)
        #expect(screen.rows(in: Self.setting()).count == 100)
    }

    @Test("A facet is chosen by the initials of its pinyin, and taken back the same way")
    func facets() {
        var picker = FacetPicker(BoardFilter(), only: nil)
        let tally = { (value: String) in CaseTally(value: value, cases: 3, budget: 1) }
        picker.take(
            [
                .chain: [tally("机器人"), tally("轴承")], .lane: [tally("verify"), tally("")],
                .listEdition: [tally("2026Q1"), tally("2026Q2")],
            ], Self.setting())
        #expect(picker.found.elements.first?.id == "lane/verify")
        let setting = Self.setting()
        for scalar in "zc".unicodeScalars {
            _ = picker.take(.key(KeyEvent(.character(scalar))), in: setting)
        }
        let found = picker.found.elements.map(\.value)
        #expect(found.contains("轴承") && !found.contains("机器人"))
        guard case .changed(let filter)? = picker.take(.key(KeyEvent(.enter)), in: setting) else {
            Issue.record("nothing was chosen")
            return
        }
        #expect(filter.chain == "轴承" && filter.query.chain == "轴承")
        guard case .changed(let back)? = picker.take(.key(KeyEvent(.enter)), in: setting) else {
            Issue.record("nothing was taken back")
            return
        }
        #expect(!back.isNarrow)
    }

    // MARK: On the sample county

    private func board(_ driver: BoardDriver) throws -> BoardScreen {
        try #require(driver.screen as? BoardScreen)
    }

    private func ids(_ driver: BoardDriver) throws -> [String] {
        let rows = try board(driver).rows(in: driver.model.setting)
        return (0..<rows.count).map { rows.id(at: $0) }
    }

    @Test("Officials see drafts, the public sees published lists; the ribbon counts what each sees")
    func sees() async throws {
        let official = try await BoardDriver.sample(as: Viewers.reviewer, screen: "board")
        let everybody = try await BoardDriver.sample(as: nil, screen: "board")
        await everybody.press(.escape)
        let (all, some) = (try ids(official), try ids(everybody))
        #expect(Set(some).isStrictSubset(of: all))
        let counts = try #require(try board(official).counts.value)
        #expect(counts.total(of: []).cases == all.count)
        #expect(try #require(try board(everybody).counts.value).total(of: []).cases == some.count)
        await official.press(.right)
        #expect(try board(official).filter.lanes == ["pose"])
        #expect(try ids(official).count == counts.total(of: ["pose"]).cases)
    }

    @Test("Words of two characters are searched in full text; Escape shows all again")
    func searches() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.reviewer, screen: "board")
        let all = try ids(driver).count
        await driver.press(.character("/"))
        await driver.type("轴承")
        let found = try ids(driver)
        #expect(!found.isEmpty && found.count < all)
        #expect(driver.text.contains("\(found.count)"))
        await driver.press(.enter)
        await driver.press(.escape)
        #expect(try ids(driver).count == all)
    }

    @Test("A click on a head sorts by its column, a second one the other way round")
    func sorts() async throws {
        let driver = try await BoardDriver.sample(
            as: Viewers.reviewer, Size(columns: 120, rows: 40), screen: "board")
        let setting = driver.model.setting
        let place = try board(driver).place(setting)
        let columns = BoardColumn.columns(in: setting)
        let budget = try #require(columns.firstIndex { $0.kind == .budget })
        let part = Layout(.horizontal, columns.map(\.width), spacing: 1).split(place.rect)[budget]
        for descending in [false, true] {
            await driver.click(column: part.column + 1, row: place.rect.row + Setting.headerRows)
            let budgets = try board(driver).pages.rows.map(\.budget)
            #expect(budgets == budgets.sorted { descending ? $0 > $1 : $0 < $1 })
            #expect(try board(driver).filter.isDescending == descending)
        }
    }

    @Test("What is late is shown to those who may know it")
    func overdue() async throws {
        var filter = BoardFilter()
        filter.isOverdue = true
        let official = try await BoardDriver.sample(as: Viewers.reviewer)
        let asked = await official.program.desk(official.model).page(filter, after: nil, limit: 50)
        #expect(!(try asked.get().rows.isEmpty))
        let everybody = try await BoardDriver.sample(as: nil)
        let told = await everybody.program.desk(everybody.model).page(filter, after: nil, limit: 50)
        #expect(try told.get().rows.isEmpty)
    }

    @Test("Enter opens the case, and coming back finds the same row selected")
    func opens() async throws {
        let driver = try await BoardDriver.sample(as: Viewers.reviewer, screen: "board")
        await driver.press(.down)
        let id = try ids(driver)[1]
        await driver.press(.enter)
        #expect((driver.screen as? CaseScreen)?.stream == StreamID(.challenge, id))
        await driver.press(.escape)
        #expect(try board(driver).selected(in: driver.model.setting)?.id == id)
    }
}
