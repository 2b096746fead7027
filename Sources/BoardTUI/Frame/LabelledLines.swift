import TerminalKit

/// A value under its label.
struct LabelledLine: Sendable {
    let label: SafeText
    let text: SafeText
    var style = Style.plain
}

/// Labels in a column, their values beside them, broken to the width.
struct LabelledLines: Widget {
    let lines: [LabelledLine]
    let theme: Theme

    init(_ lines: [LabelledLine], theme: Theme) {
        self.lines = lines
        self.theme = theme
    }

    func draw(on frame: inout Frame) {
        let ambiguous = frame.ambiguous
        let widest = lines.map { $0.label.columns(ambiguous) }.max() ?? 0
        let column = min(widest + 2, frame.size.columns / 2)
        let room = frame.size.columns - column
        var row = 0
        for line in lines {
            guard row < frame.size.rows else { return }
            frame.writeField(
                line.label, column: 0, row: row, columns: column - 1, style: theme[.muted])
            let text = Text(line.text, style: theme[.text].merging(line.style))
            let rows = max(1, text.rows(columns: max(1, room), ambiguous: ambiguous))
            frame.draw(
                text,
                in: Rect(
                    column: column, row: row, columns: room,
                    rows: min(rows, frame.size.rows - row)))
            row += rows
        }
    }
}
