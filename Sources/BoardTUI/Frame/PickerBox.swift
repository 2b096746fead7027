import TerminalKit

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
