/// A policy under which an organisation claims money without a challenge (§10).
package enum ClaimPolicy: String, ChoiceValue {
    /// 企业研发奖励, at most 15 万元 an enterprise.
    case rdAward = "RD-AWARD"

    package func cap(_ policy: Policy) -> Money {
        switch self {
        case .rdAward: policy[.rdAwardCap]
        }
    }

    /// Basis points of the base.
    package func ratio(_ policy: Policy) -> BasisPoints {
        switch self {
        case .rdAward: BasisPoints(policy[.rdAwardRatio]) ?? .whole
        }
    }
}

/// `min(asked, cap, floor(ratio × base / 10000), left)`, with what made it so low (Y1).
package struct ClaimAmount: Hashable, Sendable {
    package let amount: Money
    /// The limit that binds; of several equal ones the one that the claimant knows first.
    package let why: EntitlementGround

    package init(asked: Money, base: Money, cap: Money, ratio: BasisPoints, left: Money) {
        var lowest = (amount: asked, why: EntitlementGround.asked)
        let limits: [(Money, EntitlementGround)] = [
            (base.share(basisPoints: ratio), .ratio), (cap, .cap), (max(left, .zero), .left),
        ]
        for (limit, why) in limits where limit < lowest.amount { lowest = (limit, why) }
        (amount, why) = lowest
    }
}
