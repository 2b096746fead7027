import BoardDomain

/// What happens on the way of one challenge beside the straight course.
enum RoadTurn: String, CaseIterable, Sendable {
    // 出题与助题
    case onBehalf, returned, recalled, argumentRecused, scheduled
    case abandoned, argumentReported, budgetLost
    // 揭榜
    case questions, amended, extended, bidWithdrawn, late, noBids, recovery
    case unanswered, bidDiscarded, withdrawalUnsigned, cancelledEarly, cancellationCorrected
    // 资格审查与评审
    case unopenable, cure, disqualified, unqualified, memberTwice, avoided, noShow, expertDeclined,
        recused
    case reported, widened, divergence, replaced, absent, reranked, belowThreshold
    case cureLapsed, requalified, fraudInBid, bidderRestricted, shrunk, orderedOut, lateConflict,
        revealedEarly
    // 公示与异议
    case corrected, dismissed, appealed, upheld, withdrawnObjection, inadmissible, completed
    case winnerOut, reevaluated, ownFinding, merged, escalated, unmasked
    // 定榜与合同
    case declined, reserve, laneLapse, racing, contractReopened, refiled, waived
    case declinedEarly, awardLapsed, laneDeclined
    // 攻关
    case contractAmended, amendmentRefused, milestoneReturned, sentBack, partial, extensionGranted
    case extensionRefused, takenOver, rejected, defects, manyDocuments
    // 验题
    case conditional, retest, disputed, postponed, reopened, substitute, aborted, failedOnce
    // 评价与兑付
    case buyers, rated, ratingObjection, evidenceRefused, payoutReturned, payoutFailed
    case payoutRejected, entitlementWaived, queued, clawback
    // 交接
    case officerLeft, officerSuspended, openerLeft, supervisorNamed
    // 兑付受阻
    case paidOnBehalf, sentToBureau, payoutObjected, payoutCorrected, payeeRestricted, unclaimed
    case writtenOff, settledInPart
    // 结果
    case relaunched, cancellationUndone, sanctioned, contactErased
    // 攻关中的变故
    case leadChanged, mustRelaxed, amendmentWithdrawn, amendmentLapsed, groundWithdrawn
    case terminationAnnulled, dissent, checkedBack, partClosed, rejectionAnnulled
    case extensionWithdrawn, enterpriseSilent, protocolRevised, conditionsLapsed, retestRemedied
    case gateDue, gateAnnulled, cancelledLate
    case shareDisputed, collectionClosed, evidenceWithdrawn, relatedBuyer, ratingReopened
}

/// Where something waits on a road for whoever is next: `milestone 2 approving`, `gate ready`.
struct RoadRest: Hashable, Sendable {
    let machine: Machine
    /// A milestone's sequence, a payout's place in its case; nil for any.
    let number: Int?
    let state: String

    init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let machine = words.first.flatMap(Machine.init(rawValue:)), let state = words.last,
            words.count == 2 || words.count == 3 && Int(words[1]) != nil
        else { return nil }
        self.machine = machine
        self.state = state
        number = words.count == 3 ? Int(words[1]) : nil
    }
}

/// The day on which a milestone is due; the road's other milestones lie around it.
struct RoadAnchor: Hashable, Sendable {
    let milestone: Int
    let due: Day
}

/// Where one challenge starts, where it comes to rest, and what happens in between.
struct RoadPlan: Sendable {
    var start: Day
    /// The state in which its road ends.
    var ending: ChallengeState
    /// What is left to whoever looks at the board.
    var rests: Set<RoadRest> = []
    var anchor: RoadAnchor?
    var turns: Set<RoadTurn>

    init(start: Day, ending: ChallengeState, turns: Set<RoadTurn>) {
        self.start = start
        self.ending = ending
        self.turns = turns
    }

    /// Nil where a name is not one of a state, a turn or a rest.
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
        for text in json["rests"]?.array ?? [] {
            guard let rest = text.string.flatMap(RoadRest.init(text:)) else { return nil }
            rests.insert(rest)
        }
        if let json = json["anchor"] {
            guard let milestone = json["milestone"]?.integer,
                let due = json["due"]?.string.flatMap(Day.init(text:))
            else { return nil }
            anchor = RoadAnchor(milestone: Int(milestone), due: due)
        }
    }
}
