/// One place of the screen, packed into eight bytes: glyph 32 bits, style 16, width 8, and 8 unused.
///
/// A glyph is the number of a Unicode scalar, or, with the highest bit set, a cluster of several scalars in a `GlyphTable`. Glyphs and
/// styles are numbers of the tables of one `Buffer`; cells of buffers with other tables cannot be compared.
public struct Cell: Hashable, Sendable {
    /// All of it, so that comparing two cells is comparing two words.
    let word: UInt64

    /// A space in the terminal's own colours.
    public static let blank = Cell(glyph: 0x20, style: 0, width: 1)

    /// `blank` as a word, for loops that compare words.
    @inline(__always)
    static var blankWord: UInt64 { 0x0001_0000_0000_0020 }

    init(word: UInt64) { self.word = word }

    init(glyph: UInt32, style: StyleID, width: Int) {
        word = UInt64(glyph) | UInt64(style) << 32 | UInt64(truncatingIfNeeded: width) << 48
    }

    /// The right half of a wide glyph of this style.
    static func continuation(style: StyleID) -> Cell { Cell(glyph: 0, style: style, width: 0) }

    /// A space in this style.
    static func space(style: StyleID) -> Cell { Cell(glyph: 0x20, style: style, width: 1) }

    /// A scalar's number, or a number of the `GlyphTable` with the highest bit set; 0 in a continuation.
    public var glyph: UInt32 { UInt32(truncatingIfNeeded: word) }

    /// A number of the `StyleTable`.
    public var style: StyleID { StyleID(truncatingIfNeeded: word >> 32) }

    /// Columns: 1, 2, or 0 for the right half of a wide glyph.
    public var width: Int { Int(word >> 48) }

    /// Whether it is the right half of a wide glyph.
    public var isContinuation: Bool { word >> 48 == 0 }

    /// Whether it is the left half of a wide glyph.
    var isWide: Bool { word >> 48 == 2 }

    /// Whether nothing is drawn in it, whatever its background.
    var isSpace: Bool { glyph == 0x20 }

    /// The same place in another style.
    func restyled(_ style: StyleID) -> Cell {
        Cell(word: word & ~(0xFFFF << 32) | UInt64(style) << 32)
    }
}
