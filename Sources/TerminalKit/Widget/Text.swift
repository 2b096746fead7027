/// A text over several lines, broken to its width.
public struct Text: Widget, Sendable {
    /// What it says; line feeds are kept.
    public var text: SafeText
    /// How.
    public var style: Style
    /// Where lines stand.
    public var align: Frame.Alignment
    /// How many of its lines are scrolled away.
    public var top: Int

    /// From its first line on.
    public init(
        _ text: SafeText, style: Style = .plain, align: Frame.Alignment = .leading, top: Int = 0
    ) {
        self.text = text
        self.style = style
        self.align = align
        self.top = top
    }

    /// How many lines it takes at a width.
    public func rows(columns: Int, ambiguous: AmbiguousWidth = .narrow) -> Int {
        LineBreaker(columns: columns, ambiguous: ambiguous).ranges(of: text).count
    }

    /// Lines for which there is no room are not drawn; the last that is drawn then ends in `…`.
    public func draw(on frame: inout Frame) {
        let breaker = LineBreaker(columns: frame.size.columns, ambiguous: frame.ambiguous)
        let lines = breaker.lines(of: text).dropFirst(max(0, top))
        for (row, line) in lines.prefix(frame.size.rows).enumerated() {
            let isCut = row == frame.size.rows - 1 && lines.count > frame.size.rows
            let shown =
                isCut
                ? (line + " …").truncated(columns: frame.size.columns, frame.ambiguous) : line
            frame.write(
                shown, column: 0, row: row, columns: frame.size.columns, align: align,
                style: style)
        }
    }
}
