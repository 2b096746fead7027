extension Payout {
    /// Each step waits for one capacity; one clock runs over all of them, from the submission to the
    /// money (Y12), so that a late payout is overdue once.
    static let duties: [Duty] = [
        .of(
            "Y16", act: "Claim", states: [PayoutState.draft], awaits: [.bidder, .bidderSignatory],
            command: "submit", respectsHold: true,
            applies: { $0.ownEntitlement?.state == .open },
            due: { turn in turn.ownPayout.flatMap(turn.claimDue(of:)) }),
        .of(
            "Y12", act: "Payout",
            states: [
                PayoutState.submitted, .caseChecked, .finReviewed, .noticed, .approved, .queued,
                .ordered,
            ], awaits: [], command: nil, respectsHold: true, due: { $0.ownPayout?.due($0) }),
        .of(
            "Y4", act: "PayoutCheck", states: [PayoutState.submitted], awaits: [.caseOfficer],
            command: "check", respectsHold: true),
        .of(
            "Y6", act: "PayoutReview", states: [PayoutState.caseChecked],
            awaits: [.financeReviewer], command: "review", respectsHold: true),
        .of(
            "Y7", act: "PayoutNotice", states: [PayoutState.finReviewed],
            awaits: [.caseOfficer], command: "publish-payout", respectsHold: true),
        .of(
            "Y8", act: "PayoutApproval", states: [PayoutState.noticed], awaits: [.reviewer],
            command: "approve", respectsHold: true,
            applies: { turn in turn.noticeHasEnded(on: turn.subject, kind: .payout) }),
        .of(
            "Y11", act: "PaymentOrder", states: [PayoutState.approved], awaits: [.payer],
            command: "order", respectsHold: true),
        .of(
            "Y12", act: "PaymentConfirmation", states: [PayoutState.ordered], awaits: [.payer],
            command: "confirm"),
        .of(
            "Y13", act: "PaymentRetry", states: [PayoutState.failed], awaits: [.payer],
            command: "order", respectsHold: true,
            due: { turn in turn.workdays(.payoutRetryWorkdays, after: turn.since) }),
        .of(
            "Y17", act: "Recovery", states: [PayoutState.recovering],
            awaits: [.bidder, .payer], command: "receive", due: { $0.ownPayout?.recoverUntil }),
    ]
}
