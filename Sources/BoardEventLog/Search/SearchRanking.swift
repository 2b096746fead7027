/// How well a text fits the words that are looked for, by that text alone.
///
/// FTS5's `bm25` weighs a word by how many texts have it and a text by how long the others are; texts
/// that the viewer may not know of are among them, so that the order of those he sees would tell what
/// is in a competitor's draft (§15). Here all words weigh the same, and a text is held against a
/// length that is fixed.
///
/// In millionths, rounded so that `score` of hits taken together is never better than their scores
/// together: `RankedSearch` rests on it.
enum SearchRanking {
    /// Where one word or phrase was found in a text.
    struct Hits: Hashable {
        var title = 0
        var body = 0
    }

    /// A word in the title counts as much as ten in the rest.
    private static let titleWeight: Int64 = 10
    // Each further hit of a word adds less, so that a text with all the words in few places comes
    // before one that repeats a single word: f · 2.2 ÷ (f + 1.2 · (¼ + ¾ · length ÷ 200)), where 200
    // tokens are about what the title, the background and the indicators of a challenge come to.
    private static let most: Int64 = 2_200_000
    private static let scale: Int64 = 10_000
    private static let constantShare: Int64 = 3000
    private static let shareOfToken: Int64 = 45

    /// The lowest fits best: it falls with each hit, in the title more than in the rest, and rises
    /// with the text's length; 0 without a hit.
    ///
    /// - Parameter length: of the whole text, in tokens.
    static func score(_ hits: Hits, length: Int) -> Int64 {
        let frequency = titleWeight * Int64(hits.title) + Int64(hits.body)
        guard frequency > 0 else { return 0 }
        let divisor = scale * frequency + constantShare + shareOfToken * Int64(length)
        return -(most * scale * frequency + divisor - 1) / divisor
    }

    /// What no score of a word or phrase is better than.
    static let best = -most

    /// Nil unless every phrase is found.
    static func score(_ text: SearchText, for phrases: [SearchPhrase]) -> Int64? {
        var score: Int64 = 0
        for phrase in phrases {
            let hits = Hits(
                title: phrase.count(in: text.title), body: phrase.count(in: text.body))
            guard hits.title + hits.body > 0 else { return nil }
            score += self.score(hits, length: text.length)
        }
        return score
    }
}
