import TerminalKit

/// The command palette, over the screen.
struct PaletteBox: Widget {
    let state: PaletteState
    let setting: Setting

    init(_ state: PaletteState, _ setting: Setting) {
        self.state = state
        self.setting = setting
    }

    /// Where the box stands on the screen, and the entries in it.
    static func parts(of screen: Rect) -> (box: Rect, list: Rect) {
        let size = Size(columns: min(78, screen.columns - 4), rows: min(20, screen.rows - 4))
        let box = screen.centered(size)
        return (box, PickerRows(in: box.inset(columns: 2, rows: 1)).list)
    }

    /// The first of the entries that is in sight.
    static func top(_ state: PaletteState, _ list: Rect) -> Int {
        max(0, state.cursor - list.rows + 1)
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let (box, list) = Self.parts(of: frame.bounds)
        frame.within(box) { frame in
            let rows = PickerRows(in: frame.box(setting.text("tui.palette.title"), theme))
            frame.draw(
                TextField(
                    state.query, isFocused: true, placeholder: setting.text("tui.palette.hint"),
                    theme: theme), in: rows.query)
        }
        frame.within(list) { frame in drawEntries(on: &frame) }
    }

    private func drawEntries(on frame: inout Frame) {
        let theme = setting.theme
        let found = state.found
        let top = Self.top(state, frame.bounds)
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

/// What is typed above, what there is to pick below.
struct PickerRows {
    let query: Rect
    let list: Rect

    init(in inside: Rect) {
        let parts = Layout.vertical(.length(1), .length(1), .min(1)).split(inside)
        (query, list) = (parts[0], parts[2])
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

    /// Where the box stands on the screen, and the table in it.
    static func parts(of screen: Rect) -> (box: Rect, table: Rect) {
        let box = screen.centered(
            Size(columns: min(100, screen.columns - 4), rows: PersonPickerState.rows + 5))
        return (box, PickerRows(in: box.inset(columns: 2, rows: 1)).list)
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        frame.within(Self.parts(of: frame.bounds).box) { frame in
            let rows = PickerRows(in: frame.box(setting.text("tui.persons.title"), theme))
            frame.draw(
                TextField(
                    state.query, isFocused: true, placeholder: setting.text("tui.persons.hint"),
                    theme: theme), in: rows.query)
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
                    placeholder: setting.text("tui.palette.none")), in: rows.list)
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
