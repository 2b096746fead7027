/// A key and what it does now.
public struct KeyHint: Hashable, Sendable {
    /// How the key is called.
    public var key: SafeText
    /// What it does.
    public var action: SafeText
    /// Whether it can be done now.
    public var isEnabled: Bool

    /// One that works, unless told otherwise.
    public init(_ key: SafeText, _ action: SafeText, isEnabled: Bool = true) {
        self.key = key
        self.action = action
        self.isEnabled = isEnabled
    }
}

/// The keys that work now, in a line: the foot of a screen. What cannot be done stands in brackets.
public struct KeyHints: Widget, Sendable {
    /// The most important first.
    public var hints: [KeyHint]
    /// Its colours: `accent` for keys, `muted` for what cannot be done.
    public var theme: Theme
    /// Of the line; the theme's `footer` unless told otherwise.
    public var style: Style

    /// A line of keys.
    public init(_ hints: [KeyHint], theme: Theme, style: Style? = nil) {
        self.hints = hints
        self.theme = theme
        self.style = style ?? theme[.footer]
    }

    /// Those that do not fit are left out whole; a `…` says so.
    public func draw(on frame: inout Frame) {
        let columns = frame.size.columns
        frame.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: style)
        let places = places(in: columns, frame.ambiguous)
        for (hint, place) in zip(hints, places) {
            var column = place.lowerBound
            let action = action(of: hint)
            let keyStyle = style.merging(
                hint.isEnabled
                    ? Style(foreground: theme[.accent].foreground, .bold) : theme[.muted])
            column += frame.write(hint.key, column: column, style: keyStyle) + 1
            frame.write(
                action, column: column,
                style: hint.isEnabled ? style : style.merging(theme[.muted]))
        }
        guard places.count < hints.count else { return }
        frame.write("…", column: places.last.map { $0.upperBound + 2 } ?? 0, style: style)
    }

    /// Which of the hints stands at a column of so many; nil between them.
    public func index(
        at column: Int, of columns: Int, _ ambiguous: AmbiguousWidth = .narrow
    ) -> Int? {
        places(in: columns, ambiguous).firstIndex { $0.contains(column) }
    }

    /// The columns of those that fit.
    private func places(in columns: Int, _ ambiguous: AmbiguousWidth) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for (index, hint) in hints.enumerated() {
            let start = places.last.map { $0.upperBound + 2 } ?? 0
            let end =
                start + hint.key.columns(ambiguous) + 1 + action(of: hint).columns(ambiguous)
            let rest = index == hints.count - 1 ? 0 : 3
            guard end + rest <= columns else { break }
            places.append(start..<end)
        }
        return places
    }

    private func action(of hint: KeyHint) -> SafeText {
        hint.isEnabled ? hint.action : "(" + hint.action + ")"
    }
}
