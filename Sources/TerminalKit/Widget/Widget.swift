/// Something that draws itself from what it holds, on all of the part of the screen that it is given. What changes is kept by the model in plain
/// values; a widget is made anew for each frame and changes nothing.
public protocol Widget {
    /// Draws on all of the frame's part.
    func draw(on frame: inout Frame)
}

extension Frame {
    /// Draws a widget on a part of this part.
    public mutating func draw(_ widget: some Widget, in rect: Rect) {
        within(rect) { widget.draw(on: &$0) }
    }

    /// Writes a line of text into a field of so many columns, as `write` does; where it does not fit, it ends in `…`.
    public func writeField(
        _ text: SafeText, column: Int, row: Int = 0, columns: Int, align: Alignment = .leading,
        style: Style = .plain
    ) {
        write(
            text.truncated(columns: columns, ambiguous), column: column, row: row,
            columns: columns, align: align, style: style)
    }
}

extension SafeText {
    private static let ellipsis: SafeText = "…"

    /// Itself where it fits into so many columns, otherwise as many clusters as fit before a `…`.
    public func truncated(columns most: Int, _ ambiguous: AmbiguousWidth = .narrow) -> SafeText {
        if columns(ambiguous) <= most { return self }
        let room = most - Self.ellipsis.columns(ambiguous)
        return room < 0 ? .empty : prefix(columns: room, ambiguous) + Self.ellipsis
    }
}
