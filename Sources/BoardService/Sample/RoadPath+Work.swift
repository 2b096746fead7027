extension RoadPath {
    /// 攻关与验题: what changes, fails, is contested or ends before its time.
    static let working: [RoadPath] = [
        RoadPath([.leadChanged, .dissent, .protocolRevised, .retestRemedied]),
        RoadPath([.mustRelaxed, .checkedBack, .conditionsLapsed, .rejectionAnnulled]),
        RoadPath([.amendmentWithdrawn, .partClosed, .terminationAnnulled]),
        RoadPath([.terminationAnnulled]),
        RoadPath([.amendmentLapsed, .extensionWithdrawn, .enterpriseSilent]),
        RoadPath([.groundWithdrawn]),
        RoadPath([.gateDue], lanes: 3),
        RoadPath([.gateAnnulled], lanes: 2),
        RoadPath([.cancelledLate], to: .cancelled),
    ]

    /// 市场评价
    static let marketed: [RoadPath] = [
        RoadPath([.evidenceWithdrawn, .collectionClosed, .ratingReopened]),
        RoadPath([.relatedBuyer, .shareDisputed]),
    ]
}
