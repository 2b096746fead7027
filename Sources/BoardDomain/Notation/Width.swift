/// Full-width forms as people type them with a Chinese input method, brought to their ASCII forms.
///
/// This is the part of NFKC that codes, numbers and dates need (standards §9); prose is kept as it
/// was written.
package enum Width {
    /// Full-width ASCII, the ideographic space, the no-break space and the typographic minus signs.
    package static func narrow(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(narrow(scalar)) }
        return String(scalars)
    }

    package static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        // U+FF01…U+FF5E lie exactly 0xFEE0 above U+0021…U+007E.
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0x00A0: " "
        case 0x2212, 0x2010, 0x2011, 0xFE63: "-"
        case 0xFFE5: "¥"
        default: scalar
        }
    }

    /// The text without white space at its ends.
    package static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars
        let white = { (scalar: Unicode.Scalar) in
            scalar.properties.isWhitespace || scalar.value == 0xFEFF
        }
        guard let first = scalars.firstIndex(where: { !white($0) }),
            let last = scalars.lastIndex(where: { !white($0) })
        else { return "" }
        return String(text[first...last])
    }
}
