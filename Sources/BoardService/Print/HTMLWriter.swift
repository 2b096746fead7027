/// Writes HTML; all text from outside goes through `text`, which leaves nothing of it to be markup.
struct HTMLWriter {
    private(set) var html = ""

    /// What the program itself says, and never what people typed.
    mutating func raw(_ markup: String) { html += markup }

    mutating func text(_ text: String) { html += Self.escaped(text) }

    mutating func element(
        _ name: String, _ attributes: [String: String] = [:],
        _ content: (inout HTMLWriter) -> Void
    ) {
        html += "<" + name
        for key in attributes.keys.sorted() {
            html += " \(key)=\"\(Self.escaped(attributes[key] ?? ""))\""
        }
        html += ">"
        content(&self)
        html += "</\(name)>\n"
    }

    /// Markup becomes text; controls, and marks that turn the direction of writing and so hide what
    /// stands there, become U+FFFD.
    static func escaped(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": scalars.append(contentsOf: "&amp;".unicodeScalars)
            case "<": scalars.append(contentsOf: "&lt;".unicodeScalars)
            case ">": scalars.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": scalars.append(contentsOf: "&quot;".unicodeScalars)
            case "'": scalars.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": scalars.append(scalar)
            default: scalars.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(scalars)
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
