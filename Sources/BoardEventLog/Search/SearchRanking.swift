/// How well a text fits the words that are looked for, by that text alone.
///
/// FTS5's `bm25` weighs a word by how many texts have it and a text by how long the others are; texts
/// that the viewer may not know of are among them, so that the order of those he sees would tell what
/// is in a competitor's draft (§15). Here all words weigh the same, and a text is held against a
/// length that is fixed.
enum SearchRanking {
    /// Where one word or phrase was found in a text.
    struct Hits {
        var title = 0
        var body = 0
    }

    /// A word in the title counts as much as ten in the rest.
    private static let titleWeight = 10.0
    /// Each further hit of a word adds less, so that a text with all the words in few places comes
    /// before one that repeats a single word.
    private static let saturation = 1.2
    private static let lengthShare = 0.75
    /// In tokens: about what the title, the background and the indicators of a challenge come to.
    private static let usualLength = 200.0

    /// The lowest fits best: it falls with each hit, in the title more than in the rest, and rises
    /// with the text's length.
    ///
    /// - Parameter length: of the whole text, in tokens.
    static func score(_ hits: [Hits], length: Int) -> Double {
        let stretch = 1 - lengthShare + lengthShare * Double(length) / usualLength
        return hits.reduce(0) { score, hits in
            let frequency = titleWeight * Double(hits.title) + Double(hits.body)
            return score - frequency * (saturation + 1) / (frequency + saturation * stretch)
        }
    }

    /// Nil unless every phrase is found.
    static func score(_ text: SearchText, for phrases: [SearchPhrase]) -> Double? {
        let title = text.title.split(separator: " ")
        let body = text.body.split(separator: " ")
        let hits = phrases.map { Hits(title: $0.count(in: title), body: $0.count(in: body)) }
        guard hits.allSatisfy({ $0.title + $0.body > 0 }) else { return nil }
        return score(hits, length: title.count + body.count)
    }
}
