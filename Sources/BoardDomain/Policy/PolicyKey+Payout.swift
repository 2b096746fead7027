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
    /// Points of the market rating for the value shown.
    package static var marketEvalWeightValue: PolicyKey<Int> {
        PolicyKey("marketEval.weightValue", .points, 0...100)
    }
    /// Points of the market rating for the number of customers.
    package static var marketEvalWeightCustomers: PolicyKey<Int> {
        PolicyKey("marketEval.weightCustomers", .points, 0...100)
    }
    /// Points of the market rating for first sets, repeat purchases and adoptions.
    package static var marketEvalWeightEndorsement: PolicyKey<Int> {
        PolicyKey("marketEval.weightEndorsement", .points, 0...100)
    }
    /// Points of the market rating for customers' ratings.
    package static var marketEvalWeightSatisfaction: PolicyKey<Int> {
        PolicyKey("marketEval.weightSatisfaction", .points, 0...100)
    }
    /// Customers that bring all points for customers.
    package static var marketEvalCustomersFull: PolicyKey<Int> {
        PolicyKey("marketEval.customersFull", .count, 1...1000)
    }
    /// Endorsements that bring all points for them.
    package static var marketEvalEndorsementsFull: PolicyKey<Int> {
        PolicyKey("marketEval.endorsementsFull", .count, 1...1000)
    }
    /// Points from which the market rating is 优秀.
    package static var marketEvalExcellent: PolicyKey<Int> {
        PolicyKey("marketEval.excellent", .points, 0...100)
    }
    /// Points from which the market rating is 良好.
    package static var marketEvalGood: PolicyKey<Int> {
        PolicyKey("marketEval.good", .points, 0...100)
    }
    /// Points from which the market rating is 合格.
    package static var marketEvalQualified: PolicyKey<Int> {
        PolicyKey("marketEval.qualified", .points, 0...100)
    }
    /// Basis points of the base that the R&D award comes to, before its cap.
    package static var rdAwardRatio: PolicyKey<Int> {
        PolicyKey("rdAward.ratioBasisPoints", .count, 0...10000)
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
