import BoardDomain

extension CaseQuery {
    /// The statement and its parameters, in order.
    var sql: (text: String, values: [ProjectedValue]) {
        var conditions: [String] = []
        var values: [ProjectedValue] = []
        func require(_ condition: String, _ value: ProjectedValue...) {
            conditions.append(condition)
            values += value
        }
        func require(_ column: String, oneOf names: Set<String>) {
            guard !names.isEmpty else { return }
            // Sorted, so that equal queries share one prepared statement and one plan.
            let places = names.map { _ in "?" }.joined(separator: ", ")
            conditions.append("\(column) IN (\(places))")
            values += names.sorted().map(ProjectedValue.text)
        }
        require("state", oneOf: states)
        require("lane", oneOf: lanes)
        let equals = [
            ("chain", chain), ("topic_class", topicClass), ("mode", mode),
            ("enterprise", enterprise), ("list_edition", listEdition), ("import_key", importKey),
        ]
        for case (let column, let text?) in equals { require("\(column) = ?", .text(text)) }
        if let year { require("year = ?", .init(year)) }
        if let deadlines {
            require(
                "deadline BETWEEN ? AND ?", .init(deadlines.lowerBound),
                .init(deadlines.upperBound))
        }
        if let involved {
            require(
                "stream IN (SELECT stream FROM projected_involvements WHERE party = ?)",
                .text(involved))
        }
        if let text {
            require(
                """
                instr(lower(id || char(10) || title || char(10) || enterprise_name), lower(?)) > 0
                """, .text(text))
        }
        if let after {
            let sign = descending ? "<" : ">"
            if let key = sort.column {
                require("(\(key), id) \(sign) (?, ?)", .integer(after.key), .text(after.id))
            } else {
                require("id \(sign) ?", .text(after.id))
            }
        }
        let direction = descending ? "DESC" : "ASC"
        let order = [sort.column, "id"].compactMap { $0 }.map { "\($0) \(direction)" }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        values.append(.init(max(0, limit)))
        return (
            """
            SELECT \(CaseRow.columns) FROM projected_cases \(filter)
            ORDER BY \(order.joined(separator: ", ")) LIMIT ?
            """, values
        )
    }
}

extension CaseSort {
    /// Nil where the id alone decides.
    fileprivate var column: String? {
        switch self {
        case .id: nil
        // Word for word the expression of the index.
        case .deadline: "ifnull(deadline, 9223372036854775807)"
        case .budget: "budget"
        case .createdAt: "created_at"
        case .changedAt: "changed_at"
        }
    }
}
