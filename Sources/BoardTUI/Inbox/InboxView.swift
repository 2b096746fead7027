import BoardDomain
import BoardService
import TerminalKit

/// The inbox as it looks: counts, the table, and on a wide screen what the selected duty is about.
struct InboxView: Widget {
    let screen: InboxScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    /// Where the table stands in the body.
    static func table(of body: Rect, _ setting: Setting) -> Rect { parts(of: body, setting).table }

    private static func parts(
        of body: Rect, _ setting: Setting
    ) -> (counts: Rect, table: Rect, detail: Rect) {
        let rows = Layout.vertical(.length(2), .min(1)).split(body)
        let columns = Layout.horizontal(
            .fill(3), setting.isWide ? .fill(2) : .length(0), spacing: setting.isWide ? 1 : 0
        ).split(rows[1])
        return (rows[0], columns[0], columns[1])
    }

    func draw(on frame: inout Frame) {
        let parts = Self.parts(of: frame.bounds, setting)
        frame.within(parts.counts) { drawCounts(on: &$0) }
        let rows = screen.rows(in: setting)
        if rows.count == 0, screen.content.value != nil {
            frame.draw(
                Text(emptiness, style: theme[.text]), in: parts.table.inset(columns: 2, rows: 1))
        } else {
            frame.draw(table(rows), in: parts.table)
        }
        if setting.isWide, let entry = screen.selected(in: setting) {
            frame.draw(InboxDetail(entry: entry, setting: setting), in: parts.detail)
        }
    }

    private func table(_ rows: ElementRows<InboxEntry>) -> Table<ElementRows<InboxEntry>> {
        var columns = [
            TableColumn(setting.text("tui.inbox.leftTitle"), .length(12)),
            TableColumn(setting.text("tui.inbox.due"), .length(9)),
            TableColumn(setting.text("tui.inbox.what"), .fill(3)),
            TableColumn(setting.text("tui.inbox.case"), .fill(3)),
        ]
        // The detail beside the table tells both.
        if setting.size.columns >= (setting.isWide ? 160 : 100) {
            columns.append(TableColumn(setting.text("tui.inbox.object"), .length(16)))
            columns.append(TableColumn(setting.text("tui.inbox.rule"), .length(6)))
        }
        return Table(
            columns, rows: rows, selection: screen.selection, theme: theme, hasLines: false,
            placeholder: screen.content.failure ?? setting.text("tui.loading"))
    }

    /// Nothing waits: what the person's roles can do.
    private var emptiness: SafeText {
        if screen.filter.isActive { return setting.text("tui.filter.none") }
        if setting.person == nil { return setting.text("tui.inbox.public") }
        let tours = Role.pickingOrder.filter(setting.roles.contains).map {
            setting.texts.text("tui.tour." + $0.rawValue)
        }
        return SafeText(
            ([setting.texts.text("tui.inbox.empty"), ""] + tours).joined(separator: "\n"),
            form: .body)
    }

    /// `逾期 2 · 今日 1 · 本周 4 · 以后 9`, then how many of each kind; the filter in their place while it is typed.
    private func drawCounts(on frame: inout Frame) {
        if screen.filter.isOpen || screen.filter.isActive {
            frame.draw(
                FilterBar(
                    screen.filter, count: screen.rows(in: setting).count, setting: setting),
                in: Rect(column: 1, row: 0, columns: frame.size.columns - 2, rows: 1))
        } else {
            drawUrgencies(on: &frame)
        }
        let words = (screen.content.value?.kinds ?? []).map {
            "\(setting.wording.machine($0.machine)) \($0.count)"
        }
        frame.writeField(
            SafeText(words.joined(separator: " · ")), column: 1, row: 1,
            columns: frame.size.columns - 2, style: theme[.muted])
    }

    private func drawUrgencies(on frame: inout Frame) {
        var column = 1
        for urgency in InboxEntry.Urgency.allCases {
            let count = screen.content.value?.urgencies[urgency] ?? 0
            let role: Theme.Role =
                switch urgency {
                case .overdue where count > 0: .danger
                case .today where count > 0: .warning
                default: .text
                }
            column += frame.write(
                setting.text("tui.inbox.count.\(urgency)", ["count": String(count)]),
                column: column, style: theme[role])
            column += 2
        }
    }
}

/// What a duty is about, beside the table.
struct InboxDetail: Widget {
    let entry: InboxEntry
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        frame.drawBorder(
            theme[.border], title: entry.what(setting), titleStyle: theme[.title])
        let item = entry.item
        var pairs: [(String, SafeText)] = [
            ("tui.inbox.case", entry.title),
            ("tui.inbox.number", SafeText(item.stream.id)),
            ("tui.inbox.object", entry.object(setting)),
            ("tui.inbox.opened", SafeText(setting.wording.instant(item.opened))),
        ]
        if let due = item.due {
            pairs.append(
                (
                    "tui.inbox.due",
                    SafeText(setting.wording.day(due.day)) + " " + entry.left(setting).text
                ))
        }
        pairs.append(("tui.inbox.rule", SafeText(item.rule)))
        if let command = item.command {
            pairs.append(
                (
                    "tui.inbox.command",
                    SafeText(setting.wording.command(command, of: entry.subject.machine))
                ))
        }
        frame.draw(
            LabelledLines(
                pairs.map { LabelledLine(label: setting.text($0.0), text: $0.1) },
                theme: theme), in: frame.bounds.inset(columns: 2, rows: 1))
    }
}
