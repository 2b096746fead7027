import BoardDomain
import BoardService
import TerminalKit

/// The audit as it looks: its leaves, and the table or the result of the open one.
struct AuditView: Widget {
    let screen: AuditScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    static func parts(
        of body: Rect, _ screen: AuditScreen, _ setting: Setting
    ) -> (tabs: Rect, status: Rect, table: Rect, detail: Rect) {
        let rows = Layout.vertical(.length(1), .length(1), .min(1)).split(body)
        let hasDetail: Bool
        switch screen.tab {
        case .log: hasDetail = setting.size.columns >= 140
        case .checkpoints, .reads, .verify: hasDetail = false
        }
        let columns = Layout.horizontal(
            .fill(3), hasDetail ? .fill(2) : .length(0), spacing: hasDetail ? 1 : 0
        ).split(rows[2])
        guard screen.tab == .checkpoints else {
            return (rows[0].inset(columns: 1), rows[1].inset(columns: 1), columns[0], columns[1])
        }
        let below = Layout.vertical(.min(3), .length(10)).split(rows[2])
        return (rows[0].inset(columns: 1), rows[1].inset(columns: 1), below[0], below[1])
    }

    static func tabs(_ screen: AuditScreen, _ setting: Setting) -> Tabs {
        Tabs(
            AuditScreen.Tab.allCases.map { setting.text("tui.audit.tab." + $0.rawValue) },
            current: AuditScreen.Tab.allCases.firstIndex(of: screen.tab) ?? 0,
            theme: setting.theme)
    }

    func draw(on frame: inout Frame) {
        let parts = Self.parts(of: frame.bounds, screen, setting)
        frame.draw(Self.tabs(screen, setting), in: parts.tabs)
        frame.within(parts.status) { drawStatus(on: &$0) }
        switch screen.tab {
        case .log:
            drawLog(in: parts.table, on: &frame)
            if parts.detail.columns > 0 { drawEntry(in: parts.detail, on: &frame) }
        case .verify:
            frame.draw(LogCheckView(check: screen.check, setting: setting), in: parts.table)
        case .checkpoints:
            frame.draw(
                Table(
                    CheckpointRow.columns(setting), rows: screen.checkpointRows(setting),
                    selection: screen.checkpointPane.selection, theme: theme, hasLines: false,
                    placeholder: placeholder(screen.checkpoints, "tui.audit.noCheckpoints")),
                in: parts.table)
            drawAnchor(in: parts.detail, on: &frame)
        case .reads:
            frame.draw(
                Table(
                    ReadRow.columns(setting), rows: screen.readRows(setting),
                    selection: screen.readPane.selection, theme: theme, hasLines: false,
                    placeholder: placeholder(screen.reads, "cli.reads.empty")), in: parts.table)
        }
        if let prompt = screen.prompt {
            frame.draw(AuditPromptBox(prompt: prompt, setting: setting), in: frame.bounds)
        }
        if let form = screen.form {
            frame.draw(LogFilterBox(form: form, setting: setting), in: frame.bounds)
        }
    }

    private func placeholder<Value>(_ loaded: Loaded<Value>, _ empty: String) -> SafeText {
        loaded.failure ?? setting.text(loaded.value == nil ? "tui.loading" : empty)
    }

    private func drawStatus(on frame: inout Frame) {
        if screen.tab == .reads, screen.readFilter.isOpen || screen.readFilter.isActive {
            frame.draw(
                FilterBar(
                    screen.readFilter, count: screen.readRows(setting).count, setting: setting),
                in: frame.bounds)
            return
        }
        guard screen.tab == .log else {
            frame.writeField(
                setting.text("tui.audit.about." + screen.tab.rawValue), column: 0,
                columns: frame.size.columns, style: theme[.muted])
            return
        }
        let log = screen.log
        var words = setting.texts.text("tui.audit.head", ["position": String(log.head)])
        if log.isSifted {
            words = setting.texts.text(
                "tui.audit.found",
                [
                    "count": String(log.rows.count), "percent": String(Int(log.progress * 100)),
                ])
            words += " · " + log.filter.words(setting)
        }
        frame.writeField(
            log.failure ?? SafeText(words), column: 0, columns: frame.size.columns,
            style: theme[log.failure == nil ? .muted : .danger])
    }

    private func drawLog(in rect: Rect, on frame: inout Frame) {
        let columns = LogColumn.columns(on: setting.size.columns)
        let setting = setting
        var rows = screen.log.rows
        rows.words = { entry, position, column in columns[column].cell(entry, position, setting) }
        frame.draw(
            Table(
                columns.map { $0.column(setting) }, rows: rows,
                selection: screen.log.pane.selection, theme: theme, hasLines: false,
                placeholder: setting.text(
                    screen.log.isLoading || screen.log.head == 0 ? "tui.loading" : "cli.log.empty")),
            in: rect)
    }

    private func drawEntry(in rect: Rect, on frame: inout Frame) {
        frame.within(rect) { frame in
            let title = screen.log.selectedPosition.map { SafeText($0) } ?? .empty
            frame.drawBorder(theme[.border], title: title, titleStyle: theme[.title])
            guard let entry = screen.log.selected else { return }
            let inside = frame.bounds.inset(columns: 2, rows: 1)
            let lines = EventView.lines(
                of: EventContent(entry: entry, previous: nil), setting, columns: inside.columns)
            frame.draw(FileLines(lines: lines, top: 0, theme: theme), in: inside)
        }
    }

    /// The text that is to be kept elsewhere: only it finds a tail that was cut (I2).
    private func drawAnchor(in rect: Rect, on frame: inout Frame) {
        let rows = screen.checkpointRows(setting)
        guard let index = screen.checkpointPane.selected(in: rows) else { return }
        let text = rows.elements[index].anchor.text
        frame.within(rect) { frame in
            frame.drawRule(setting.text("tui.audit.anchor.text"), theme)
            frame.draw(
                Text(SafeText(text, form: .body), style: theme[.text]),
                in: Rect(
                    column: 1, row: 1, columns: frame.size.columns - 2, rows: frame.size.rows - 1))
        }
    }
}

extension LogFilter {
    /// What it looks for, in words.
    func words(_ setting: Setting) -> String {
        var words = types.sorted().prefix(3).map(setting.wording.event)
        if types.count > 3 { words.append("…") }
        if let stream { words.append(StreamID(text: stream)?.id ?? stream) }
        if let actor { words.append(setting.wording.value(.string(actor), shape: .text(64))) }
        if let text, !text.isEmpty { words.append("“\(text)”") }
        return setting.wording.list(words)
    }
}
