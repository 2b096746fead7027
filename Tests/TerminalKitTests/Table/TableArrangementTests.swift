import TerminalKit
import Testing

@Suite("A table is arranged by keys and mouse")
struct TableArrangementTests {
    private static let columns = [
        TableColumn("编号", .length(4)), TableColumn("名称", .length(8)),
        TableColumn("金额", .length(6), align: .trailing), TableColumn("期限", .length(8)),
    ]
    private static let size = Size(columns: 20, rows: 3)

    private func table(_ arrangement: TableArrangement) -> Table<ElementRows<Project>> {
        let rows = ElementRows(projects(2)) { project, column in
            switch column {
            case 0: StyledText(SafeText(project.id))
            case 1: StyledText(project.name)
            case 2: StyledText(SafeText(project.amount))
            default: StyledText("10-13")
            }
        }
        var selection = RowSelection<String>()
        selection.select(1, in: rows, height: 2)
        return Table(
            Self.columns, rows: rows, selection: selection, theme: .mono, arrangement: arrangement)
    }

    private func shown(_ arrangement: TableArrangement) -> String {
        screen(table(arrangement), columns: Self.size.columns, rows: Self.size.rows)
    }

    @Test("What does not fit is scrolled to; the first column stays")
    func scrolls() {
        var arrangement = TableArrangement(scrolls: true)
        #expect(
            shown(arrangement) == """
                编号│名称    │  金额
                P0  │课题0   │     0
                P1  │课题1   │   919
                """)
        arrangement.scroll(by: 4, in: table(arrangement), of: Self.size)
        #expect(
            shown(arrangement) == """
                编号│    │  金额│期
                P0  │0   │     0│10-
                P1  │1   │   919│10-
                """)
        arrangement.scroll(by: 99, in: table(arrangement), of: Self.size)
        #expect(arrangement.offset == 9)
        #expect(
            shown(arrangement).hasPrefix("编号│  金额│期限\nP0  │     0│10-13"))
        let left = KeyEvent(.left)
        #expect(arrangement.handle(left, in: table(arrangement), of: Self.size) == .arranged)
        #expect(arrangement.handle(left, in: table(arrangement), of: Self.size) == .arranged)
        #expect(arrangement.handle(left, in: table(arrangement), of: Self.size) == .ignored)
        let wide = Size(columns: 40, rows: 3)
        let right = KeyEvent(.right)
        #expect(arrangement.handle(right, in: table(arrangement), of: wide) == .ignored)
    }

    @Test("Keys go to a column, which comes into sight, widen it, and sort by it")
    func keys() {
        var arrangement = TableArrangement(scrolls: true)
        func press(_ key: KeyEvent) -> TableArrangement.Outcome {
            arrangement.handle(key, in: table(arrangement), of: Self.size)
        }
        #expect(press("s") == .ignored && press("+") == .ignored)
        #expect(press("]") == .arranged && press("]") == .arranged)
        #expect(arrangement.cursor == 1)
        #expect(press("+") == .arranged)
        #expect(arrangement.widths == [1: 10])
        for _ in 0..<9 { _ = press("-") }
        #expect(arrangement.widths == [1: 3])
        #expect(press("]") == .arranged && press("]") == .arranged)
        #expect(arrangement.cursor == 3 && arrangement.offset == 4)
        #expect(press("s") == .sorted)
        #expect(arrangement.sort == TableArrangement.Sort(3, .ascending))
        #expect(shown(arrangement).contains("期限 ▴"))
        #expect(press("s") == .sorted)
        #expect(arrangement.sort == TableArrangement.Sort(3, .descending))
        #expect(press("s") == .sorted && arrangement.sort == nil)
        #expect(press("x") == .ignored)
        arrangement.resetWidths()
        #expect(arrangement.widths.isEmpty)
    }

    @Test("A click on a head sorts, dragging the line after it changes its width")
    func mouse() {
        var arrangement = TableArrangement()
        func mouse(_ kind: MouseEvent.Kind, _ column: Int, _ row: Int = 0)
            -> TableArrangement.Outcome
        {
            arrangement.handle(
                MouseEvent(kind, column: column, row: row), in: table(arrangement), of: Self.size)
        }
        #expect(mouse(.press(.left), 6) == .sorted)
        #expect(arrangement.sort == TableArrangement.Sort(1, .ascending))
        #expect(arrangement.cursor == 1)
        #expect(mouse(.drag(.left), 9) == .ignored)
        #expect(mouse(.press(.left), 4) == .arranged)
        #expect(mouse(.drag(.left), 6) == .arranged)
        #expect(arrangement.widths == [0: 6])
        #expect(mouse(.drag(.left), 0) == .arranged)
        #expect(mouse(.release(.left), 0) == .arranged)
        #expect(arrangement.widths == [0: 3])
        #expect(mouse(.release(.left), 0) == .ignored)
        #expect(mouse(.press(.left), 6, 2) == .ignored)
        #expect(mouse(.scrollRight, 6, 2) == .arranged)
        #expect(arrangement.offset == 0)
    }

    @Test("A place belongs to a head, a line between heads, a row and its column, or to nothing")
    func targets() {
        var arrangement = TableArrangement(scrolls: true)
        arrangement.scroll(by: 5, in: table(arrangement), of: Self.size)
        let scrolled = table(arrangement)
        func target(_ column: Int, _ row: Int) -> TableTarget? {
            scrolled.target(at: Position(column: column, row: row), of: Self.size)
        }
        #expect(target(0, 0) == .head(column: 0) && target(4, 0) == .edge(column: 0))
        #expect(target(6, 0) == .head(column: 1) && target(8, 0) == .edge(column: 1))
        #expect(target(19, 0) == .head(column: 3) && target(15, 0) == .edge(column: 2))
        #expect(target(9, 2) == .cell(index: 1, column: 2))
        #expect(target(15, 1) == .cell(index: 0, column: nil))
        #expect(target(3, 5) == nil && target(20, 0) == nil)
    }
}
