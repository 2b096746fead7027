import BoardDomain

/// A way that chance alone would seldom find: turns that only come to pass together, with the
/// ending that leaves them room.
struct RoadPath: Sendable {
    /// Turns that are dealt on this path and nowhere else.
    let own: Set<RoadTurn>
    /// Turns that chance deals as well, and that those of the path need.
    let beside: Set<RoadTurn>
    let ending: ChallengeState
    /// Lanes of the race that it needs; nil for a call with one winner.
    let lanes: Int?

    init(
        _ own: Set<RoadTurn>, beside: Set<RoadTurn> = [], to ending: ChallengeState = .concluded,
        lanes: Int? = nil
    ) {
        self.own = own
        self.beside = beside
        self.ending = ending
        self.lanes = lanes
    }

    /// Every path: together they take every row of the table.
    static let all: [RoadPath] = [
        ordinary, beforeTheList, answering, judging, contested, awarding, working, marketed,
        handedOver, heldUp,
    ].flatMap(\.self)

    /// Turns that belong to paths: chance deals the others.
    static let turns: Set<RoadTurn> = all.reduce(into: []) { $0.formUnion($1.own) }

    /// Of the county's challenges those that a path can go on.
    func fits(_ challenge: County.Challenge) -> Bool {
        let isRace = challenge.terms[F.mode] == .racing
        let hasOption = challenge.terms[F.indicators].contains { !$0.isMust }
        let needsOption = !own.union(beside).isDisjoint(with: [.conditional, .conditionsLapsed])
        guard hasOption || !needsOption else { return false }
        return isRace ? challenge.terms[F.lanes] == lanes : lanes == nil
    }

    /// Needs nearly all the time that a simulation has: rechecks a year after the market, claims that
    /// nobody makes, money that never comes back.
    var isLong: Bool {
        ending == .postReviewed || !own.isDisjoint(with: [.unclaimed, .writtenOff])
    }

    /// The plan of a road on this path.
    func plan(from start: Day) -> RoadPlan {
        RoadPlan(start: start, ending: ending, turns: own.union(beside))
    }
}

extension RoadPath {
    /// 企业出题、政府助题
    static let beforeTheList: [RoadPath] = [
        RoadPath([.abandoned], beside: [.returned], to: .withdrawn),
        RoadPath([.budgetLost, .argumentReported], beside: [.argumentRecused]),
    ]

    /// 平台答题
    static let answering: [RoadPath] = [
        RoadPath([.unanswered, .bidDiscarded, .withdrawalUnsigned]),
        RoadPath([.cancelledEarly, .cancellationCorrected], to: .cancelled),
        RoadPath([], beside: [.noBids, .relaunched], to: .unsuccessful),
    ]

    /// 资格审查与评审
    static let judging: [RoadPath] = [
        RoadPath([.cureLapsed], beside: [.cure, .reranked]),
        RoadPath([.requalified], beside: [.disqualified]),
        RoadPath([.shrunk, .lateConflict]),
        RoadPath([.orderedOut, .revealedEarly]),
        RoadPath([.fraudInBid], beside: [.disqualified]),
        RoadPath([.bidderRestricted]),
        // Once more, for where the other one meets with a restriction from elsewhere.
        RoadPath([.bidderRestricted], beside: [.corrected]),
    ]

    /// 公示与异议
    static let contested: [RoadPath] = [
        RoadPath([.winnerOut, .merged], to: .postReviewed),
        RoadPath([.reevaluated, .ownFinding, .escalated]),
        RoadPath([.unmasked], to: .revoked),
    ]

    /// 定榜
    static let awarding: [RoadPath] = [
        RoadPath([.declinedEarly, .awardLapsed]),
        RoadPath([.declinedEarly]),
        RoadPath([.laneDeclined], beside: [.racing, .laneLapse], to: .executing, lanes: 2),
        RoadPath([], beside: [.racing, .laneLapse], lanes: 3),
    ]
}
