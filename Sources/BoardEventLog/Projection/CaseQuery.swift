package import BoardDomain

/// Which cases, in which order, and how many. An empty set and nil ask for everything.
package struct CaseQuery: Sendable {
    package var states: Set<String> = []
    package var lanes: Set<String> = []
    package var chain: String?
    package var topicClass: String?
    package var mode: String?
    /// The enterprise's USCC.
    package var enterprise: String?
    /// A party with a part in the case.
    package var involved: String?
    /// Words that are all found in the case's text; see `SearchPhrase`.
    package var text: String?
    /// Found in the title, word for word.
    package var title: String?
    package var listEdition: String?
    package var importKey: String?
    package var year: Int?
    /// Deadlines in this range, both ends included; a case without one is left out.
    package var deadlines: ClosedRange<Instant>?
    /// 分, both ends included.
    package var budgets: ClosedRange<Int64>?
    /// Only cases in which something is late; for those alone who may know what is.
    package var isOverdue = false
    package var scope = CaseScope.everything
    package var sort: CaseSort = .id
    package var descending = false
    package var limit = 100
    /// The last row of the page before.
    package var after: CaseCursor?

    package init() {}

    /// Whether the order is that of `SearchRanking`. A title is a condition and has no part in it.
    var isRanked: Bool { sort == .relevance && text != nil }

    /// Whether a case is asked for, the cursor, the parties and the words apart.
    func admits(_ row: CaseRow) -> Bool {
        (states.isEmpty || states.contains(row.state))
            && (lanes.isEmpty || lanes.contains(row.lane))
            && (chain == nil || chain == row.chain)
            && (topicClass == nil || topicClass == row.topicClass)
            && (mode == nil || mode == row.mode)
            && (enterprise == nil || enterprise == row.enterprise)
            && (listEdition == nil || listEdition == row.listEdition)
            && (importKey == nil || importKey == row.importKey)
            && (year == nil || year == row.year)
            && deadlines.map { range in row.deadline.map(range.contains) ?? false } ?? true
            && (budgets?.contains(row.budget) ?? true) && scope.admits(row)
    }

    /// What comes after the cursor's case in a list of all that match, as many as are asked for.
    ///
    /// - Throws: `pageGone`.
    func page(of rows: [CaseRow]) throws(EventLogError) -> [CaseRow] {
        guard let after else { return Array(rows.prefix(max(0, limit))) }
        guard let place = rows.firstIndex(where: { $0.id == after.id }) else {
            throw .pageGone(id: after.id)
        }
        return Array(rows[(place + 1)...].prefix(max(0, limit)))
    }

    /// What the words ask for; nil where they ask for nothing.
    func phrases() throws(EventLogError) -> [SearchPhrase]? {
        guard let text else { return nil }
        return try SearchPhrase.phrases(of: text)
    }
}

/// The key that cases are sorted by, ties by id.
package enum CaseSort: String, Sendable, CaseIterable {
    case id, deadline, budget, createdAt, changedAt
    /// How well the text fits, the best first; without a text by id.
    case relevance

    /// A case without a deadline comes after every other.
    package func key(_ row: CaseRow) -> Int64 {
        switch self {
        case .id, .relevance: 0
        case .deadline: row.deadline?.milliseconds ?? .max
        case .budget: row.budget
        case .createdAt: row.createdAt.milliseconds
        case .changedAt: row.changedAt.milliseconds
        }
    }
}

/// A place in a sorted list of cases.
package struct CaseCursor: Sendable, Hashable {
    /// The sort's key. Of relevance it is 0: a score is no column, so the place is found again by the
    /// id.
    package let key: Int64
    package let id: String

    package init(key: Int64, id: String) {
        self.key = key
        self.id = id
    }

    package init(_ row: CaseRow, in sort: CaseSort) {
        self.init(key: sort.key(row), id: row.id)
    }
}
