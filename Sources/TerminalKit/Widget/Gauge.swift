/// How far something is: a bar, and the percentage in figures.
public struct Gauge: Widget, Sendable {
    /// From 0 to 1.
    public var fraction: Double
    /// Before the bar.
    public var label: SafeText
    /// Its colours: `accent`, `muted`, `text`.
    public var theme: Theme

    /// What lies outside of 0 to 1 counts as the nearer of them.
    public init(_ fraction: Double, label: SafeText = .empty, theme: Theme) {
        self.fraction = fraction.isFinite ? max(0, min(1, fraction)) : 0
        self.label = label
        self.theme = theme
    }

    /// On the first row.
    public func draw(on frame: inout Frame) {
        let figure = SafeText(Int(fraction * 100)) + "%"
        let parts = Layout.horizontal(
            .length(label.columns(frame.ambiguous)), .min(0), .length(4),
            spacing: 1
        ).split(frame.bounds)
        frame.writeField(label, column: 0, columns: parts[0].columns, style: theme[.text])
        frame.drawBar(fraction, in: parts[1], theme: theme)
        frame.write(
            figure, column: parts[2].column, columns: parts[2].columns, align: .trailing,
            style: theme[.text])
    }
}

extension Frame {
    /// A bar from the left, in halves of a column.
    func drawBar(_ fraction: Double, in rect: Rect, theme: Theme) {
        let halves = Int((fraction * Double(rect.columns * 2)).rounded())
        for column in 0..<rect.columns {
            let filled = min(2, max(0, halves - column * 2))
            let sign = filled == 0 ? symbols.empty : symbols.steps[filled * 4]
            write(
                sign, column: rect.column + column, row: rect.row,
                style: theme[filled == 0 ? .muted : .accent])
        }
    }
}
