import TerminalKit

/// The help of a screen: what it is for, and every key that works on it now, with why not where it does not.
struct HelpSheet: Widget {
    let title: SafeText
    let explanation: SafeText
    let keys: [KeyUse]
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let width = min(76, frame.size.columns - 4)
        let intro = Text(explanation, style: theme[.overlay])
        let introRows = intro.rows(columns: width - 4, ambiguous: frame.ambiguous)
        let rows = min(frame.size.rows - 2, introRows + keys.count + 4)
        frame.within(frame.bounds.centered(Size(columns: width, rows: rows))) { frame in
            frame.fill(style: theme[.overlay])
            frame.drawBorder(
                theme[.overlay].merging(theme[.focus]), title: title,
                titleStyle: theme[.overlay].merging(theme[.title]))
            let parts = Layout.vertical(.length(introRows), .length(1), .min(1))
                .split(frame.bounds.inset(columns: 2, rows: 1))
            frame.draw(intro, in: parts[0])
            frame.within(parts[2]) { frame in drawKeys(on: &frame) }
        }
    }

    private func drawKeys(on frame: inout Frame) {
        let theme = setting.theme
        let column = (keys.map { $0.label.columns(frame.ambiguous) }.max() ?? 0) + 2
        for (row, use) in keys.prefix(frame.size.rows).enumerated() {
            let base = theme[.overlay]
            frame.write(
                use.label, column: 0, row: row,
                style: base.merging(theme[use.isEnabled ? .accent : .muted]))
            var words = use.action
            if let reason = use.reason { words = words + "  ✗ " + reason }
            frame.writeField(
                words, column: column, row: row, columns: frame.size.columns - column,
                style: use.isEnabled ? base : base.merging(theme[.muted]))
        }
    }
}
