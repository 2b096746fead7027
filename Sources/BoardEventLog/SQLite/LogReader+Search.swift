import BoardDomain

extension LogReader {
    /// Where no more texts have a token they are looked at one by one; of a token that more have, the
    /// cases are gone through in the order asked for.
    private static let few: Int64 = 256

    func cases(_ query: CaseQuery) throws(EventLogError) -> [CaseRow] {
        let phrases = try query.phrases()
        var filter = CaseFilter(query)
        if let title = query.title {
            guard let phrase = SearchPhrase.whole(title) else { return [] }
            try require([phrase], inTitle: true, in: &filter)
        }
        if let phrases {
            guard !query.isRanked else { return try ranked(query, phrases, filter) }
            try require(phrases, in: &filter)
        }
        let (text, values) = query.sql(filter)
        return try statement(text, values).rows { CaseRow($0) }
    }

    func require(
        _ phrases: [SearchPhrase], inTitle: Bool = false, in filter: inout CaseFilter
    ) throws(EventLogError) {
        var rarest: (token: IndexToken, count: Int64)?
        for token in Set(phrases.flatMap(IndexToken.all)) {
            let count = try statement(
                """
                SELECT count(*) FROM
                (SELECT 1 FROM projected_words WHERE \(token.condition) LIMIT ?)
                """, token.values + [.integer(Self.few)]
            ).rows { $0.integer(0) }[0]
            if count < min(rarest?.count ?? .max, Self.few) { rarest = (token, count) }
        }
        if let rarest { filter.require(rarest.token) }
        filter.require(phrases, inTitle: inTitle)
    }

    private func ranked(
        _ query: CaseQuery, _ phrases: [SearchPhrase], _ filter: CaseFilter
    ) throws(EventLogError) -> [CaseRow] {
        if query.descending {
            // The worst first: for that all have to be weighed.
            var all = query
            (all.descending, all.after, all.limit) = (false, nil, .max)
            return try query.page(of: ranked(all, phrases, filter).reversed())
        }
        guard query.limit > 0 else { return [] }
        var after: SearchPlace?
        if let id = query.after?.id {
            after = try place(of: id, phrases, filter)
            guard after != nil else { throw .pageGone(id: id) }
        }
        var tokens: [[[String]]] = []
        for phrase in phrases {
            var lists: [[String]] = []
            for token in IndexToken.all(of: phrase) { lists.append(try words(under: token)) }
            tokens.append(lists)
        }
        let counts = try counts(under: Set(tokens.joined().joined()))
        var search = RankedSearch(
            phrases, tokens: tokens, counts: counts, after: after, limit: query.limit)
        while let list = search.next { try read(list, of: &search, filter) }
        return search.rows
    }

    private func read(
        _ list: Int, of search: inout RankedSearch, _ filter: CaseFilter
    ) throws(EventLogError) {
        let (place, size) = (search[list].place, search.blockSize(of: list))
        let block = try statement(
            """
            SELECT \(CaseRow.columns), score, stream
            FROM projected_words CROSS JOIN projected_cases USING (id)
            WHERE token = ? AND (score, projected_words.id) > (?, ?) AND \(filter.text)
            ORDER BY score, projected_words.id LIMIT ?
            """,
            [.text(search[list].token), .integer(place.score), .text(place.id)] + filter.values
                + [.init(size)])
        defer { block.reset() }
        var count = 0
        while try block.step() {
            count += 1
            try search.take(
                SearchPlace(score: block.integer(16), id: block.text(0)), of: list,
                text: { () throws(EventLogError) in try text(of: block.text(17)) },
                row: { CaseRow(block) })
        }
        search.end(list, isLast: count < size)
    }

    /// How many entries there are under tokens that have few; of one token alone it is all the same.
    private func counts(under tokens: Set<String>) throws(EventLogError) -> [String: Int] {
        var counts: [String: Int] = [:]
        guard tokens.count > 1 else { return counts }
        for token in tokens {
            let count = try statement(
                """
                SELECT count(*) FROM (SELECT 1 FROM projected_words WHERE token = ? LIMIT ?)
                """, [.text(token), .init(RankedSearch.few + 1)]
            ).rows { Int($0.integer(0)) }[0]
            if count <= RankedSearch.few { counts[token] = count }
        }
        return counts
    }

    /// The tokens of the index that one may stand for.
    private func words(under token: IndexToken) throws(EventLogError) -> [String] {
        guard token.isOpen else { return [token.text] }
        // One step of the index per token instead of one per text that has it.
        return try statement(
            """
            WITH RECURSIVE words(word) AS (
              SELECT (SELECT token FROM projected_words WHERE token >= ?1 AND token < ?2
                      ORDER BY token LIMIT 1)
              UNION ALL
              SELECT (SELECT token FROM projected_words WHERE token > word AND token < ?2
                      ORDER BY token LIMIT 1) FROM words WHERE word IS NOT NULL)
            SELECT word FROM words WHERE word IS NOT NULL
            """, token.values
        ).rows { $0.text(0) }
    }

    /// Where a case stands that the query asks for; nil where it does not or the words are not found.
    private func place(
        of id: String, _ phrases: [SearchPhrase], _ filter: CaseFilter
    ) throws(EventLogError) -> SearchPlace? {
        let stream = try statement(
            "SELECT stream FROM projected_cases WHERE id = ? AND \(filter.text)",
            [.text(id)] + filter.values
        ).rows { $0.text(0) }.first
        guard let stream, let text = try text(of: stream) else { return nil }
        return SearchRanking.score(text, for: phrases).map { SearchPlace(score: $0, id: id) }
    }

    private func text(of stream: String) throws(EventLogError) -> SearchText? {
        try statement(
            "SELECT title, body FROM projected_texts WHERE stream = ?", [.text(stream)]
        ).rows { SearchText(titleTokens: $0.text(0), bodyTokens: $0.text(1)) }.first
    }

    func statement(
        _ sql: String, _ values: [ProjectedValue]
    ) throws(EventLogError) -> Statement {
        let statement = try connection().statement(sql)
        for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
        return statement
    }
}
