/// A long text of which a part is in sight, with a bar at its right side that tells which.
public struct Viewport: Widget, Sendable {
    /// Broken for `columns(of:)`; at any other width it is broken anew to be drawn.
    public var text: WrappedText
    /// How far it is scrolled.
    public var state: ViewportState
    /// How the text is drawn.
    public var style: Style
    /// The bar's colours: `border`, `accent`.
    public var theme: Theme

    /// In the theme's `text`, unless told otherwise.
    public init(_ text: WrappedText, state: ViewportState, theme: Theme, style: Style? = nil) {
        self.text = text
        self.state = state
        self.style = style ?? theme[.text]
        self.theme = theme
    }

    /// Columns of the text in a part of this size: all but the bar's and an empty one.
    public static func columns(of size: Size) -> Int { max(1, size.columns - 2) }

    /// What `ViewportState` wants to know.
    public func extent(of size: Size) -> ViewportState.Extent {
        ViewportState.Extent(
            count: text.wrapped(columns: Self.columns(of: size), text.ambiguous).count,
            height: size.rows)
    }

    /// Over all of its part.
    public func draw(on frame: inout Frame) {
        let columns = Self.columns(of: frame.size)
        let text = text.wrapped(columns: columns, frame.ambiguous)
        let extent = ViewportState.Extent(count: text.count, height: frame.size.rows)
        let first = state.first(in: extent)
        for row in 0..<min(frame.size.rows, text.count - first) {
            frame.write(text[first + row], column: 0, row: row, columns: columns, style: style)
        }
        frame.draw(
            ScrollBar(
                first: first, visible: frame.size.rows, count: text.count, theme: theme),
            in: Rect(
                column: frame.size.columns - 1, row: 0, columns: 1, rows: frame.size.rows))
    }
}
