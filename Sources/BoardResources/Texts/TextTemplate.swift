/// A text with places for values: `Due in {count} days`; a literal brace is written twice.
struct TextTemplate: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case text(String)
        case place(String)
    }

    private let parts: [Part]

    /// Nil where a brace is left open, or a place has no name.
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
                guard let end = rest.firstIndex(of: "}"), end > rest.startIndex else { return nil }
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(.place(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            case "}": return nil
            default: text.append(character)
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        self.parts = parts
    }

    var places: Set<String> {
        Set(parts.compactMap { part in if case .place(let name) = part { name } else { nil } })
    }

    /// A place without a value shows its name in ⟦⟧.
    func filled(with values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .place(let name): values[name] ?? "⟦\(name)⟧"
            }
        }.joined()
    }
}
