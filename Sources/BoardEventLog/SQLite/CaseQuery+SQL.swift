import BoardDomain

extension CaseQuery {
    /// Whether the page is cut from all that match, since a place in it has no key of its own.
    var isCutAfterwards: Bool { isRanked && after != nil }

    /// The statement and its parameters, in order.
    ///
    /// - Throws: `searchTooShort`.
    func sql() throws(EventLogError) -> (text: String, values: [ProjectedValue]) {
        let match = try phrases().map { $0.map(\.match).joined(separator: " AND ") }
        var filter = Filter()
        narrow(&filter)
        if let title { filter.require(match: titleMatch(title)) }
        if let match, !isRanked { filter.require(match: match) }
        if let after, !isCutAfterwards {
            let sign = descending ? "<" : ">"
            if let key = sort.column {
                filter.require(
                    "(\(key), id) \(sign) (?, ?)", .integer(after.key), .text(after.id))
            } else {
                filter.require("id \(sign) ?", .text(after.id))
            }
        }
        let direction = descending ? "DESC" : "ASC"
        let order = [isRanked ? "score" : sort.column, "id"].compactMap { $0 }
            .map { "\($0) \(direction)" }.joined(separator: ", ")
        let limit = ProjectedValue(isCutAfterwards ? -1 : max(0, limit))
        guard isRanked, let match else {
            return (
                """
                SELECT \(CaseRow.columns) FROM projected_cases \(filter.text)
                ORDER BY \(order) LIMIT ?
                """, filter.values + [limit]
            )
        }
        return (
            """
            WITH hits(stream, score) AS MATERIALIZED (
              SELECT projected_texts.stream, fit(projected_words)
              FROM projected_words JOIN projected_texts ON place = projected_words.rowid
              WHERE projected_words MATCH ?)
            SELECT \(CaseRow.columns) FROM hits JOIN projected_cases USING (stream) \(filter.text)
            ORDER BY \(order) LIMIT ?
            """, [.text(match)] + filter.values + [limit]
        )
    }

    private struct Filter {
        private var conditions: [String] = []
        private(set) var values: [ProjectedValue] = []

        mutating func require(_ condition: String, _ value: ProjectedValue...) {
            conditions.append(condition)
            values += value
        }

        mutating func require(_ column: String, oneOf names: Set<String>) {
            guard !names.isEmpty else { return }
            // Sorted, so that equal queries share one prepared statement and one plan.
            let places = names.map { _ in "?" }.joined(separator: ", ")
            conditions.append("\(column) IN (\(places))")
            values += names.sorted().map(ProjectedValue.text)
        }

        mutating func require(match: String) {
            require(
                """
                stream IN (SELECT projected_texts.stream FROM projected_words \
                JOIN projected_texts ON place = projected_words.rowid \
                WHERE projected_words MATCH ?)
                """, .text(match))
        }

        mutating func require(_ scope: CaseScope) {
            let (text, own) = scope.sql
            conditions.append(text)
            values += own
        }

        var text: String {
            conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        }
    }

    private func narrow(_ filter: inout Filter) {
        filter.require("state", oneOf: states)
        filter.require("lane", oneOf: lanes)
        let equals = [
            ("chain", chain), ("topic_class", topicClass), ("mode", mode),
            ("enterprise", enterprise), ("list_edition", listEdition), ("import_key", importKey),
        ]
        for case (let column, let text?) in equals {
            filter.require("\(column) = ?", .text(text))
        }
        if let year { filter.require("year = ?", .init(year)) }
        if let deadlines {
            filter.require(
                "deadline BETWEEN ? AND ?", .init(deadlines.lowerBound),
                .init(deadlines.upperBound))
        }
        if let budgets {
            filter.require(
                "budget BETWEEN ? AND ?", .integer(budgets.lowerBound),
                .integer(budgets.upperBound))
        }
        if let involved {
            filter.require(
                "stream IN (SELECT stream FROM projected_involvements WHERE party = ?)",
                .text(involved))
        }
        filter.require(scope)
    }

    /// In the language of FTS5; a title without a letter is like none.
    private func titleMatch(_ title: String) -> String {
        SearchPhrase.whole(title).map { "{title} : " + $0.match } ?? "\"\""
    }
}

extension CaseScope {
    /// The condition on `projected_cases`, and its parameters.
    var sql: (text: String, values: [ProjectedValue]) {
        guard !hiddenStates.isEmpty else { return ("1", []) }
        let hidden = hiddenStates.map { _ in "?" }.joined(separator: ", ")
        let own = ownEnterprises.map { _ in "?" }.joined(separator: ", ")
        return (
            "(state NOT IN (\(hidden)) OR enterprise IN (\(own)))",
            (hiddenStates.sorted() + ownEnterprises.sorted()).map(ProjectedValue.text)
        )
    }
}

extension CaseSort {
    /// Nil where the id alone decides.
    fileprivate var column: String? {
        switch self {
        case .id, .relevance: nil
        // Word for word the expression of the index.
        case .deadline: "ifnull(deadline, 9223372036854775807)"
        case .budget: "budget"
        case .createdAt: "created_at"
        case .changedAt: "changed_at"
        }
    }
}
