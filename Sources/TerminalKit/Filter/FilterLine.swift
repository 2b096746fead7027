/// One line: what is looked for, and how many were found of how many.
public struct FilterLine: Widget, Sendable {
    /// What is typed.
    public var state: FilterState
    /// How many were found.
    public var found: Int
    /// Of how many.
    public var count: Int
    /// What it says while nothing is typed.
    public var placeholder: SafeText
    /// Its colours: `accent`, `field`, `muted`.
    public var theme: Theme

    /// Of a filter.
    public init(
        _ state: FilterState, found: Int, of count: Int, placeholder: SafeText = .empty,
        theme: Theme
    ) {
        self.state = state
        self.found = found
        self.count = count
        self.placeholder = placeholder
        self.theme = theme
    }

    /// On the first row; the caret stands in it while one types.
    public func draw(on frame: inout Frame) {
        let figures = SafeText(found) + "/" + SafeText(count)
        let parts = Layout.horizontal(
            .length(1), .min(1), .length(figures.columns(frame.ambiguous)), spacing: 1
        ).split(frame.bounds)
        frame.draw(Text("/", style: theme[.accent]), in: parts[0])
        frame.draw(
            TextField(
                state.editor, isFocused: state.isTyping, placeholder: placeholder, theme: theme),
            in: parts[1])
        frame.draw(Text(figures, style: theme[.muted]), in: parts[2])
    }
}
