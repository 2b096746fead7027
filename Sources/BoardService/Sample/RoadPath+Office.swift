extension RoadPath {
    /// 交接: who runs a case, opens its bids and watches over it changes on the way.
    static let handedOver: [RoadPath] = [
        RoadPath([.officerLeft, .openerLeft, .supervisorNamed, .sentToBureau]),
        RoadPath([.officerSuspended, .paidOnBehalf, .payoutObjected, .payoutCorrected]),
    ]

    /// 兑付受阻: what holds a payout up, or is never paid.
    static let heldUp: [RoadPath] = [
        // The market is closed early, so that the time to claim is over before the board's last day.
        RoadPath([.payeeRestricted, .unclaimed], beside: [.rated]),
        RoadPath([.writtenOff]),
        RoadPath([.settledInPart], to: .terminated),
    ]
}
