package import BoardDomain
import BoardEventLog

/// When something has to happen in a case next, as far as a viewer may know.
package struct CaseClock: Sendable, Hashable {
    package let due: Instant
    package let isOverdue: Bool
    /// Negative once it is over.
    package let workdaysLeft: Int
}

extension LocalBoard {
    /// How many of the cases that a viewer may see have each value of a facet.
    package func tally(
        _ query: CaseQuery, by facet: CaseFacet, as person: PersonID?
    ) async throws -> [CaseTally] {
        guard let query = try await seen(query, by: person) else { return [] }
        return try await log.tally(query, by: facet)
    }

    /// What is asked for, of what a person may see; nil where only officials are told.
    func seen(_ query: CaseQuery, by person: PersonID?) async throws -> CaseQuery? {
        var query = query
        query.scope = try await scope(of: person)
        guard query.scope == .everything || !query.isOverdue else { return nil }
        return query
    }

    /// The clocks of cases by their ids: while bids come in the deadline, and for those who know of
    /// every case the first duty that has a due instant.
    package func clocks(
        of rows: [CaseRow], as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [String: CaseClock] {
        let now = instant ?? settings.now()
        try await refreshStanding()
        let calendar = settings.calendar(with: standing.loadedYears)
        var duties: [String: FirstDuty] = [:]
        if try await scope(of: person) == .everything {
            let streams = Set(rows.map { StreamID(.challenge, $0.id).text })
            for duty in try await log.firstDuties(in: streams) { duties[duty.stream] = duty }
        }
        var clocks: [String: CaseClock] = [:]
        for row in rows {
            let duty = duties[StreamID(.challenge, row.id).text]
            let isOpen = row.state == ChallengeState.open.rawValue
            let deadline = isOpen ? row.deadline : nil
            guard let due = [deadline, duty?.due].compactMap(\.self).min() else { continue }
            clocks[row.id] = CaseClock(
                due: due, isOverdue: duty?.overdue ?? false || due < now,
                workdaysLeft: calendar.workdaysLeft(from: now.day, to: due.day))
        }
        return clocks
    }
}

extension WorkdayCalendar {
    /// Workdays until a day, negative after it.
    func workdaysLeft(from now: Day, to due: Day) -> Int {
        workdaysBetween(now, due) - workdaysBetween(due, now)
    }
}
