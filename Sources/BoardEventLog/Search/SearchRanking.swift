#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ranks texts as FTS5's `bm25` does, for the log in memory.
struct SearchRanking {
    /// A word in the title counts as much as ten in the rest.
    static let titleWeight = 10.0
    private static let saturation = 1.2
    private static let lengthShare = 0.75

    private struct Document {
        let title: [Substring]
        let body: [Substring]
        var length: Int { title.count + body.count }

        init(_ text: SearchText) {
            title = text.title.split(separator: " ")
            body = text.body.split(separator: " ")
        }

        func hits(_ phrase: SearchPhrase) -> (title: Int, body: Int) {
            (phrase.count(in: title), phrase.count(in: body))
        }
    }

    /// The score of each text in which every phrase is found; the lowest fits best.
    static func scores(
        _ texts: [String: SearchText], for phrases: [SearchPhrase]
    ) -> [String: Double] {
        let documents = texts.mapValues(Document.init)
        let count = Double(documents.count)
        let length = documents.values.reduce(0.0) { $0 + Double($1.length) } / max(count, 1)
        let weights = phrases.map { phrase in
            let found = Double(
                documents.values.count { document in
                    let hits = document.hits(phrase)
                    return hits.title + hits.body > 0
                })
            let rarity = log((count - found + 0.5) / (found + 0.5))
            return rarity > 0 ? rarity : 1e-6
        }
        var scores: [String: Double] = [:]
        for (name, document) in documents {
            var score = 0.0
            var isFound = true
            for (phrase, weight) in zip(phrases, weights) {
                let hits = document.hits(phrase)
                isFound = isFound && hits.title + hits.body > 0
                let frequency = titleWeight * Double(hits.title) + Double(hits.body)
                let stretch =
                    1 - lengthShare + lengthShare * Double(document.length) / max(length, 1)
                score +=
                    weight * frequency * (saturation + 1) / (frequency + saturation * stretch)
            }
            if isFound { scores[name] = -score }
        }
        return scores
    }
}
