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

/// The course of something in one row, the newest value at the right end.
public struct Sparkline: Widget, Sendable {
    /// In their order.
    public var values: [Double]
    /// How it is drawn.
    public var style: Style

    /// Values from 0 up.
    public init(_ values: [Double], style: Style = .plain) {
        self.values = values
        self.style = style
    }

    /// Two values a column in braille, four levels each; one in ASCII. Only a value of 0 is empty.
    public func draw(on frame: inout Frame) {
        let perColumn = frame.ambiguous == .wide ? 1 : 2
        let shown = Array(values.suffix(frame.size.columns * perColumn))
        let most = shown.max() ?? 0
        guard most > 0 else { return }
        let levels = shown.map { max(0, min(4, Int(($0 / most * 4).rounded(.up)))) }
        for (column, start) in stride(from: 0, to: levels.count, by: perColumn).enumerated() {
            let left = levels[start]
            let right = perColumn == 2 && start + 1 < levels.count ? levels[start + 1] : 0
            frame.write(
                perColumn == 2
                    ? Self.braille(left, right) : frame.symbols.steps[left * 2],
                column: column, style: style)
        }
    }

    /// Dots from below: 7, 3, 2, 1 on the left, 8, 6, 5, 4 on the right.
    private static func braille(_ left: Int, _ right: Int) -> SafeText {
        let lefts: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
        let rights: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]
        let dots = lefts[left] | rights[right]
        guard dots > 0, let scalar = Unicode.Scalar(0x2800 + dots) else { return " " }
        return SafeText(String(scalar))
    }
}

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
