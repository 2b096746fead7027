// Market evaluation, payouts, claw-back and the pool (E1–E13, Y1–Y19, L1–L10).

extension PolicyKey where Value == Int {
    /// Months of market evaluation.
    package static var marketEvalWindow: PolicyKey<Int> {
        PolicyKey("marketEval.window", .months)
    }
    /// Months from the end of the evaluation to its recheck.
    package static var marketEvalRecheck: PolicyKey<Int> {
        PolicyKey("marketEval.recheck", .months)
    }
    /// Workdays to check the evidence.
    package static var marketEvalCheckWorkdays: PolicyKey<Int> {
        PolicyKey("marketEval.checkWorkdays", .workdays)
    }
    /// Months from conclusion to post-review.
    package static var postReviewMonths: PolicyKey<Int> {
        PolicyKey("postReview.months", .months)
    }
    /// Workdays from the request to the payment.
    package static var payoutSlaWorkdays: PolicyKey<Int> {
        PolicyKey("payout.slaWorkdays", .workdays)
    }
    /// Workdays to order a failed payment again.
    package static var payoutRetryWorkdays: PolicyKey<Int> {
        PolicyKey("payout.retryWorkdays", .workdays)
    }
    /// Calendar days to claim an entitlement.
    package static var entitlementClaimDays: PolicyKey<Int> {
        PolicyKey("entitlement.claimDays", .days)
    }
    /// Reminders before an unclaimed entitlement is waived.
    package static var entitlementReminders: PolicyKey<Int> {
        PolicyKey("entitlement.reminders", .count, 1...100)
    }
    /// Calendar days to pay back a claw-back.
    package static var recoverDays: PolicyKey<Int> {
        PolicyKey("recover.days", .days)
    }
}

extension PolicyKey where Value == Money {
    /// Cap of the R&D award.
    package static var rdAwardCap: PolicyKey<Money> {
        PolicyKey("rdAward.cap", .fen)
    }
    /// Yearly allotment below which opening the pool warns.
    package static var poolJbgsMinPerYear: PolicyKey<Money> {
        PolicyKey("pool.jbgs.minPerYear", .fen)
    }
}
