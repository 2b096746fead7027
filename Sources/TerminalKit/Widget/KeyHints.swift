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
        var column = 0
        for (index, hint) in hints.enumerated() {
            let action = hint.isEnabled ? hint.action : "(" + hint.action + ")"
            let width = hint.key.columns(frame.ambiguous) + 1 + action.columns(frame.ambiguous)
            let rest = index == hints.count - 1 ? 0 : 3
            guard column + width + rest <= columns else {
                frame.write("…", column: column, style: style)
                return
            }
            let keyStyle = style.merging(
                hint.isEnabled
                    ? Style(foreground: theme[.accent].foreground, .bold) : theme[.muted])
            column += frame.write(hint.key, column: column, style: keyStyle) + 1
            column += frame.write(
                action, column: column,
                style: hint.isEnabled ? style : style.merging(theme[.muted]))
            column += 2
        }
    }
}
