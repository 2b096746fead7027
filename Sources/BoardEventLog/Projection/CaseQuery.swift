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
    /// Found in id, title or enterprise's name; ASCII letters in either case.
    package var text: String?
    package var listEdition: String?
    package var importKey: String?
    package var year: Int?
    /// Deadlines in this range, both ends included; a case without one is left out.
    package var deadlines: ClosedRange<Instant>?
    package var sort: CaseSort = .id
    package var descending = false
    package var limit = 100
    /// The last row of the page before.
    package var after: CaseCursor?

    package init() {}

    /// Whether a case is asked for, the cursor and the parties apart.
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
            && (text.map { Self.searched(row).contains(Self.folded($0)) } ?? true)
    }

    /// What `text` is looked for in: newlines keep a match inside one field.
    static func searched(_ row: CaseRow) -> String {
        folded("\(row.id)\n\(row.title)\n\(row.enterpriseName)")
    }

    /// ASCII letters in lower case, as SQLite's `lower` does it.
    static func folded(_ text: String) -> String {
        String(
            decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}

/// The key that cases are sorted by, ties by id.
package enum CaseSort: String, Sendable, CaseIterable {
    case id, deadline, budget, createdAt, changedAt

    /// A case without a deadline comes after every other.
    package func key(_ row: CaseRow) -> Int64 {
        switch self {
        case .id: 0
        case .deadline: row.deadline?.milliseconds ?? .max
        case .budget: row.budget
        case .createdAt: row.createdAt.milliseconds
        case .changedAt: row.changedAt.milliseconds
        }
    }
}

/// A place in a sorted list of cases.
package struct CaseCursor: Sendable, Hashable {
    /// The sort's key.
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
