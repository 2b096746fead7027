import BoardDomain

extension RoadPath {
    /// What chance deals as well: here each turn has a road on which it really comes to pass.
    static let ordinary: [RoadPath] = [
        RoadPath([], beside: [.onBehalf, .recalled, .scheduled, .questions, .cure]),
        RoadPath([], beside: [.returned, .late]),
        RoadPath([], beside: [.amended, .extended, .bidWithdrawn]),
        RoadPath([], beside: [.recovery, .avoided, .noShow, .expertDeclined, .recused, .reported]),
        RoadPath([], beside: [.memberTwice, .replaced, .absent]),
        RoadPath([], beside: [.widened, .corrected, .inadmissible, .withdrawnObjection]),
        RoadPath([.contactErased], beside: [.completed, .appealed]),
        RoadPath([], beside: [.upheld, .contractReopened, .refiled, .divergence]),
        RoadPath([], beside: [.declined, .waived]),
        RoadPath([], beside: [.contractAmended, .milestoneReturned, .sentBack]),
        RoadPath([], beside: [.amendmentRefused, .extensionGranted, .manyDocuments]),
        RoadPath([], beside: [.extensionRefused, .takenOver, .defects]),
        RoadPath([], beside: [.conditional, .aborted, .reopened]),
        RoadPath([], beside: [.retest, .postponed]),
        RoadPath([], beside: [.disputed, .substitute, .failedOnce]),
        RoadPath([], beside: [.buyers, .rated, .ratingObjection], to: .postReviewed),
        RoadPath([], beside: [.partial, .evidenceRefused, .payoutReturned, .payoutFailed]),
        RoadPath([], beside: [.payoutRejected, .entitlementWaived, .clawback]),
        RoadPath([], beside: [.unopenable], to: .unsuccessful),
        RoadPath([], beside: [.unqualified], to: .unsuccessful),
        RoadPath([], beside: [.belowThreshold], to: .unsuccessful),
        RoadPath([], beside: [.rejected], to: .terminated),
        RoadPath([], beside: [.cancellationUndone]),
        RoadPath([], to: .withdrawn),
        RoadPath([], to: .rejected),
        RoadPath([], to: .cancelled),
        RoadPath([], to: .revoked),
        RoadPath([], to: .terminated),
        RoadPath([], beside: [.racing], to: .postReviewed, lanes: 3),
    ]
}
