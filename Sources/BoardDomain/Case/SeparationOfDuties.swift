/// Who may not be whom in one case (§1), judged from the case's own events, by natural person.
package enum SeparationOfDuties {
    private static let enterpriseSide: Set<Capacity> = [
        .enterprise, .enterpriseSignatory, .workshop,
    ]
    private static let bidderSide: Set<Capacity> = [.bidder, .bidderSignatory]

    /// The capacities that exclude one another, as groups: two capacities of one group pair may not
    /// be filled by one person.
    private static let exclusions: [(Set<Capacity>, Set<Capacity>)] = [
        // submitter ≠ approver
        (
            enterpriseSide.union(bidderSide),
            [.caseOfficer, .reviewer, .financeReviewer, .payer, .supervisor]
        ),
        ([.caseOfficer], [.reviewer, .financeReviewer, .payer, .supervisor]),
        ([.reviewer], [.financeReviewer, .payer, .supervisor]),
        ([.financeReviewer], [.payer, .supervisor]),
        ([.payer], [.supervisor]),
        // B1: the bidder is not the enterprise
        (enterpriseSide, bidderSide),
        // EXP ∉ {ENT, BID, ARG, LIA of the enterprise}, nor one of those who run the procedure
        (
            [.panelExpert, .panelChair],
            enterpriseSide.union(bidderSide).union([
                .argumentExpert, .argumentChair, .liaison, .caseOfficer, .reviewer, .supervisor,
                .financeReviewer, .payer,
            ])
        ),
        // ARG may later not bid
        (
            [.argumentExpert, .argumentChair],
            enterpriseSide.union(bidderSide).union([.caseOfficer, .reviewer])
        ),
        ([.laboratory], bidderSide.union([.enterprise, .enterpriseSignatory])),
        ([.buyer], enterpriseSide.union(bidderSide)),
        (
            [.administrator],
            Set(Capacity.allCases).subtracting([.administrator, .ownSignatory, .oneself])
        ),
    ]

    private static func exclude(_ one: Capacity, _ other: Capacity) -> Bool {
        exclusions.contains {
            $0.0.contains(one) && $0.1.contains(other) || $0.0.contains(other) && $0.1.contains(one)
        }
    }

    /// What an act in the turn's capacity would break for the turn's person; nil where nothing.
    static func breach(of turn: Turn) -> Breach? {
        guard case .person(let person) = turn.signature.actor, turn.caseIfAny != nil else {
            return nil
        }
        let capacity = turn.signature.capacity
        let earlier = turn.docket.acts.first {
            $0.person == person && exclude($0.capacity, capacity)
        }
        return earlier.map {
            Breach(
                .incompatibleRoles, given: .string(capacity.rawValue), accepted: nil,
                [
                    "person": .string(person), "earlier": .string($0.capacity.rawValue),
                    "rule": .string($0.rule),
                ])
        }
    }
}
