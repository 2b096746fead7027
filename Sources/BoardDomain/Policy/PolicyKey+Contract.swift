// Contracts, milestones, races and verification (K1–K19, M1–M21, T1–T18).

extension PolicyKey where Value == Int {
    /// Calendar days from the award to the signatures.
    package static var signMaxDays: PolicyKey<Int> {
        PolicyKey("sign.maxDays", .days)
    }
    /// Calendar days added to sign again after a refused registration.
    package static var signCorrectDays: PolicyKey<Int> {
        PolicyKey("sign.correctDays", .days)
    }
    /// Calendar days for the registrar to decide.
    package static var registrationDecideDays: PolicyKey<Int> {
        PolicyKey("registration.decideDays", .days)
    }
    /// Calendar days after which an unsigned amendment drops.
    package static var amendmentDays: PolicyKey<Int> {
        PolicyKey("amendment.days", .days)
    }
    /// Workdays for the enterprise to accept a delivery.
    package static var contractAcceptWorkdays: PolicyKey<Int> {
        PolicyKey("contract.acceptWorkdays", .workdays)
    }
    /// Extensions of a milestone, at most.
    package static var extensionMaxTimes: PolicyKey<Int> {
        PolicyKey("extension.maxTimes", .count, 0...100)
    }
    /// Days of all extensions together.
    package static var extensionMaxDays: PolicyKey<Int> {
        PolicyKey("extension.maxDays", .days)
    }
    /// Longest duration of a contract.
    package static var milestoneMaxDurationDays: PolicyKey<Int> {
        PolicyKey("milestone.maxDurationDays", .days)
    }
    /// Workdays for each step of a milestone's approval.
    package static var milestoneReviewWorkdays: PolicyKey<Int> {
        PolicyKey("milestone.reviewWorkdays", .workdays)
    }
    /// Reworks after a failed verification, at most.
    package static var milestoneReworks: PolicyKey<Int> {
        PolicyKey("milestone.reworks", .count, 0...100)
    }
    /// Calendar days to rework.
    package static var milestoneReworkDays: PolicyKey<Int> {
        PolicyKey("milestone.reworkDays", .days)
    }
    /// Times the enterprise may return a milestone.
    package static var milestoneMaxReturns: PolicyKey<Int> {
        PolicyKey("milestone.maxReturns", .count, 0...100)
    }
    /// Review steps of silence after which the bureau takes over.
    package static var milestoneTakeOverSteps: PolicyKey<Int> {
        PolicyKey("milestone.takeOverSteps", .count, 1...100)
    }
    /// Calendar days to decide about the contract after a failed must.
    package static var milestoneNotMetDecideDays: PolicyKey<Int> {
        PolicyKey("milestone.notMetDecideDays", .days)
    }
    /// Overdue days after which the bureau decides about the contract.
    package static var milestoneOverdueDays: PolicyKey<Int> {
        PolicyKey("milestone.overdueDays", .days)
    }
    /// Lanes of a race, at most.
    package static var racingMaxLanes: PolicyKey<Int> {
        PolicyKey("racing.maxLanes", .count, 1...100)
    }
    /// Lanes kept after the gate of a race.
    package static var raceKeep: PolicyKey<Int> {
        PolicyKey("race.keep", .count, 1...100)
    }
    /// Grace after the last due of a gate.
    package static var raceGraceDays: PolicyKey<Int> {
        PolicyKey("race.graceDays", .days)
    }
    /// Workdays to sign a verification protocol.
    package static var protocolFreezeWorkdays: PolicyKey<Int> {
        PolicyKey("protocol.freezeWorkdays", .workdays)
    }
    /// Workdays of notice before a verification.
    package static var verificationNoticeWorkdays: PolicyKey<Int> {
        PolicyKey("verification.noticeWorkdays", .workdays)
    }
    /// Workdays to countersign a report.
    package static var verificationCountersignWorkdays: PolicyKey<Int> {
        PolicyKey("verification.countersignWorkdays", .workdays)
    }
    /// Calendar days to close conditions.
    package static var verificationConditionDays: PolicyKey<Int> {
        PolicyKey("verification.conditionDays", .days)
    }
    /// Workdays to dispute a report or result.
    package static var verificationDisputeWorkdays: PolicyKey<Int> {
        PolicyKey("verification.disputeWorkdays", .workdays)
    }
    /// Workdays to order a retest.
    package static var retestOrderWorkdays: PolicyKey<Int> {
        PolicyKey("retest.orderWorkdays", .workdays)
    }
    /// Calendar days for a retest.
    package static var retestMaxDays: PolicyKey<Int> {
        PolicyKey("retest.maxDays", .days)
    }
}
