import BoardDomain

/// Winners who do not want, or do not sign.
extension Road {
    /// During the notice the winner says that it will not take the award (B18): the notice runs on,
    /// and the decline acts when it ends.
    mutating func declineEarly(_ found: Case, until end: Instant) async throws -> Pause? {
        guard let winner = found.bids.in(.proposed).first, now < end, take(.declinedEarly) else {
            return nil
        }
        try await decline(winner)
        return .until(end.adding(hours: 9))
    }

    /// A reserve that was promoted to a lane thinks better of it while the lane's notice runs.
    mutating func declineLane(_ found: Case) async throws -> Pause? {
        let notice = found.notices.all.last { $0.kind == .lane }
        guard let promoted = found.bids.in(.proposed).first, let notice, now < notice.end,
            pending.contains(.laneDeclined)
        else { return nil }
        _ = take(.laneDeclined)
        try await decline(promoted)
        return .until(notice.end.adding(hours: 9))
    }

    /// The winner lets the time for its signature pass (C24b, B19).
    mutating func missSigning(_ found: Case) async throws -> Pause? {
        guard pending.contains(.awardLapsed), let winner = found.bids.in(.awarded).first,
            let contract = found.contracts.all.last(where: { $0.bid == winner.id }),
            let from = contract.awardedAt
        else { return nil }
        let until = from.adding(days: 32)
        guard now >= until else { return .until(until) }
        _ = take(.awardLapsed)
        return try await lapse(winner, fault: .bidder)
    }

    func decline(_ bid: Bid) async throws {
        try await act(
            "decline", bid.reference, as: bidder(bid.bidder), bidderSignatory(bid.bidder)
        ) { give("declineReason", "lapseClause", to: &$0) }
    }

    func lapse(_ bid: Bid, fault: LapseFault = .neither) async throws -> Pause {
        try await act("lapse-award", as: officer, reviewer) {
            $0[F.bid] = bid.id
            $0[F.fault] = fault
            give(fault == .neither ? "declineReason" : "lapseReason", "lapseClause", to: &$0)
        }
        return .workdays(1)
    }
}
