import BoardDomain
import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("The screen of a case")
struct CaseScreenTests {
    /// A case of the sample county that has come as far as a state.
    private static func id(_ state: ChallengeState) async throws -> String {
        var query = CaseQuery()
        query.states = [state.rawValue]
        let rows = try await SampleCounty.shared.value.board.cases(query, as: Viewers.auditor)
        return try #require(rows.first).id
    }

    private static func opened(
        _ state: ChallengeState, as person: PersonID?, _ size: Size = Size(columns: 80, rows: 24)
    ) async throws -> BoardDriver {
        let driver = try await BoardDriver.sample(as: person, size)
        if person == nil { await driver.press(.escape) }
        let stream = StreamID(.challenge, try await id(state))
        await driver.open(CaseScreen(of: stream))
        return driver
    }

    private func screen(_ driver: BoardDriver) throws -> CaseScreen {
        try #require(driver.screen as? CaseScreen)
    }

    private func turn(_ driver: BoardDriver, to tab: CaseTab) async throws {
        for _ in 0..<20 where try screen(driver).tab != tab { await driver.press(.tab) }
        try #require(try screen(driver).tab == tab)
    }

    @Test("Leaves that a viewer may not see are not there")
    func tabs() async throws {
        let auditor = try screen(try await Self.opened(.settling, as: Viewers.auditor)).tabs
        #expect(
            Set(auditor).isSuperset(of: [
                .terms, .argument, .bids, .panel, .notices, .contract, .verification, .evaluation,
                .payouts, .documents, .timeline,
            ]))
        #expect(!auditor.contains(.file))
        let everybody = try screen(try await Self.opened(.settling, as: nil)).tabs
        #expect(everybody.contains(.notices) && everybody.contains(.contract))
        for hidden in [CaseTab.argument, .panel, .verification, .may] {
            #expect(!everybody.contains(hidden), "\(hidden)")
        }
        let open = try screen(try await Self.opened(.open, as: Viewers.reviewer)).tabs
        #expect(!open.contains(.bids))
    }

    @Test("Every leaf of every case is drawn for everybody, at the smallest size and a large one")
    func draws() async throws {
        for size in [Size(columns: 80, rows: 24), Size(columns: 300, rows: 100)] {
            for person in [Viewers.auditor, nil] {
                for state in [ChallengeState.settling, .executing, .noticed, .terminated] {
                    let driver = try await Self.opened(state, as: person, size)
                    for tab in try screen(driver).tabs {
                        try await turn(driver, to: tab)
                        let title = tab.title(driver.model.setting)
                        #expect(driver.text.contains("[\(title)]"), "\(tab) \(size)")
                    }
                }
            }
        }
    }

    @Test("The newest event is selected first, and Enter opens it with its hash")
    func timeline() async throws {
        let driver = try await Self.opened(.settling, as: Viewers.auditor)
        try await turn(driver, to: .timeline)
        let entry = try #require(try screen(driver).selected(in: driver.model.setting)?.event)
        #expect(entry.position == (try screen(driver).timeline.value?.last?.position))
        await driver.press(.enter)
        let event = try #require(driver.screen as? EventScreen)
        #expect(event.position == entry.position)
        #expect(driver.text.contains(entry.hash.text.prefix(32)))
        await driver.press(.character("y"))
        #expect(driver.copied.map(\.string) == [entry.hash.text])
    }

    @Test("Being shown the events is on record only once they are looked at")
    func reads() async throws {
        let county = try await SampleCounty.copy()
        let driver = try await BoardDriver.sample(as: Viewers.auditor, on: county)
        let stream = StreamID(.challenge, try await Self.id(.settling))
        let before = try await county.board.reads(as: Viewers.auditor).count
        await driver.open(CaseScreen(of: stream))
        let shown = try await county.board.reads(as: Viewers.auditor)
        #expect(shown.dropFirst(before).map(\.question) == ["show"])
        await driver.refresh()
        #expect(try await county.board.reads(as: Viewers.auditor).count == before + 1)
        try await turn(driver, to: .timeline)
        let after = try await county.board.reads(as: Viewers.auditor)
        #expect(after.dropFirst(before).map(\.question) == ["show", "timeline"])
    }

    @Test("Runs stand with their readings, and what the frozen rule computes")
    func verification() async throws {
        let driver = try await Self.opened(
            .settling, as: Viewers.auditor, Size(columns: 200, rows: 60))
        try await turn(driver, to: .verification)
        let texts = driver.model.setting.texts
        #expect(driver.text.contains(texts.text("tui.case.run.verdict")))
        #expect(driver.text.contains(texts.text("tui.case.run.serial")))
        #expect(driver.text.contains("✓"))
    }

    @Test("Enter on an object opens what may be done about it; leaf and row are kept meanwhile")
    func works() async throws {
        let driver = try await Self.opened(.settling, as: Viewers.reviewer)
        try await turn(driver, to: .payouts)
        await driver.press(.down)
        let object = try #require(try screen(driver).selected(in: driver.model.setting)?.object)
        await driver.press(.enter)
        #expect((driver.screen as? ActScreen)?.object == object)
        await driver.press(.escape)
        await driver.refresh()
        #expect(try screen(driver).tab == .payouts)
        #expect(try screen(driver).selected(in: driver.model.setting)?.object == object)
    }

    @Test("A document that two places name stands once, called as whoever gave it called it")
    func documents() throws {
        let digest = String(repeating: "ab", count: 32)
        let object = ObjectReference(.milestone, "1.1")
        let json: JSON = [
            "evidence": [["digest": .string(digest), "kind": "report", "title": "阶段报告"]],
            "termsDigest": .string(digest), "commitment": .string(digest),
            "text": .string(digest),
        ]
        let found = CaseDocument.named(in: json, of: object)
        #expect(found.map(\.name) == ["阶段报告"])
        #expect(found.map(\.digest.text) == [digest])
        #expect(found.first?.object == object)
    }

    @Test("Columns that do not fit go on below, behind the first once more")
    func grid() {
        let grid = TextGrid(
            columns: (1...6).map { TextGrid.Column(title: SafeText("title\($0)")) },
            rows: [(1...6).map { StyledText(SafeText("cell\($0)")) }], theme: .mono)
        let lines = grid.lines(room: 24).map(\.text)
        #expect(lines.allSatisfy { $0.count <= 26 })
        #expect(lines.count { $0.contains("cell1") } == 3)
        for number in 2...6 { #expect(lines.count { $0.contains("cell\(number)") } == 1) }
    }

    @Test(
        "A milestone that alone is left by the filter begins where its own contract or forerunner says"
    )
    func chart() {
        let setting = FormBench.setting()
        let entries = [
            CaseEntry(.contract, ["id": "1", "effectiveAt": "2026-01-05T00:00:00+08:00"]),
            CaseEntry(.milestone, ["id": "1.1", "due": "2026-03-01T00:00:00+08:00"]),
            CaseEntry(.milestone, ["id": "1.2", "due": "2026-06-01T00:00:00+08:00"]),
            CaseEntry(.contract, ["id": "2", "effectiveAt": "2026-04-05T00:00:00+08:00"]),
            CaseEntry(.milestone, ["id": "2.1", "due": "2026-09-01T00:00:00+08:00"]),
        ]
        let whole = MilestoneChart(
            entries, showing: Set(entries.map(\.id)), selected: nil, in: setting)
        #expect(whole.rows.count == 5)
        let shown = Set([entries[2].id, entries[4].id])
        let sifted = MilestoneChart(entries, showing: shown, selected: nil, in: setting)
        #expect(sifted.rows.map(\.id) == [entries[2].id, entries[4].id])
        #expect(
            sifted.rows.map(\.bars[0].first) == [whole.rows[2], whole.rows[4]].map(\.bars[0].first))
        #expect(whole.rows[2].bars[0].first == whole.rows[1].bars[0].last)
        #expect(whole.rows[4].bars[0].first == whole.rows[3].bars[0].first)
    }
}
