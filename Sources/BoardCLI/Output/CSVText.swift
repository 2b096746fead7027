/// Comma-separated text as Excel in Chinese Windows reads it: UTF-8 with a byte order mark, CRLF.
package struct CSVText: Sendable {
    package private(set) var text = "\u{FEFF}"

    package init(_ titles: [String]) { add(titles) }

    package mutating func add(_ cells: [String]) {
        text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it, and every
    /// cell that needs it is quoted.
    static func cell(_ text: String) -> String {
        var text = text
        // Tab and CR in front open a formula as well, after what Excel strips.
        if let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) {
            text = "'" + text
        }
        let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
        guard text.unicodeScalars.contains(where: special.contains) else { return text }
        var quoted = "\""
        for character in text.unicodeScalars {
            if character == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}
