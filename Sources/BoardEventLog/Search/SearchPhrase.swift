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

    /// The tokens as they stand in a text, with the space before them and, where the last one is
    /// complete, the one after.
    var pattern: String { " " + tokens.joined(separator: " ") + (isOpen ? "" : " ") }

    /// How often it is found in tokens with a space between.
    func count(in text: String) -> Int {
        var (text, pattern) = (" " + text + " ", pattern)
        return text.withUTF8 { text in
            pattern.withUTF8 { pattern in
                var count = 0
                for start in 0...max(0, text.count - pattern.count)
                where text[start] == UInt8(ascii: " ")
                    && text[start...].starts(with: pattern)
                {
                    count += 1
                }
                return count
            }
        }
    }
}
