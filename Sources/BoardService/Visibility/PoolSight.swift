package import BoardDomain

/// A budget pool as somebody may know it; amounts in 分.
///
/// What is held for challenges, and with it what is free, is the officials' alone: it moves with every
/// approval (C6), so that before and after it tell the county's share of a challenge that is not
/// published yet.
package struct PoolSight: Sendable, Hashable {
    package let name: String
    package let state: PoolState
    package let year: Int
    package let basis: String
    package let allotted: Money
    package let recovered: Money
    package let committed: Money
    package let paid: Money
    /// Nil for whoever is no official.
    package let reserved: Money?
    /// Nil for whoever is no official.
    package let free: Money?

    init(_ pool: Pool, isOfficial: Bool) {
        name = pool.name
        state = pool.state
        year = pool.year
        basis = pool.basis
        allotted = pool.allotted
        recovered = pool.recovered
        committed = pool.totalCommitted
        paid = pool.paid
        reserved = isOfficial ? pool.totalReserved : nil
        free = isOfficial ? pool.free : nil
    }
}

extension LocalBoard {
    /// All pools by name.
    package func pools(
        as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [PoolSight] {
        try await refreshStanding()
        let held = person.map {
            standing.directory.appointments(of: $0, at: instant ?? settings.now())
        }
        let isOfficial = (held ?? []).contains { Role.officials.contains($0.role) }
        return standing.pools.values.compactMap { ($0.aggregate as? PoolFile)?.pool }
            .map { PoolSight($0, isOfficial: isOfficial) }.sorted { $0.name < $1.name }
    }
}
