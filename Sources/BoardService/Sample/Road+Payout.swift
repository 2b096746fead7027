import BoardDomain

/// 兑付: what each approved milestone entitles to, paid step by step.
extension Road {
    /// One step of the payouts that wait; nil where none does.
    mutating func payOut(_ found: Case) async throws -> Pause? { nil }
}
