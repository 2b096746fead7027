/// A text broken into lines for a width. Breaking a long text takes longer than drawing it, so a model keeps this and asks `wrapped` for it again
/// when the width has changed.
public struct WrappedText: Hashable, Sendable {
    /// All of it.
    public let text: SafeText
    /// What it is broken for.
    public let columns: Int
    /// How ambiguous characters were measured.
    public let ambiguous: AmbiguousWidth
    private let ranges: [Range<Int>]

    /// Broken for a width.
    public init(_ text: SafeText, columns: Int, _ ambiguous: AmbiguousWidth = .narrow) {
        self.text = text
        self.columns = columns
        self.ambiguous = ambiguous
        ranges = LineBreaker(columns: columns, ambiguous: ambiguous).ranges(of: text)
    }

    /// For another width; itself where that is the same.
    public func wrapped(columns: Int, _ ambiguous: AmbiguousWidth = .narrow) -> WrappedText {
        columns == self.columns && ambiguous == self.ambiguous
            ? self : WrappedText(text, columns: columns, ambiguous)
    }

    /// How many lines there are: at least one.
    public var count: Int { ranges.count }

    /// A line.
    public subscript(line: Int) -> SafeText { text[utf8: ranges[line]] }
}
