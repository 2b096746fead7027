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
        // Side by side where one below the other they would not all be in sight.
        let isTall = introRows + keys.count + 3 > frame.size.rows
        let keyRows = isTall ? (keys.count + 1) / 2 : keys.count
        let rows = min(frame.size.rows, introRows + keyRows + 3)
        frame.within(frame.bounds.centered(Size(columns: width, rows: rows))) { frame in
            frame.fill(style: theme[.overlay])
            frame.drawBorder(
                theme[.overlay].merging(theme[.focus]), title: title,
                titleStyle: theme[.overlay].merging(theme[.title]))
            let parts = Layout.vertical(.length(introRows), .length(1), .min(1))
                .split(frame.bounds.inset(columns: 2, rows: 1))
            frame.draw(intro, in: parts[0])
            guard isTall else {
                return frame.within(parts[2]) { frame in draw(keys, on: &frame) }
            }
            let halves = Layout.horizontal(.fill(), .fill(), spacing: 2).split(parts[2])
            frame.within(halves[0]) { frame in draw(Array(keys.prefix(keyRows)), on: &frame) }
            frame.within(halves[1]) { frame in draw(Array(keys.dropFirst(keyRows)), on: &frame) }
        }
    }

    private func draw(_ keys: [KeyUse], on frame: inout Frame) {
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
