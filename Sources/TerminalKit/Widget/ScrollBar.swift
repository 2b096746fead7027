/// How far something is scrolled: a bar one column wide, whose thumb is as long as what is in sight is of the whole. Nothing is drawn where all is
/// in sight.
public struct ScrollBar: Widget, Sendable {
    /// The first row in sight.
    public var first: Int
    /// How many rows are in sight.
    public var visible: Int
    /// How many there are.
    public var count: Int
    /// Its colours: `border`, `accent`.
    public var theme: Theme
    /// What it is drawn on.
    public var style: Style

    /// Of so many rows.
    public init(first: Int, visible: Int, count: Int, theme: Theme, style: Style = .plain) {
        self.first = first
        self.visible = visible
        self.count = count
        self.theme = theme
        self.style = style
    }

    /// Rows of the thumb in a bar of so many; nil where there is none.
    public func thumb(height: Int) -> Range<Int>? {
        guard visible > 0, count > visible, height > 0 else { return nil }
        let length = max(1, min(height, height * visible / count))
        let room = height - length
        let hidden = count - visible
        // At the ends only where nothing is hidden there.
        var start = (room * max(0, min(first, hidden)) + hidden / 2) / hidden
        if first > 0, start == 0, room > 0 { start = min(1, room) }
        if first < hidden, start == room, room > 1 { start = room - 1 }
        return start..<start + length
    }

    /// The first row that a click at a row of a bar of so many asks for: the one that puts the thumb's middle there.
    public func first(at row: Int, height: Int) -> Int {
        guard let thumb = thumb(height: height), height > thumb.count else { return first }
        let start = max(0, min(row - thumb.count / 2, height - thumb.count))
        let hidden = count - visible
        return (hidden * start + (height - thumb.count) / 2) / (height - thumb.count)
    }

    /// On the first column, over all rows.
    public func draw(on frame: inout Frame) {
        guard let thumb = thumb(height: frame.size.rows) else { return }
        for row in 0..<frame.size.rows {
            let isThumb = thumb.contains(row)
            frame.write(
                isThumb ? frame.symbols.steps[8] : frame.symbols.vertical, column: 0, row: row,
                style: style.merging(theme[isThumb ? .accent : .border]))
        }
    }
}
