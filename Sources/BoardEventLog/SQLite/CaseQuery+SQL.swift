import BoardDomain

extension CaseQuery {
    /// The statement of every order but a search's, and its parameters in order.
    func sql(_ filter: CaseFilter) -> (text: String, values: [ProjectedValue]) {
        var filter = filter
        if let after {
            let sign = descending ? "<" : ">"
            if let key = sort.column {
                filter.require(
                    "(\(key), id) \(sign) (?, ?)", .integer(after.key), .text(after.id))
            } else {
                filter.require("id \(sign) ?", .text(after.id))
            }
        }
        let direction = descending ? "DESC" : "ASC"
        let order = [sort.column, "id"].compactMap { $0 }
            .map { "\($0) \(direction)" }.joined(separator: ", ")
        return (
            """
            SELECT \(CaseRow.columns) FROM projected_cases WHERE \(filter.text)
            ORDER BY \(order) LIMIT ?
            """, filter.values + [ProjectedValue(max(0, limit))]
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

extension CaseFacet {
    var column: String {
        switch self {
        case .lane: "lane"
        case .state: "state"
        case .topicClass: "topic_class"
        case .chain: "chain"
        case .mode: "mode"
        case .listEdition: "list_edition"
        case .year: "year"
        }
    }
}
