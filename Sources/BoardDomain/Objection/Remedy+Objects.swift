extension Remedy {
    /// What can be ordered about an object, by the kind of the notice that was objected to and the
    /// state that the object is in (§6, O11).
    static func accepted(for objection: Objection, in turn: Turn) -> Set<Remedy> {
        let kind = objection.kind(in: turn)
        let special: Set<Remedy> =
            switch objection.object.machine {
            case .challenge:
                kind == .cancellation ? [.annul] : [.rescore, .disqualify, .reevaluate, .cancel]
            case .bid: kind == .lane ? [.disqualify] : ofEligibility(objection.object, in: turn)
            case .verification: [.retest]
            case .evaluation: [.recheck]
            case .payout: [.correctPayout]
            case .milestone, .contract, .gate, .sanction: [.annul]
            default: []
            }
        return special.union(kind == nil ? [.uphold] : [.uphold, .correctNotice])
    }

    private static func ofEligibility(_ bid: ObjectReference, in turn: Turn) -> Set<Remedy> {
        turn.caseIfAny?.bids[bid.id]?.state == .disqualified ? [.requalify] : [.disqualify]
    }
}
