package import BoardDomain

/// By which cases are told apart and counted.
package enum CaseFacet: String, Sendable, CaseIterable {
    case lane, state, topicClass, chain, mode, listEdition, year

    /// Of a case; '' where it has none.
    package func value(_ row: CaseRow) -> String {
        switch self {
        case .lane: row.lane
        case .state: row.state
        case .topicClass: row.topicClass
        case .chain: row.chain
        case .mode: row.mode
        case .listEdition: row.listEdition ?? ""
        case .year: String(row.year)
        }
    }
}

/// How many cases have one value of a facet.
package struct CaseTally: Sendable, Hashable {
    package let value: String
    package let cases: Int
    /// 分, together.
    package let budget: Int64

    package init(value: String, cases: Int, budget: Int64) {
        self.value = value
        self.cases = cases
        self.budget = budget
    }
}

/// The first thing that waits in a stream with a due instant.
package struct FirstDuty: Sendable, Hashable {
    package let stream: String
    package let due: Instant
    /// Whether anything in the stream is late.
    package let overdue: Bool

    package init(stream: String, due: Instant, overdue: Bool) {
        self.stream = stream
        self.due = due
        self.overdue = overdue
    }
}
