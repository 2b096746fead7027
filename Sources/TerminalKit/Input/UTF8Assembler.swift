/// Puts the bytes of a character together; what is no UTF-8 is told once for every broken beginning.
struct UTF8Assembler: Sendable {
    private var value: UInt32 = 0
    /// Bytes still to come.
    private var missing = 0
    /// What the next byte may be: narrower than 80…BF after some first bytes.
    private var range: ClosedRange<UInt8> = 0x80...0xBF

    /// - Returns: whether something was broken off before this byte; the scalar that it ends; and
    ///   whether it is text at all (not a control).
    mutating func take(_ byte: UInt8) -> (broken: Bool, scalar: Unicode.Scalar?, isText: Bool) {
        if missing > 0 {
            if range.contains(byte) {
                value = value << 6 | UInt32(byte & 0x3F)
                missing -= 1
                range = 0x80...0xBF
                return (false, missing == 0 ? Unicode.Scalar(value) : nil, true)
            }
            missing = 0
            let (_, scalar, isText) = begin(byte)
            // One mark for what was broken off; a byte that is broken itself gets its own.
            return (true, scalar, isText)
        }
        return begin(byte)
    }

    private mutating func begin(
        _ byte: UInt8
    ) -> (broken: Bool, scalar: Unicode.Scalar?, isText: Bool) {
        range = 0x80...0xBF
        switch byte {
        case 0x00...0x1F, 0x7F: return (false, nil, false)
        case 0x20...0x7E: return (false, Unicode.Scalar(byte), true)
        case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
        case 0xE0...0xEF:
            (value, missing) = (UInt32(byte & 0x0F), 2)
            if byte == 0xE0 { range = 0xA0...0xBF }
            if byte == 0xED { range = 0x80...0x9F }
        case 0xF0...0xF4:
            (value, missing) = (UInt32(byte & 0x07), 3)
            if byte == 0xF0 { range = 0x90...0xBF }
            if byte == 0xF4 { range = 0x80...0x8F }
        default: return (false, "\u{FFFD}", true)
        }
        return (false, nil, true)
    }
}
