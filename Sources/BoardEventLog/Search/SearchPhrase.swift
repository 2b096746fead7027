import BoardDomain

/// Tokens that follow each other.
struct SearchPhrase: Hashable, Sendable {
    let tokens: [String]
    /// Whether the last token may go on.
    let isOpen: Bool

    /// The words of a query: each is a phrase, and all have to be found.
    ///
    /// - Throws: `searchTooShort` where there is no word, or one has a single character: it would
    ///   find nearly everything, and of pairs it is none.
    static func phrases(of text: String) throws(EventLogError) -> [SearchPhrase] {
        var phrases: [SearchPhrase] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let found = SearchTokens(word)
            guard let last = found.all.last else { continue }
            guard found.width > 1 else { throw .searchTooShort(text: String(word)) }
            // `NSK-62` finds NSK-6204; a pair is complete.
            let isWord = last.utf8.allSatisfy { $0 < 0x80 }
            phrases.append(
                SearchPhrase(tokens: found.all, isOpen: isWord || found.endsAlone))
        }
        guard !phrases.isEmpty else { throw .searchTooShort(text: text) }
        return phrases
    }

    /// The words of a title in their order; nil where it has none.
    static func whole(_ title: String) -> SearchPhrase? {
        let tokens = SearchTokens(title).all
        return tokens.isEmpty ? nil : SearchPhrase(tokens: tokens, isOpen: false)
    }

    /// As FTS5 reads it. Tokens hold letters and digits alone: nothing in them is syntax.
    var match: String { "\"" + tokens.joined(separator: " ") + "\"" + (isOpen ? "*" : "") }

    /// How often it is found.
    func count(in text: [Substring]) -> Int {
        guard text.count >= tokens.count else { return 0 }
        return (0...text.count - tokens.count).count { start in
            tokens.indices.allSatisfy { index in
                let found = text[start + index]
                return isOpen && index == tokens.count - 1
                    ? found.utf8.starts(with: tokens[index].utf8)
                    : found.utf8.elementsEqual(tokens[index].utf8)
            }
        }
    }
}
