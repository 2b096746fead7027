import BoardDomain

/// Objections to what was decided during the work and about the market, which the plan has upheld.
extension Road {
    /// Files the one that the plan has in store for a decision just taken; nil where there is none.
    mutating func contest(_ found: Case) async throws -> Pause? {
        for (object, person) in try contestable(found)
        where first("objection to " + object.text) {
            try await self.object(
                to: object, as: person, because: "contestFacts", asking: "contestRequest")
            return .workdays(1)
        }
        return nil
    }

    /// What an objection comes to, and the turn that wants it so; nil where it is dismissed, or
    /// where the road of a notice decides.
    func upholding(_ objection: Objection) -> (turn: RoadTurn, remedy: Remedy)? {
        let known: [Machine: (turn: RoadTurn, remedy: Remedy)] = [
            .milestone: (.rejectionAnnulled, .annul), .contract: (.terminationAnnulled, .annul),
            .gate: (.gateAnnulled, .annul), .verification: (.retestRemedied, .retest),
            .evaluation: (.ratingReopened, .recheck),
        ]
        return known[objection.object.machine].flatMap { pending.contains($0.turn) ? $0 : nil }
    }

    private func contestable(
        _ found: Case
    ) throws -> [(object: ObjectReference, person: PersonID)] {
        var decided: [(ObjectReference, contract: String)] = []
        if pending.contains(.rejectionAnnulled) {
            decided += found.milestones.in(.notMet).map { ($0.reference, $0.contract) }
        }
        if pending.contains(.terminationAnnulled) {
            decided += found.contracts.in(.terminated).map { ($0.reference, $0.id) }
        }
        if pending.contains(.gateAnnulled), let loser = found.contracts.in(.terminated).last {
            decided += found.gates.in(.decided).map { ($0.reference, loser.id) }
        }
        if pending.contains(.retestRemedied) {
            decided += found.verifications.in(.passed, .failed).filter { !$0.isFirm }.compactMap {
                verification in
                found.milestones[verification.milestone].map {
                    (verification.reference, $0.contract)
                }
            }
        }
        if pending.contains(.ratingReopened) {
            decided += found.evaluations.in(.rated).map { ($0.reference, $0.contract) }
        }
        return try decided.map { object, contract in
            (object, try bidder(found.contracts[contract]?.bidder ?? ""))
        }
    }
}
