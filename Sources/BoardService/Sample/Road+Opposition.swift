import BoardDomain

/// Objections that take an unusual course, and what goes on beside the case meanwhile.
extension Road {
    /// An objection to the decision on a bid, or the proceedings for a fraud in one: the case itself
    /// does not wait for them. Nil where neither has a step to take today.
    mutating func accompany(_ found: Case) async throws -> Pause? {
        for objection in found.objections.all where objection.isOpen && runsBeside(objection) {
            let key = "objection " + objection.id
            if let day = agenda[key], now < day { continue }
            agenda[key] = instant(of: try await pursue(objection, found))
            return .until(now.adding(hours: 1))
        }
        return try await prosecute(found)
    }

    func runsBeside(_ objection: Objection) -> Bool { objection.object.machine == .bid }

    /// Whoever is out objects at once; false where nobody is, or has done so.
    mutating func objectToDisqualification(_ found: Case) async throws -> Bool {
        guard pending.contains(.requalified), let bid = found.bids.in(.disqualified).last,
            first("objection to the disqualification")
        else { return false }
        try await object(to: bid.reference, as: bidder(bid.bidder))
        return true
    }

    /// The office finds a fault of its own in the file and raises it itself (O1x).
    mutating func raiseOwnFinding(on notice: Notice) async throws -> Bool {
        guard now < notice.end, take(.ownFinding) else { return false }
        try await act("file-ex-officio", as: officer) {
            $0[F.object] = notice.reference
            $0[Objection.facts] = phrase("ownFindingFacts", focus)
            $0[Objection.basis] = phrase("objectionBasis")
        }
        return true
    }

    /// What may come before an admission: the supervisor's silence, which the clock passes on to the
    /// next (O13), and a second objection in the same matter (O3).
    mutating func beforeAdmission(
        of objection: Objection, _ found: Case
    ) async throws -> Pause? {
        if pending.contains(.escalated) {
            if first("silence over " + objection.id) { return .workdays(6) }
            _ = take(.escalated)
        }
        let twin = found.objections.all.last {
            $0.id != objection.id && $0.state == .filed && $0.object == objection.object
        }
        guard let twin, take(.merged) else { return nil }
        try await act("merge-objection", twin.reference, as: arbiter) {
            $0[Objection.into] = objection.id
            give("objectionMerge", "objectionClause", to: &$0)
        }
        return .workdays(1)
    }

    /// A decision that changes more than the scores (O6, O11); nil where none is due.
    mutating func overturn(_ objection: Objection, _ found: Case) async throws -> Pause? {
        let (remedy, reason): (Remedy, String)
        if objection.object.machine == .bid {
            guard take(.requalified) else { return nil }
            (remedy, reason) = (.requalify, "objectionRequalify")
        } else if objection.notice == nil {
            return nil
        } else if take(.winnerOut) {
            (remedy, reason) = (.disqualify, "objectionDisqualify")
        } else if take(.reevaluated) {
            (remedy, reason) = (.reevaluate, "objectionReevaluate")
        } else {
            return nil
        }
        let winner = found.bids.in(.proposed).first?.id
        try await act("decide-objection", objection.reference, as: arbiter) {
            $0[Objection.result] = .upheld
            $0[F.remedy] = remedy
            if remedy == .disqualify { $0[F.bid] = winner }
            give(reason, "objectionClause", to: &$0)
        }
        return .workdays(1)
    }
}
