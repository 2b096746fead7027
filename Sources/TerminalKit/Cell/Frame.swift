/// What a view draws on: a part of a buffer, with columns and rows of its own from 0, outside of which nothing is drawn.
public struct Frame {
    /// The cells beneath.
    public let buffer: Buffer
    /// Where the caret stands, on the whole screen; nil hides it. An input method opens its window there, so a field that is typed
    /// into always sets it.
    public private(set) var caret: Position?
    /// The part's place on the screen; may reach beyond the clip.
    private var place: Rect
    /// The cells that may be drawn on, on the whole screen.
    private var clip: Rect

    /// The whole of a buffer.
    public init(_ buffer: Buffer) {
        self.buffer = buffer
        place = buffer.bounds
        clip = buffer.bounds
    }

    /// The part's size.
    public var size: Size { place.size }

    /// The part in its own columns and rows: from 0.
    public var bounds: Rect { Rect(place.size) }

    /// How ambiguous characters are drawn: what to measure text with.
    public var ambiguous: AmbiguousWidth { buffer.ambiguous }

    /// Draws on a part of this part; what of it lies outside of this one is not drawn.
    public mutating func within<Failure: Error>(
        _ rect: Rect, _ draw: (inout Frame) throws(Failure) -> Void
    ) throws(Failure) {
        let outer = (place, clip)
        place = rect.offset(columns: place.column, rows: place.row)
        clip = clip.intersection(place)
        defer { (place, clip) = outer }
        try draw(&self)
    }

    /// Writes a line of text, as much of it as lies inside; gives the columns that the whole of it takes.
    @discardableResult
    public func write(_ text: SafeText, column: Int, row: Int = 0, style: Style = .plain) -> Int {
        buffer.write(
            text, column: place.column + column, row: place.row + row,
            style: buffer.styles.id(of: style), clip: clip)
    }

    /// Writes the same line of text in each of several rows: a line down.
    public func write(
        _ text: SafeText, column: Int, rows: Range<Int>, style: Style = .plain
    ) {
        buffer.write(
            text, column: place.column + column,
            rows: place.row + rows.lowerBound..<place.row + rows.upperBound,
            style: buffer.styles.id(of: style), clip: clip)
    }

    /// Writes a line of text into a field of so many columns: spaces fill it, and what does not fit is cut at the field's end.
    public func write(
        _ text: SafeText, column: Int, row: Int = 0, columns: Int, align: Alignment = .leading,
        style: Style = .plain
    ) {
        let field = Rect(
            column: place.column + column, row: place.row + row, columns: columns, rows: 1)
        let id = buffer.styles.id(of: style)
        let visible = clip.intersection(field)
        guard !visible.isEmpty else { return }
        let width = text.columns(ambiguous)
        let free = columns - width
        let start =
            field.column + max(0, align == .leading ? 0 : align == .trailing ? free : free / 2)
        let end = start + width
        if start > field.column {
            let before = Rect(
                column: field.column, row: field.row, columns: start - field.column, rows: 1)
            buffer.fill(visible.intersection(before), style: id)
        }
        if end < field.endColumn {
            let after = Rect(column: end, row: field.row, columns: field.endColumn - end, rows: 1)
            buffer.fill(visible.intersection(after), style: id)
        }
        _ = buffer.write(text, column: start, row: field.row, style: id, clip: visible)
    }

    /// Spaces of a style over all of a rectangle.
    public func fill(_ rect: Rect, style: Style = .plain) {
        buffer.fill(onScreen(rect), style: buffer.styles.id(of: style))
    }

    /// Spaces of a style over all of this part.
    public func fill(style: Style = .plain) { fill(bounds, style: style) }

    /// Lays a style over what is drawn already: its attributes and the colours that it sets.
    public func restyle(_ rect: Rect, _ style: Style) {
        buffer.restyle(onScreen(rect)) { id in
            buffer.styles.id(of: buffer.styles.style(id).merging(style))
        }
    }

    /// Puts the caret somewhere in this part; outside of what may be drawn it is hidden.
    public mutating func placeCaret(column: Int, row: Int) {
        let position = Position(column: place.column + column, row: place.row + row)
        caret = clip.contains(position) ? position : nil
    }

    /// Where text stands in its field.
    public enum Alignment: Sendable {
        /// At its start.
        case leading
        /// In its middle.
        case center
        /// At its end: figures.
        case trailing
    }

    private func onScreen(_ rect: Rect) -> Rect {
        rect.offset(columns: place.column, rows: place.row).intersection(clip)
    }
}
