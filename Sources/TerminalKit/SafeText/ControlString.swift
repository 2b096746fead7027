/// The few control strings that carry text to the terminal. Each checks what it is given again, whatever gate it came through.
public enum ControlString {
    /// Bytes of a link beyond which no OSC 8 is written.
    static let mostLinkBytes = 2083

    /// OSC 2: the window's title.
    public static func title(_ text: SafeText) -> [UInt8] {
        [0x1B, 0x5D] + Array("2;".utf8) + checked(text.string) + [0x1B, 0x5C]
    }

    /// OSC 8: what follows, until `linkEnd`, leads to this address. Nil unless it is https or mailto; all bytes that are not plain ASCII of
    /// an address are percent-encoded.
    public static func link(_ address: String) -> [UInt8]? {
        let lowered = address.utf8.prefix(8).map { $0 | 0x20 }
        guard
            lowered.starts(with: "https://".utf8)
                || lowered.starts(with: "mailto:".utf8)
        else { return nil }
        var encoded: [UInt8] = []
        for byte in address.utf8 {
            if isOfAddress(byte) {
                encoded.append(byte)
            } else {
                encoded += [0x25, hexDigit(byte >> 4), hexDigit(byte & 15)]
            }
        }
        guard encoded.count <= mostLinkBytes else { return nil }
        return [0x1B, 0x5D] + Array("8;;".utf8) + encoded + [0x1B, 0x5C]
    }

    /// OSC 8 without an address: the link ends here.
    public static let linkEnd: [UInt8] = [0x1B, 0x5D] + Array("8;;".utf8) + [0x1B, 0x5C]

    /// OSC 52: puts text on the clipboard, only ever at a key of the user's; the clipboard is never read.
    public static func clipboard(_ text: SafeText) -> [UInt8] {
        [0x1B, 0x5D] + Array("52;c;".utf8) + base64(checked(text.string, lineFeeds: true))
            + [0x1B, 0x5C]
    }

    /// UTF-8 with U+FFFD for every control and every Bidi_Control.
    static func checked(_ text: String, lineFeeds: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let passes = !isForbidden(scalar.value) || lineFeeds && scalar == "\n"
            bytes += Array(String(passes ? scalar : "\u{FFFD}").utf8)
        }
        return bytes
    }

    /// What the encoders never let out: C0, DEL, C1, the twelve Bidi_Control and what is no scalar at all.
    @inline(__always)
    static func isForbidden(_ scalar: UInt32) -> Bool {
        if scalar < 0xA0 { return scalar < 0x20 || scalar >= 0x7F }
        if scalar < 0x2000 { return scalar == 0x61C }
        if scalar < 0x2070 {
            return scalar == 0x200E || scalar == 0x200F || scalar >= 0x2028 && scalar <= 0x202E
                || scalar >= 0x2066 && scalar <= 0x2069
        }
        return scalar >= 0xD800 && scalar < 0xE000 || scalar > 0x10FFFF
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                encoded.append(
                    place <= group.count ? alphabet[Int(word >> UInt32(18 - 6 * place) & 63)] : 0x3D
                )
            }
        }
        return encoded
    }
}
