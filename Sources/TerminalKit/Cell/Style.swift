/// The number of a style in a `StyleTable`; 0 is the terminal's own.
public typealias StyleID = UInt16

/// How a cell is drawn. State is never told by colour alone, so whatever a colour says is said by an attribute, a sign or a word as well.
public struct Style: Hashable, Sendable {
    /// Of the glyph.
    public var foreground: Color
    /// Behind it.
    public var background: Color
    /// Bold, reverse and their like.
    public var attributes: Attributes

    /// The terminal's own colours without attributes.
    public static let plain = Style()

    /// What is not named is the terminal's own.
    public init(
        foreground: Color = .standard, background: Color = .standard, _ attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Attributes of SGR.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit each, in the order in which they are declared.
        public let rawValue: UInt16

        /// From bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// 1.
        public static let bold = Attributes(rawValue: 1)
        /// 2.
        public static let dim = Attributes(rawValue: 2)
        /// 3.
        public static let italic = Attributes(rawValue: 4)
        /// 4.
        public static let underline = Attributes(rawValue: 8)
        /// 7.
        public static let reverse = Attributes(rawValue: 16)
        /// 9.
        public static let strikethrough = Attributes(rawValue: 32)
    }

    /// This one with what the other sets: its attributes too, its colours where they are not the terminal's own.
    public func merging(_ other: Style) -> Style {
        Style(
            foreground: other.foreground == .standard ? foreground : other.foreground,
            background: other.background == .standard ? background : other.background,
            attributes.union(other.attributes))
    }
}
