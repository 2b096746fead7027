import BoardDomain

/// What happens on the way of one challenge beside the straight course.
enum RoadTurn: String, CaseIterable, Sendable {
    // 出题与助题
    case onBehalf, returned, recalled, argumentRecused, scheduled
    // 揭榜
    case questions, amended, extended, bidWithdrawn, late, noBids, recovery
    // 资格审查与评审
    case unopenable, cure, disqualified, unqualified, memberTwice, avoided, noShow, expertDeclined,
        recused
    case reported, widened, divergence, replaced, absent, reranked, belowThreshold
    // 公示与异议
    case corrected, dismissed, appealed, upheld, withdrawnObjection, inadmissible, completed
    // 定榜与合同
    case declined, reserve, laneLapse, racing, contractReopened, refiled, waived
    // 攻关
    case contractAmended, amendmentRefused, milestoneReturned, sentBack, partial, extensionGranted
    case extensionRefused, takenOver, rejected, defects
    // 验题
    case conditional, retest, disputed, postponed, reopened, substitute, aborted, failedOnce
    // 评价与兑付
    case buyers, rated, ratingObjection, evidenceRefused, payoutReturned, payoutFailed
    case payoutRejected, entitlementWaived, queued, clawback
    // 结果
    case relaunched, cancellationUndone, sanctioned
}

/// A moment within the state in which a road comes to rest.
enum RoadMoment: String, Sendable {
    /// Every lane of a race runs; its gate waits for the decision; a verification is under way; the
    /// bidder has to complete what was returned.
    case racing, gated, verifying, milestoneReturned
}

/// Where one challenge starts, where it comes to rest, and what happens in between.
struct RoadPlan: Sendable {
    var start: Day
    /// The state in which its road ends.
    var ending: ChallengeState
    /// The moment within that state; nil for its beginning.
    var rest: RoadMoment?
    var turns: Set<RoadTurn>

    init(start: Day, ending: ChallengeState, rest: RoadMoment? = nil, turns: Set<RoadTurn>) {
        self.start = start
        self.ending = ending
        self.rest = rest
        self.turns = turns
    }

    /// Nil where a name is not one of a state or a turn.
    init?(json: JSON) {
        guard let start = json["start"]?.string.flatMap(Day.init(text:)),
            let ending = json["ending"]?.string.flatMap(ChallengeState.init(rawValue:))
        else { return nil }
        var turns: Set<RoadTurn> = []
        for name in json["turns"]?.array ?? [] {
            guard let turn = name.string.flatMap(RoadTurn.init(rawValue:)) else { return nil }
            turns.insert(turn)
        }
        self.init(start: start, ending: ending, turns: turns)
        if let name = json["rest"]?.string {
            guard let moment = RoadMoment(rawValue: name) else { return nil }
            rest = moment
        }
    }
}
