import TerminalKit

/// The command palette, over the screen.
struct PaletteBox: Widget {
    let state: PaletteState
    let setting: Setting

    init(_ state: PaletteState, _ setting: Setting) {
        self.state = state
        self.setting = setting
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let size = Size(
            columns: min(78, frame.size.columns - 4), rows: min(20, frame.size.rows - 4))
        frame.within(frame.bounds.centered(size)) { frame in
            let inside = frame.box(setting.text("tui.palette.title"), theme)
            let parts = Layout.vertical(.length(1), .length(1), .min(1)).split(inside)
            frame.draw(
                TextField(
                    state.query, isFocused: true, placeholder: setting.text("tui.palette.hint"),
                    theme: theme), in: parts[0])
            frame.within(parts[2]) { frame in drawEntries(on: &frame) }
        }
    }

    private func drawEntries(on frame: inout Frame) {
        let theme = setting.theme
        let found = state.found
        let top = max(0, state.cursor - frame.size.rows + 1)
        for (row, entry) in found.dropFirst(top).prefix(frame.size.rows).enumerated() {
            let isSelected = top + row == state.cursor
            var style = theme[.overlay]
            if isSelected {
                style = theme[.selection]
            } else if entry.reason != nil {
                style = style.merging(theme[.muted])
            }
            let label = entry.label.columns(frame.ambiguous)
            var title = entry.title
            if let reason = entry.reason { title = title + "  ✗ " + reason }
            frame.writeField(
                (isSelected ? "▸ " : "  ") + title, column: 0, row: row,
                columns: frame.size.columns - label - 1, style: style)
            frame.writeField(
                " " + entry.label, column: frame.size.columns - label - 1, row: row,
                columns: label + 1, align: .trailing, style: style)
        }
        if found.isEmpty {
            frame.write(
                setting.text("tui.palette.none"), column: 0,
                style: theme[.overlay].merging(theme[.muted]))
        }
    }
}

/// The persons of a sample board, over the screen.
struct PersonBox: Widget {
    let state: PersonPickerState
    let setting: Setting

    init(_ state: PersonPickerState, _ setting: Setting) {
        self.state = state
        self.setting = setting
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let size = Size(
            columns: min(100, frame.size.columns - 4), rows: PersonPickerState.rows + 5)
        frame.within(frame.bounds.centered(size)) { frame in
            let inside = frame.box(setting.text("tui.persons.title"), theme)
            let parts = Layout.vertical(.length(1), .length(1), .min(1)).split(inside)
            frame.draw(
                TextField(
                    state.query, isFocused: true, placeholder: setting.text("tui.persons.hint"),
                    theme: theme), in: parts[0])
            var overlaid = theme
            overlaid[.text] = theme[.overlay]
            frame.draw(
                Table(
                    [
                        TableColumn(setting.text("tui.persons.name"), .length(12)),
                        TableColumn(setting.text("tui.persons.roles"), .length(22)),
                        TableColumn(setting.text("tui.persons.organisation"), .fill()),
                        TableColumn(setting.text("tui.persons.id"), .length(14)),
                    ], rows: state.found(in: setting), selection: state.selection,
                    theme: overlaid, hasLines: false,
                    placeholder: setting.text("tui.palette.none")), in: parts[2])
        }
    }
}

extension Frame {
    /// An overlaid box over all of this part; gives the part inside of its border.
    mutating func box(_ title: SafeText, _ theme: Theme) -> Rect {
        fill(style: theme[.overlay])
        drawBorder(
            theme[.overlay].merging(theme[.focus]), title: title,
            titleStyle: theme[.overlay].merging(theme[.title]))
        return bounds.inset(columns: 2, rows: 1)
    }
}
