/// One line in which a date is typed, with a sign at its end that there is a calendar.
public struct DateField: Widget, Sendable {
    /// What stands in it.
    public var state: DateFieldState
    /// Whether it takes the keys: then the caret stands in it.
    public var isFocused: Bool
    /// What it says while it is empty.
    public var placeholder: SafeText
    /// Its colours: `field`, `muted`, `accent`.
    public var theme: Theme

    /// Of a date.
    public init(
        _ state: DateFieldState, isFocused: Bool, placeholder: SafeText = .empty, theme: Theme
    ) {
        self.state = state
        self.isFocused = isFocused
        self.placeholder = placeholder
        self.theme = theme
    }

    /// On the first row; the calendar is a widget of its own, which is drawn last.
    public func draw(on frame: inout Frame) {
        let parts = Layout.horizontal(.min(1), .length(2)).split(frame.bounds)
        frame.draw(
            TextField(
                state.field, isFocused: isFocused, placeholder: placeholder, theme: theme),
            in: parts[0])
        frame.drawOpener(isOpen: state.isOpen, in: parts[1], theme: theme)
    }
}

extension Frame {
    /// The sign that there is something to open.
    func drawOpener(isOpen: Bool, in rect: Rect, theme: Theme) {
        write(
            " " + symbols.sorts[isOpen ? 0 : 1], column: rect.column, row: rect.row,
            columns: rect.columns, style: theme[.field].merging(theme[.accent]))
    }
}
