/// A bar for each of several figures, one a row.
public struct BarChart: Widget, Sendable {
    /// What is compared.
    public struct Bar: Hashable, Sendable {
        /// Whose figure it is.
        public var label: SafeText
        /// How long the bar is, in any unit.
        public var value: Double
        /// The figure as it is written, with its unit.
        public var figure: SafeText

        /// A figure.
        public init(_ label: SafeText, _ value: Double, figure: SafeText) {
            self.label = label
            self.value = value
            self.figure = figure
        }
    }

    /// From top to bottom.
    public var bars: [Bar]
    /// Its colours: `accent`, `muted`, `text`.
    public var theme: Theme

    /// Of bars; the longest fills the width.
    public init(_ bars: [Bar], theme: Theme) {
        self.bars = bars
        self.theme = theme
    }

    /// Labels take a third of the width at most.
    public func draw(on frame: inout Frame) {
        let most = bars.map(\.value).max() ?? 0
        let labels = bars.map { $0.label.columns(frame.ambiguous) }.max() ?? 0
        let figures = bars.map { $0.figure.columns(frame.ambiguous) }.max() ?? 0
        let layout = Layout.horizontal(
            .length(min(labels, frame.size.columns / 3)), .min(0), .length(figures), spacing: 1)
        for (row, bar) in bars.prefix(frame.size.rows).enumerated() {
            let parts = layout.split(
                Rect(column: 0, row: row, columns: frame.size.columns, rows: 1))
            frame.writeField(
                bar.label, column: 0, row: row, columns: parts[0].columns, style: theme[.text])
            frame.drawBar(most > 0 ? max(0, bar.value) / most : 0, in: parts[1], theme: theme)
            frame.writeField(
                bar.figure, column: parts[2].column, row: row, columns: parts[2].columns,
                align: .trailing, style: theme[.text])
        }
    }
}
