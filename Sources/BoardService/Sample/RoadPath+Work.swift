import BoardDomain

extension RoadPath {
    /// 攻关: milestones, amendments and verifications that do not go as they should.
    static let working: [RoadPath] = [
        RoadPath([.leadChanged, .dissent, .protocolRevised]),
        RoadPath([.mustRelaxed, .checkedBack]),
        RoadPath([.amendmentWithdrawn, .partClosed]),
        RoadPath([.amendmentLapsed, .extensionWithdrawn, .enterpriseSilent]),
        RoadPath([.groundWithdrawn, .conditionsLapsed]),
        RoadPath([.retestRemedied]),
        RoadPath([.rejectionAnnulled]),
        RoadPath([.gateDue], lanes: 3),
        RoadPath([.gateAnnulled], lanes: 3),
    ]

    /// What ends before its time, or would have.
    static let ended: [RoadPath] = [
        RoadPath([.terminationAnnulled]),
        RoadPath([.cancelledLate], to: .cancelled),
    ]

    /// 市场评价
    static let marketed: [RoadPath] = [
        RoadPath([.collectionClosed, .shareDisputed]),
        RoadPath([.evidenceWithdrawn, .ratingReopened]),
        RoadPath([.relatedBuyer], to: .postReviewed),
    ]
}

extension RoadTurn {
    /// Whether a challenge can take this turn at all.
    func suits(_ terms: Record) -> Bool {
        switch self {
        case .conditional, .conditionsLapsed: terms[F.indicators].contains { !$0.isMust }
        default: true
        }
    }
}
