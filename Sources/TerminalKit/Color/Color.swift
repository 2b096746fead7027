/// A colour as a program wants it; what the terminal can show of it is the renderer's care.
public struct Color: Hashable, Sendable {
    /// The kind in the highest byte (0 the terminal's own, 1 a palette's index, 2 red, green and blue), the value below.
    let word: UInt32

    private init(kind: UInt32, value: UInt32) { word = kind << 24 | value }

    /// The terminal's own foreground or background.
    public static let standard = Color(kind: 0, value: 0)

    /// One of the 256 of the palette; 0 to 15 are the terminal's own sixteen.
    public static func indexed(_ index: UInt8) -> Color { Color(kind: 1, value: UInt32(index)) }

    /// In sRGB.
    public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
        Color(kind: 2, value: UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }

    /// Nothing in `standard`.
    enum Parts: Equatable {
        case standard
        case indexed(UInt8)
        case rgb(UInt8, UInt8, UInt8)
    }

    var parts: Parts {
        switch word >> 24 {
        case 1: .indexed(UInt8(truncatingIfNeeded: word))
        case 2:
            .rgb(
                UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8),
                UInt8(truncatingIfNeeded: word))
        default: .standard
        }
    }
}

extension Color {
    /// The sixteen that every colour terminal has, in the hues its user chose.
    public static let black = indexed(0)
    /// 1.
    public static let red = indexed(1)
    /// 2.
    public static let green = indexed(2)
    /// 3.
    public static let yellow = indexed(3)
    /// 4.
    public static let blue = indexed(4)
    /// 5.
    public static let magenta = indexed(5)
    /// 6.
    public static let cyan = indexed(6)
    /// 7.
    public static let white = indexed(7)
    /// 8, a dark grey in most palettes.
    public static let brightBlack = indexed(8)
    /// 15.
    public static let brightWhite = indexed(15)
}
