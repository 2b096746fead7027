package import BoardDomain
import BoardEventLog

extension LocalBoard {
    /// The board in numbers, of what a viewer may know: a draft is counted for those who see it.
    ///
    /// - Parameter year: of the cases' making and of the pools.
    package func statistics(
        year: Int?, as person: PersonID?
    ) async throws -> BoardStatistics {
        try await refreshStanding()
        var query = CaseQuery()
        query.year = year
        query.limit = .max
        query.scope = try await scope(of: person)
        let pools = try await pools(as: person).filter { year == nil || $0.year == year }
        return BoardStatistics(
            year: year, rows: try await log.cases(query),
            stays: try await log.stays(in: query.scope), pools: pools,
            overdue: query.scope == .everything
                ? try await log.overdueDuties(year: year) : nil)
    }
}
