import TerminalKit

/// The screen that other programs were measured on too: 500 milestones, 200 columns × 60 rows, of which 56 are rows of the table.
struct TerminalWorkload {
    /// What changes from frame to frame.
    enum Scenario: String, CaseIterable {
        /// Another row is selected.
        case select
        /// The table moves by a row once the selection has reached its middle.
        case scroll
        /// As `select`, but all of the screen is sent.
        case full
    }

    static let size = Size(columns: 200, rows: 60)
    private static let columns = [
        TableColumn("编号", .length(10)), TableColumn("标题", .length(64)),
        TableColumn("申请单位", .length(36)), TableColumn("状态", .length(12)),
        TableColumn("金额", .length(16), align: .trailing), TableColumn("截止日期", .length(12)),
        TableColumn("进度", .length(24)), TableColumn("负责人", .length(19)),
    ]
    private static let heading = Style([.bold, .reverse])
    private static let theme = Theme(
        name: "workload",
        styles: [.title: Style(foreground: .cyan, .bold), .selection: heading])
    private static let rule = SafeText(String(repeating: "─", count: size.columns))

    private let rows: MilestoneRows
    private let parts: [Rect]
    let scenario: Scenario

    /// - Parameter table: a row a line, eight fields between tabs.
    init(_ scenario: Scenario, table: String) {
        self.scenario = scenario
        rows = MilestoneRows(table)
        parts = Layout.vertical(.length(1), .min(1), .length(1), .length(1))
            .split(Rect(Self.size))
    }

    /// The selected row and the first in sight of a frame, −1 for the one before the first.
    private func selection(of number: Int) -> RowSelection<Int> {
        let height = parts[1].rows - 1
        let selected =
            scenario == .scroll ? max(0, number) % rows.count : max(0, number) % height
        var selection = RowSelection<Int>()
        if scenario == .scroll {
            selection.top = max(0, min(selected - height / 2, rows.count - height))
        }
        selection.select(selected, in: rows, height: height)
        return selection
    }

    /// Draws a frame.
    func draw(_ number: Int, on frame: inout Frame) {
        let selection = selection(of: number)
        frame.write(
            " 里程碑审批台 / Milestone Approval Desk", column: 0, columns: Self.size.columns,
            style: Self.heading)
        frame.draw(
            Table(Self.columns, rows: rows, selection: selection, theme: Self.theme),
            in: parts[1])
        frame.write(
            Self.rule, column: 0, row: parts[2].row, style: Style(foreground: .brightBlack))
        frame.write(
            " ↑↓ 移动  / 搜索  a 批准  r 驳回  ? 帮助  q 退出", column: 0, row: parts[3].row)
        let place = SafeText("行 \((selection.id ?? 0) + 1)/\(rows.count)")
        frame.write(
            place, column: Self.size.columns - 1 - place.columns(), row: parts[3].row)
    }
}

/// Milestones as the file has them: their texts go through the gate, and are measured, in every frame.
private struct MilestoneRows: TableRows {
    private static let states = [
        StyledText("待审批", style: Style(foreground: .yellow)),
        StyledText("已批准", style: Style(foreground: .green)),
        StyledText("已驳回", style: Style(foreground: .red)),
        StyledText("招标中", style: Style(foreground: .blue)),
    ]
    private let fields: [[String]]

    init(_ table: String) {
        fields = table.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    var count: Int { fields.count }

    func id(at index: Int) -> Int { index }

    func index(of id: Int) -> Int? { id }

    func cell(at index: Int, column: Int) -> StyledText {
        let field = fields[index][column]
        switch column {
        case 3: return Self.states[Int(field.utf8.first ?? 0x30) - 0x30]
        case 6: return StyledText(SafeText(field), style: Style(foreground: .green))
        default: return StyledText(SafeText(field))
        }
    }
}
