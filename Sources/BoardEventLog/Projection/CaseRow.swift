package import BoardDomain

/// A case as lists show it.
package struct CaseRow: Sendable, Equatable {
    /// `XC-2026-0007`; unique on the board.
    package var id: String
    package var title: String
    /// The enterprise's USCC.
    package var enterprise: String
    package var enterpriseName: String
    package var chain: String
    package var topicClass: String
    package var state: String
    package var lane: String
    package var mode: String
    /// 分.
    package var budget: Int64
    package var listEdition: String?
    package var deadline: Instant?
    package var createdAt: Instant
    package var changedAt: Instant
    package var year: Int
    /// The key of the row it was imported from.
    package var importKey: String?

    package init(
        id: String, title: String, enterprise: String, enterpriseName: String, chain: String,
        topicClass: String, state: String, lane: String, mode: String, budget: Int64,
        listEdition: String? = nil, deadline: Instant? = nil, createdAt: Instant,
        changedAt: Instant, year: Int, importKey: String? = nil
    ) {
        self.id = id
        self.title = title
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.chain = chain
        self.topicClass = topicClass
        self.state = state
        self.lane = lane
        self.mode = mode
        self.budget = budget
        self.listEdition = listEdition
        self.deadline = deadline
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.year = year
        self.importKey = importKey
    }
}
