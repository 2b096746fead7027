/// Titles side by side, one of them chosen: in its style and between brackets.
public struct Tabs: Widget, Sendable {
    /// From left to right.
    public var titles: [SafeText]
    /// Which is open, from 0.
    public var current: Int
    /// Its colours: `accent` for the current one, `muted` for the others.
    public var theme: Theme

    /// With one open.
    public init(_ titles: [SafeText], current: Int, theme: Theme) {
        self.titles = titles
        self.current = current
        self.theme = theme
    }

    /// The next one round, or the one before.
    public static func step(_ current: Int, by steps: Int, of count: Int) -> Int {
        guard count > 0 else { return 0 }
        return ((current + steps) % count + count) % count
    }

    /// The tab at a column of its part.
    public func index(at column: Int, of size: Size, _ ambiguous: AmbiguousWidth = .narrow) -> Int?
    {
        places(size.columns, ambiguous).firstIndex { $0.contains(column) }
    }

    /// Where they do not all fit, those before the current one go first; `…` stands at an edge beyond which there are more.
    public func draw(on frame: inout Frame) {
        let places = places(frame.size.columns, frame.ambiguous)
        for (index, place) in places.enumerated()
        where place.upperBound > 0 && place.lowerBound < frame.size.columns {
            let isCurrent = index == current
            let style = theme[isCurrent ? .accent : .muted]
            let title = titles[index].truncated(
                columns: max(0, frame.size.columns - 2), frame.ambiguous)
            frame.write(
                isCurrent ? "[" + title + "]" : " " + title + " ", column: place.lowerBound,
                style: style)
        }
        guard places.indices.contains(current) else { return }
        if places[0].lowerBound < 0, places[current].lowerBound > 0 {
            frame.write("…", column: 0, style: theme[.muted])
        }
        if places[places.count - 1].upperBound > frame.size.columns,
            places[current].upperBound < frame.size.columns
        {
            frame.write("…", column: frame.size.columns - 1, style: theme[.muted])
        }
    }

    private func places(_ columns: Int, _ ambiguous: AmbiguousWidth) -> [Range<Int>] {
        var start = 0
        var places: [Range<Int>] = []
        for title in titles {
            let width = min(columns, title.columns(ambiguous) + 2)
            places.append(start..<start + width)
            start += width + 1
        }
        guard places.indices.contains(current), let whole = places.last?.upperBound,
            whole > columns
        else { return places }
        // A space and `…` after it, where there are more.
        let room = current + 1 < places.count ? columns - 2 : columns
        let moved = max(0, places[current].upperBound - room)
        return places.map { $0.lowerBound - moved..<$0.upperBound - moved }
    }
}
