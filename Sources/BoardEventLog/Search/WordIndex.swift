/// A stream's text as it is looked up: under each token, at the score that the token's hits alone
/// come to, so that the best texts of a word stand together.
struct WordIndex: Hashable {
    /// The case's; nil where nobody can search for the stream.
    let id: String?
    let text: SearchText?

    /// Token, score and id.
    var rows: [[ProjectedValue]] {
        guard let id, let text else { return [] }
        var hits: [Substring: SearchRanking.Hits] = [:]
        for token in text.title.split(separator: " ") { hits[token, default: .init()].title += 1 }
        for token in text.body.split(separator: " ") { hits[token, default: .init()].body += 1 }
        let length = text.length
        return hits.map { token, hits in
            [
                .text(String(token)), .integer(SearchRanking.score(hits, length: length)),
                .text(id),
            ]
        }
    }
}

extension WordIndex {
    init(_ projection: StreamProjection) {
        self.init(id: projection.caseRow?.id, text: projection.searchText)
    }

    /// What there is of a stream, in one row; none where nothing is projected for it.
    static let query = """
        SELECT id, title, body FROM projected_streams LEFT JOIN projected_texts USING (stream)
        LEFT JOIN (SELECT stream, id FROM projected_cases) USING (stream) WHERE stream = ?1
        """

    init(_ statement: Statement) {
        self.init(
            id: statement.optionalText(0),
            text: statement.optionalText(1).map {
                SearchText(titleTokens: $0, bodyTokens: statement.text(2))
            })
    }
}
