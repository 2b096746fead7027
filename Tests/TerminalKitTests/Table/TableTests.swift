import TerminalKit
import TerminalKitTesting
import Testing

@Suite("A table")
struct TableTests {
    private static let columns = [
        TableColumn("编号", .length(4)), TableColumn("名称", .min(6)),
        TableColumn("金额", .length(7), align: .trailing, order: .descending),
    ]

    private func rows(_ projects: [Project]) -> ElementRows<Project> {
        ElementRows(projects) { project, column in
            switch column {
            case 0: StyledText(SafeText(project.id))
            case 1: StyledText(project.name, style: Style(foreground: .green))
            default: StyledText(SafeText(project.amount))
            }
        }
    }

    private func table(
        _ projects: [Project], _ selection: RowSelection<String>, theme: Theme = .mono
    ) -> Table<ElementRows<Project>> {
        Table(Self.columns, rows: rows(projects), selection: selection, theme: theme)
    }

    @Test("Head, lines, alignment and the mark of the order")
    func looks() {
        #expect(
            screen(table(projects(3), RowSelection()), columns: 22, rows: 5) == """
                编号│名称     │ 金额 ▾
                P0  │课题0    │      0
                P1  │课题1    │    919
                P2  │课题2    │    838

                """)
    }

    @Test("What does not fit ends in an ellipsis and never splits a wide character")
    func truncates() {
        var long = projects(1)
        long[0].name = "量子通信运维系统"
        #expect(
            screen(table(long, RowSelection()), columns: 22, rows: 2).hasSuffix(
                "P0  │量子通信…│      0"))
        #expect(
            screen(table(long, RowSelection()), columns: 21, rows: 2).hasSuffix(
                "P0  │量子通… │      0"))
        #expect(SafeText("量子").truncated(columns: 0).isEmpty)
    }

    @Test("Where ambiguous characters are wide, lines are ASCII")
    func ascii() {
        #expect(
            screen(table(projects(1), RowSelection()), columns: 22, rows: 2, ambiguous: .wide)
                == """
                编号|名称     | 金额 v
                P0  |课题0    |      0
                """)
    }

    @Test("The selected row has the selection's style over its whole width, the others their own")
    func styles() {
        var selection = RowSelection<String>()
        selection.select(1, in: rows(projects(3)), height: 4)
        let buffer = drawn(table(projects(3), selection), columns: 22, rows: 5).buffer
        for column in 0..<22 {
            #expect(buffer.style(column: column, row: 2) == Theme.mono[.selection])
        }
        #expect(buffer.style(column: 5, row: 1) == Style(foreground: .green))
        #expect(buffer.style(column: 4, row: 1) == .plain)
    }

    @Test("No row: it says so")
    func placeholder() {
        let table = Table(
            Self.columns, rows: rows([]), selection: RowSelection(), theme: .mono,
            placeholder: "没有榜题")
        #expect(screen(table, columns: 22, rows: 2).hasSuffix("\n没有榜题"))
    }

    @Test("Of a million rows only those in sight are asked for")
    func virtual() {
        final class Asked { var cells = 0 }
        struct Endless: TableRows {
            let asked: Asked
            var count: Int { 1_000_000 }
            func id(at index: Int) -> Int { index }
            func index(of id: Int) -> Int? { id }
            func cell(at index: Int, column: Int) -> StyledText {
                asked.cells += 1
                return StyledText(SafeText(index))
            }
        }
        let rows = Endless(asked: Asked())
        var selection = RowSelection<Int>()
        selection.select(999_999, in: rows, height: 9)
        let table = Table(Self.columns, rows: rows, selection: selection, theme: .mono)
        #expect(screen(table, columns: 24, rows: 10).contains("999…│999999     │ 999999"))
        #expect(rows.asked.cells == 27)
    }

    @Test("A click finds its row")
    func clicks() {
        var selection = RowSelection<String>()
        selection.top = 5
        let table = table(projects(8), selection)
        let size = Size(columns: 22, rows: 5)
        #expect(table.index(at: Position(column: 3, row: 0), of: size) == nil)
        #expect(table.index(at: Position(column: 3, row: 1), of: size) == 4)
        #expect(table.index(at: Position(column: 3, row: 4), of: size) == 7)
        #expect(table.index(at: Position(column: 3, row: 5), of: size) == nil)
    }

    @Test("The selection follows its row through sorting; where it goes, its neighbour is selected")
    func identity() {
        let before = rows(projects(6))
        var selection = RowSelection<String>()
        selection.select(2, in: before, height: 3)
        let sorted = rows(before.elements.sorted { $0.amount > $1.amount })
        #expect(selection.placement(in: sorted, height: 3).selected == sorted.index(of: "P2"))
        let without = rows(before.elements.filter { $0.id != "P2" })
        selection.settle(in: without, height: 3)
        #expect(selection.id == "P3")
        selection.settle(in: rows([]), height: 3)
        #expect(selection.placement(in: rows([]), height: 3).selected == nil)
        selection.settle(in: rows(projects(1)), height: 3)
        #expect(selection.id == "P0")
    }

    @Test("The selected row is always in sight, and the first row moves only when it must")
    func scrolls() {
        let rows = rows(projects(40))
        var generator = SeededGenerator(seed: 3)
        let keys: [KeyEvent] = [
            KeyEvent(.down), KeyEvent(.up), KeyEvent(.pageDown), KeyEvent(.pageUp),
            KeyEvent(.character("j")), KeyEvent(.character("G")), KeyEvent(.character("g")),
        ]
        var selection = RowSelection<String>()
        for _ in 0..<500 {
            let height = 1 + generator.below(12)
            let before = selection.placement(in: rows, height: height)
            let wasHandled = selection.handle(generator.pick(keys), in: rows, height: height)
            #expect(wasHandled)
            let now = selection.placement(in: rows, height: height)
            let selected = now.selected ?? -1
            #expect(now.top == selection.top && (now.top..<now.top + height).contains(selected))
            if (before.top..<before.top + height).contains(selected) {
                #expect(now.top == before.top)
            }
        }
        #expect(selection.handle(KeyEvent(.character("x")), in: rows, height: 3) == false)
    }

    @Test("A list draws its items behind a pointer")
    func list() {
        var selection = RowSelection<String>()
        selection.select(4, in: rows(projects(9)), height: 3)
        let items = ElementRows(projects(9)) { project, _ in StyledText(project.name) }
        let list = List(items, selection: selection, theme: .mono)
        #expect(screen(list, columns: 8, rows: 3) == "  课题2\n  课题3\n▸ 课题4")
        #expect(list.index(at: 2, height: 3) == 4)
        #expect(list.index(at: 3, height: 3) == nil)
    }
}
