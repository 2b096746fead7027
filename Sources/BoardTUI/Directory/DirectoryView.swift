import TerminalKit

/// The directory as it looks: its leaves, how many lines there are, the lines.
struct DirectoryView: Widget {
    let screen: DirectoryScreen
    let setting: Setting

    static func parts(of body: Rect) -> (tabs: Rect, status: Rect, table: Rect) {
        let rows = Layout.vertical(.length(1), .length(1), .min(1)).split(body)
        return (rows[0].inset(columns: 1), rows[1].inset(columns: 1), rows[2])
    }

    static func tabs(_ screen: DirectoryScreen, _ setting: Setting) -> Tabs {
        Tabs(
            DirectoryTab.allCases.map { setting.text("tui.directory.tab." + $0.rawValue) },
            current: DirectoryTab.allCases.firstIndex(of: screen.tab) ?? 0, theme: setting.theme)
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let parts = Self.parts(of: frame.bounds)
        frame.draw(Self.tabs(screen, setting), in: parts.tabs)
        if screen.filter.isOpen || screen.filter.isActive {
            frame.draw(
                FilterBar(screen.filter, count: screen.entries.count, setting: setting),
                in: parts.status)
        } else {
            frame.writeField(
                status, column: parts.status.column, row: parts.status.row,
                columns: parts.status.columns, style: theme[.muted])
        }
        let empty = setting.text(screen.filter.isActive ? "tui.filter.none" : "tui.case.none")
        frame.draw(
            Table(
                DirectoryColumns(tab: screen.tab, setting: setting).columns,
                rows: screen.rows(in: setting), selection: screen.pane.selection, theme: theme,
                hasLines: false,
                placeholder: screen.content.failure
                    ?? (screen.content.value == nil ? setting.text("tui.loading") : empty)),
            in: parts.table)
        if let naming = screen.naming {
            frame.draw(NewStreamBox(prompt: naming, setting: setting), in: frame.bounds)
        }
    }

    /// How many there are, and what a viewer is not told.
    private var status: SafeText {
        let count = String(screen.entries.count)
        let isMore = screen.content.value?.next[screen.tab] != nil
        let words = setting.text(
            isMore ? "tui.directory.more" : "tui.filter.count", ["count": count])
        let note =
            switch screen.tab {
            case .persons where setting.person == nil: setting.text("tui.directory.public")
            case .pools: setting.text("cli.pool.unit")
            default: SafeText.empty
            }
        return note.isEmpty ? words : words + " · " + note
    }
}

/// The question for a new id as it looks.
struct NewStreamBox: Widget {
    let prompt: NewStreamPrompt
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let key = "tui.directory." + (prompt.tab == .organisations ? "code" : "person")
        let size = Size(columns: min(64, frame.size.columns - 4), rows: 7)
        frame.within(frame.bounds.centered(size)) { frame in
            let inside = frame.box(
                setting.text("tui.directory.begin." + prompt.tab.rawValue), theme)
            let rows = Layout.vertical(.length(1), .length(1), .min(1), .length(1)).split(inside)
            frame.draw(TextField(prompt.editor, isFocused: true, theme: theme), in: rows[0])
            frame.draw(
                Text(
                    prompt.fault ?? setting.text(key + ".hint"),
                    style: theme[.overlay].merging(
                        theme[prompt.fault == nil ? .muted : .danger])), in: rows[2])
            frame.draw(
                KeyHints(
                    [
                        KeyHint("Enter", setting.text("tui.audit.key.go")),
                        KeyHint("Esc", setting.text("tui.key.back")),
                    ], theme: theme, style: theme[.overlay]), in: rows[3])
        }
    }
}
