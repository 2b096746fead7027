/// Text with a style of its own: a cell of a table, an item of a list.
public struct StyledText: Hashable, Sendable {
    /// What it says.
    public var text: SafeText
    /// Laid over the style of where it stands.
    public var style: Style

    /// Text in the style of where it stands, unless told otherwise.
    public init(_ text: SafeText, style: Style = .plain) {
        self.text = text
        self.style = style
    }
}
