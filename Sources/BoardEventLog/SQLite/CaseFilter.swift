import BoardDomain

/// The condition on `projected_cases` that a query comes to, and its parameters in order.
struct CaseFilter {
    private var conditions: [String] = []
    private(set) var values: [ProjectedValue] = []

    /// All but the words, the order and the place.
    init(_ query: CaseQuery) {
        require("state", oneOf: query.states)
        require("lane", oneOf: query.lanes)
        let equals = [
            ("chain", query.chain), ("topic_class", query.topicClass), ("mode", query.mode),
            ("enterprise", query.enterprise), ("list_edition", query.listEdition),
            ("import_key", query.importKey),
        ]
        for case (let column, let text?) in equals { require("\(column) = ?", .text(text)) }
        if let year = query.year { require("year = ?", .init(year)) }
        if let deadlines = query.deadlines {
            require(
                "deadline BETWEEN ? AND ?", .init(deadlines.lowerBound),
                .init(deadlines.upperBound))
        }
        if let budgets = query.budgets {
            require(
                "budget BETWEEN ? AND ?", .integer(budgets.lowerBound),
                .integer(budgets.upperBound))
        }
        if query.isOverdue {
            require("stream IN (SELECT stream FROM projected_duties WHERE overdue = ?)", .init(1))
        }
        if let involved = query.involved {
            require(
                "stream IN (SELECT stream FROM projected_involvements WHERE party = ?)",
                .text(involved))
        }
        let (scope, own) = query.scope.sql
        conditions.append(scope)
        values += own
    }

    mutating func require(_ condition: String, _ value: ProjectedValue...) {
        conditions.append(condition)
        values += value
    }

    private mutating func require(_ column: String, oneOf names: Set<String>) {
        guard !names.isEmpty else { return }
        // Sorted, so that equal queries share one prepared statement and one plan.
        let places = names.map { _ in "?" }.joined(separator: ", ")
        conditions.append("\(column) IN (\(places))")
        values += names.sorted().map(ProjectedValue.text)
    }

    /// That phrases are found in the text, or in the title alone.
    ///
    /// The tokens of a text are kept with spaces between, so that a phrase is a part of it.
    mutating func require(_ phrases: [SearchPhrase], inTitle: Bool = false) {
        let columns = inTitle ? ["title"] : ["title", "body"]
        let found = phrases.map { phrase in
            values += columns.map { _ in .text(phrase.pattern) }
            return columns.map { "instr(' ' || t.\($0) || ' ', ?)" }.joined(separator: " OR ")
        }
        let all = found.map { "(\($0))" }.joined(separator: " AND ")
        conditions.append(
            """
            EXISTS (SELECT 1 FROM projected_texts AS t
            WHERE t.stream = projected_cases.stream AND \(all))
            """)
    }

    /// That a text is one of the few under a token; what the phrases ask for stands beside it.
    mutating func require(_ token: IndexToken) {
        require("id IN (SELECT id FROM projected_words WHERE \(token.condition))")
        values += token.values
    }

    var text: String { conditions.joined(separator: " AND ") }
}

/// A token that is looked up in the index of words.
struct IndexToken: Hashable {
    let text: String
    /// Whether it may go on.
    let isOpen: Bool

    /// Of a phrase; only its last one may go on.
    static func all(of phrase: SearchPhrase) -> [IndexToken] {
        phrase.tokens.indices.map { place in
            IndexToken(
                text: phrase.tokens[place],
                isOpen: phrase.isOpen && place == phrase.tokens.count - 1)
        }
    }

    var condition: String { isOpen ? "token >= ? AND token < ?" : "token = ?" }

    /// No token goes on with a higher scalar than the last there is.
    var values: [ProjectedValue] {
        [.text(text)] + (isOpen ? [.text(text + "\u{10FFFF}")] : [])
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
