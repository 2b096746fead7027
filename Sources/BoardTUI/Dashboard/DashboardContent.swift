import BoardDomain
import BoardService
import TerminalKit

/// What the dashboard counts.
struct DashboardContent: Sendable {
    let statistics: BoardStatistics
    /// Years in which cases were made, the newest first.
    let years: [Int]
    /// Calls that close soon, the first first.
    let deadlines: [CaseRow]
    /// What waits for the viewer.
    let duties: [InboxItem]
    /// From when on deadlines are looked at.
    let now: Instant

    /// How far ahead deadlines are looked at.
    static let days = 30

    static func span(from now: Instant) -> ClosedRange<Instant> { now...now.adding(days: days) }
}

extension BoardDesk {
    func dashboard(year: Int?) async -> Answer<DashboardContent> {
        await answer {
            let now = await board.now
            var query = CaseQuery()
            query.deadlines = DashboardContent.span(from: now)
            query.states = [ChallengeState.open.rawValue]
            query.sort = .deadline
            query.year = year
            let years = try await board.tally(CaseQuery(), by: .year, as: person)
            var duties: [InboxItem] = []
            if let person { duties = try await board.inbox(of: person, at: instant) }
            return DashboardContent(
                statistics: try await board.statistics(year: year, as: person),
                years: years.compactMap { Int($0.value) }.sorted(by: >),
                deadlines: try await board.cases(query, as: person), duties: duties, now: now)
        }
    }
}

/// A figure of the dashboard, and what lies behind it.
struct DashboardFigure: Sendable, Identifiable {
    enum Measure: Sendable {
        case none
        /// From 0 to 1.
        case bar(Double)
        case course([Double])
    }

    enum Target: Sendable {
        case board(BoardFilter)
        case file(StreamID)
        case inbox
    }

    let id: String
    let label: SafeText
    var measure = Measure.none
    let figure: SafeText
    var role = Theme.Role.text
    let target: Target
}

/// Figures under one heading.
struct DashboardSection: Sendable {
    let title: SafeText
    /// Said of it where it has no figures.
    var emptiness: SafeText = .empty
    let figures: [DashboardFigure]
}
