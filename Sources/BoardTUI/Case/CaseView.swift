import BoardDomain
import BoardService
import TerminalKit

/// A file as it looks: where it stands, its leaves, the rows of the open one, and what the selected row is about.
struct CaseView: Widget {
    let screen: CaseScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    struct Parts {
        let title: Rect
        let ribbon: Rect
        let tabs: Rect
        /// What is typed to sift the rows; empty where nothing is.
        let filter: Rect
        let table: Rect
        /// The milestones on their axis; empty where they are not shown.
        let chart: Rect
        let detail: Rect
    }

    static func parts(of body: Rect, _ screen: CaseScreen, _ setting: Setting) -> Parts {
        let isSifted = screen.filter.isOpen || screen.filter.isActive
        let isCase = screen.stream.kind == .challenge
        let rows = Layout.vertical(
            .length(1), .length(isCase ? 1 : 0), .length(1), .length(isSifted ? 1 : 0), .min(1)
        ).split(body)
        let (table, rest) = divided(rows[4], screen, setting)
        let (chart, detail) = charted(rest, screen, setting)
        return Parts(
            title: rows[0].inset(columns: 1), ribbon: rows[1].inset(columns: 1),
            tabs: rows[2].inset(columns: 1), filter: rows[3].inset(columns: 1), table: table,
            chart: chart, detail: detail)
    }

    /// The chart above what the row is about where there is room, in its place where the reader asks for it.
    private static func charted(
        _ rest: Rect, _ screen: CaseScreen, _ setting: Setting
    ) -> (Rect, Rect) {
        let none = Rect(column: rest.column, row: rest.row, columns: rest.columns, rows: 0)
        guard screen.tab == .contract, !screen.entries.isEmpty else { return (none, rest) }
        guard setting.isWide else {
            return screen.showsChart ? (rest, none) : (none, rest)
        }
        let height = screen.chart(setting).height + 1
        let parts = Layout.vertical(.length(min(height, rest.rows / 2)), .min(1)).split(rest)
        return (parts[0], parts[1])
    }

    /// Rows beside what they are about on a wide screen, above it on a narrow one.
    private static func divided(
        _ rest: Rect, _ screen: CaseScreen, _ setting: Setting
    ) -> (Rect, Rect) {
        guard !screen.entries.isEmpty || screen.filter.isActive else {
            return (Rect(column: rest.column, row: rest.row, columns: rest.columns, rows: 0), rest)
        }
        if setting.isWide {
            let parts = Layout.horizontal(.fill(3), .fill(2), spacing: 1).split(rest)
            return (parts[0], parts[1])
        }
        guard !screen.tab.isLong else {
            return (
                rest, Rect(column: rest.column, row: rest.endRow, columns: rest.columns, rows: 0)
            )
        }
        let most = max(4, rest.rows * 2 / 5)
        let rows = min(screen.entries.count + 1, most)
        let parts = Layout.vertical(.length(rows), .min(1)).split(rest)
        return (parts[0], parts[1])
    }

    static func tabs(_ screen: CaseScreen, _ setting: Setting) -> Tabs {
        let tabs = screen.tabs
        return Tabs(
            tabs.map { $0.title(setting) }, current: tabs.firstIndex(of: screen.tab) ?? 0,
            theme: setting.theme)
    }

    func draw(on frame: inout Frame) {
        let parts = Self.parts(of: frame.bounds, screen, setting)
        guard let content = screen.content.value else {
            frame.draw(
                Text(screen.content.failure ?? setting.text("tui.loading"), style: theme[.muted]),
                in: parts.detail.inset(columns: 1))
            return
        }
        frame.within(parts.title) { drawTitle(content, on: &$0) }
        if screen.stream.kind == .challenge {
            frame.draw(LaneRibbon(content.file, setting: setting), in: parts.ribbon)
        }
        frame.draw(Self.tabs(screen, setting), in: parts.tabs)
        if parts.filter.rows > 0 {
            frame.draw(
                FilterBar(screen.filter, count: screen.entries.count, setting: setting),
                in: parts.filter)
        }
        drawTable(in: parts.table, on: &frame)
        drawChart(in: parts.chart, on: &frame)
        drawDetail(in: parts.detail, on: &frame)
    }

    private func drawTitle(_ content: CaseContent, on frame: inout Frame) {
        var right: [String] = []
        if let budget = content.file["terms"]?["budget"]?.integer {
            right.append(setting.wording.money(Money(fen: budget)))
        }
        let count = content.doable.count
        if count > 0 { right.append(setting.texts.text("tui.case.doable", ["count": "\(count)"])) }
        if screen.stream.kind != .challenge {
            let machine = type(of: Stream(screen.stream).aggregate).machines[0]
            right.append(setting.wording.state(content.state, of: machine.rawValue))
        }
        let note = SafeText(right.joined(separator: " · "))
        let room = note.columns(frame.ambiguous)
        let enterprise = content.file["enterpriseName"]?.string.map { " · " + $0 } ?? ""
        frame.writeField(
            SafeText(content.title + enterprise), column: 0,
            columns: max(0, frame.size.columns - room - 2), style: theme[.title])
        frame.write(
            note, column: frame.size.columns - room,
            style: theme[count > 0 ? .accent : .muted])
    }

    private func drawTable(in rect: Rect, on frame: inout Frame) {
        guard rect.rows > 0 else { return }
        let columns = screen.tab.columns(on: setting.size.columns)
        frame.draw(
            Table(
                columns.map {
                    TableColumn(setting.text($0.title), $0.width, align: $0.align)
                }, rows: screen.rows(in: setting), selection: screen.pane.selection, theme: theme,
                hasLines: false, placeholder: setting.text("tui.filter.none")), in: rect)
    }

    private func drawChart(in rect: Rect, on frame: inout Frame) {
        guard rect.rows > 1 else { return }
        frame.within(rect) { frame in
            frame.drawRule(setting.text("tui.case.chart"), theme)
            frame.draw(
                screen.chart(setting),
                in: Rect(
                    column: 1, row: 1, columns: frame.size.columns - 2, rows: frame.size.rows - 1))
        }
    }

    private func drawDetail(in rect: Rect, on frame: inout Frame) {
        guard rect.rows > 1 else { return }
        let detail = CaseDetail(screen, setting, columns: rect.columns)
        frame.within(rect) { frame in
            frame.drawRule(detail.title, theme)
            frame.draw(
                FileLines(lines: detail.lines, top: screen.top, theme: theme),
                in: Rect(
                    column: 1, row: 1, columns: frame.size.columns - 1, rows: frame.size.rows - 1))
        }
    }
}
