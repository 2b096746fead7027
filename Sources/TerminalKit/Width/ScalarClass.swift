/// How many columns an ambiguous character takes (“ ” … — · № ℃ ① ● ↑ │ ─ █): terminals with an East Asian setting draw them wide.
public enum AmbiguousWidth: Sendable {
    /// 1, what nearly all terminals do.
    case narrow
    /// 2.
    case wide

    var columns: Int { self == .narrow ? 1 : 2 }
}

/// What the buffer and the gate must know of a scalar, in one byte: `WidthTable` spread out, so that a look-up is a load.
enum ScalarClass {
    static let combining: UInt8 = 0
    static let wide: UInt8 = 2
    static let ambiguous: UInt8 = 3
    static let widthMask: UInt8 = 3
    /// Set for scalars that may pass the gate as they are and are a cluster by themselves whatever stands beside them, as long as that
    /// is plain as well: assigned, visible, normalised, not joining.
    static let plain: UInt8 = 4

    /// Blocks picked by hand, fewer than there are; a test holds every one of their scalars to what `plain` says.
    static let plainRanges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x482, 0x48A...0x52F,
        0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2100...0x2125, 0x2127...0x2129,
        0x212C...0x218B, 0x2190...0x2328, 0x232B...0x23FF, 0x2460...0x2ADB, 0x2B00...0x2B73,
        0x3000...0x3029, 0x3030...0x303F, 0x3041...0x3096, 0x309B...0x30FF, 0x3105...0x312F,
        0x3190...0x31E3, 0x3200...0x321E, 0x3220...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9D,
        0xFFE0...0xFFE6, 0xFFFD...0xFFFD, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
    ]

    /// Planes 0 to 3, a byte each; above them nothing is assigned but tags, selectors and private use, which the gate stops.
    static let count = 0x40000

    /// Filled once, never freed, never written again: that is why it may be read from everywhere.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        let starts = WidthTable.starts
        for (index, start) in starts.enumerated() {
            let first = Int(start >> 2)
            guard first < count else { break }
            let end = index + 1 < starts.count ? Int(starts[index + 1] >> 2) : count
            let length = min(end, count) - first
            (bytes + first).update(repeating: UInt8(start & 3), count: length)
        }
        for range in plainRanges {
            for scalar in range { bytes[Int(scalar)] |= plain }
        }
        return UnsafePointer(bytes)
    }()

    static func of(_ scalar: UInt32) -> UInt8 {
        Int(scalar) < count ? table[Int(scalar)] : scalar >> 16 == 0xE ? combining : ambiguous
    }

    static func columns(_ scalar: UInt32, _ ambiguous: AmbiguousWidth) -> Int {
        let width = of(scalar) & widthMask
        return width == Self.ambiguous ? ambiguous.columns : Int(width)
    }

    /// Below it no glyph is risky, so most need not be asked about.
    static let firstRisky: UInt32 = 0x0D4E

    /// Whether terminals are known to disagree about how far it moves the cursor: emoji, by themselves or in sequences, and letters that make
    /// one cluster with what is printed next (an initial of Hangul, a reph), on terminals that look for clusters.
    static func isRisky(_ glyph: UInt32) -> Bool {
        if glyph & GlyphTable.clusterBit != 0 { return true }
        return switch glyph {
        case ..<firstRisky: false
        case firstRisky, 0x1100...0x115F, 0xA960...0xA97C, 0x11000...0x11FFF: true
        case 0x2300..<0x2C00: of(glyph) & widthMask == wide
        default: glyph >= 0x1F000 && glyph < 0x20000
        }
    }
}

/// The first scalar of UTF-8 that is known to be valid, and how many bytes it takes.
@inline(__always)
func decodeScalar(_ utf8: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int) {
    let first = UInt32(utf8[0])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(utf8[1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(utf8[2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(utf8[3] & 0x3F), 4)
}
