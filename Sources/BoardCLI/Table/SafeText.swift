/// Text from the board, made harmless for a terminal: what people typed may hold escape sequences.
package enum SafeText {
    /// Controls become U+FFFD, line ends stay.
    package static func lines(_ text: String) -> String {
        filtered(text) { $0 == "\n" ? "\n" : nil }
    }

    /// For a cell of a table: line ends and tabs become spaces.
    package static func oneLine(_ text: String) -> String {
        filtered(text) { ["\n", "\r", "\t"].contains($0) ? " " : nil }
    }

    /// What was given, on one line and no longer than helps to find it again.
    package static func brief(_ text: String, columns: Int = 60) -> String {
        // Cut before it is measured: it may be megabytes.
        DisplayWidth.cut(oneLine(String(text.unicodeScalars.prefix(columns * 2))), to: columns)
    }

    private static func filtered(
        _ text: String, _ exception: (Unicode.Scalar) -> Unicode.Scalar?
    ) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isHarmful(scalar) ? exception(scalar) ?? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    /// Controls, and the marks that turn the direction of writing and so hide what stands there.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
