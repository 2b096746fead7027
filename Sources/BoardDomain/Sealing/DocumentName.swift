/// The name a document was given by a person: shown, never followed as a path.
package struct DocumentName: Hashable, Sendable {
    package let text: String

    /// Nil where the text is blank, longer than 255 bytes, a path or a step of one, or holds a
    /// control or a mark that turns the direction of writing (`cod.exe` shown as `exe.doc`).
    package init?(_ text: String) {
        guard text.utf8.count <= 255, text != ".", text != "..",
            text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
            text.unicodeScalars.allSatisfy(Self.isPlain)
        else { return nil }
        self.text = text
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2F, 0x5C: false
        case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}
