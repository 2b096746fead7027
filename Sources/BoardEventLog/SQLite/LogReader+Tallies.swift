import BoardDomain

extension LogReader {
    func tally(_ query: CaseQuery, by facet: CaseFacet) throws(EventLogError) -> [CaseTally] {
        var filter = CaseFilter(query)
        if let title = query.title {
            guard let phrase = SearchPhrase.whole(title) else { return [] }
            try require([phrase], inTitle: true, in: &filter)
        }
        if let phrases = try query.phrases() { try require(phrases, in: &filter) }
        return try statement(
            """
            SELECT ifnull(CAST(\(facet.column) AS TEXT), ''), count(*), sum(budget)
            FROM projected_cases WHERE \(filter.text) GROUP BY 1 ORDER BY 1
            """, filter.values
        ).rows {
            CaseTally(value: $0.text(0), cases: Int($0.integer(1)), budget: $0.integer(2))
        }
    }

    func firstDuties(in streams: Set<String>) throws(EventLogError) -> [FirstDuty] {
        let names = JSON.array(streams.sorted().map(JSON.string)).canonicalText
        return try statement(
            """
            SELECT stream, min(due), max(overdue) FROM projected_duties
            WHERE stream IN (SELECT value FROM json_each(?1)) AND due IS NOT NULL
            GROUP BY stream ORDER BY stream
            """, [.text(names)]
        ).rows {
            FirstDuty(stream: $0.text(0), due: $0.instant(1), overdue: $0.integer(2) == 1)
        }
    }
}
