/// A text with places for values: `Due in {count} {count|day|days}`; a literal brace is written twice.
///
/// A place with two words is the first of them where its value is 1, otherwise the second.
struct TextTemplate: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case text(String)
        case place(String)
        case number(of: String, one: String, more: String)
    }

    private let parts: [Part]

    /// Nil where a brace is left open, or a place has no name or another number of words than two.
    init?(_ source: String) {
        var parts: [Part] = []
        var text = ""
        var rest = source[...]
        while let character = rest.popFirst() {
            switch character {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                rest.removeFirst()
                text.append(character)
            case "{":
                guard let end = rest.firstIndex(of: "}"), let place = Self.place(rest[..<end])
                else { return nil }
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(place)
                rest = rest[rest.index(after: end)...]
            case "}": return nil
            default: text.append(character)
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        self.parts = parts
    }

    private static func place(_ source: Substring) -> Part? {
        let words = source.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard !words[0].isEmpty else { return nil }
        switch words.count {
        case 1: return .place(words[0])
        case 3: return .number(of: words[0], one: words[1], more: words[2])
        default: return nil
        }
    }

    var places: Set<String> {
        Set(
            parts.compactMap { part in
                switch part {
                case .text: nil
                case .place(let name), .number(let name, _, _): name
                }
            })
    }

    /// A place without a value shows its name in ⟦⟧.
    func filled(with values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .place(let name): values[name] ?? "⟦\(name)⟧"
            case .number(let name, let one, let more): values[name] == "1" ? one : more
            }
        }.joined()
    }
}
