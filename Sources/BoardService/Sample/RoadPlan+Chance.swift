import BoardDomain

extension RoadPlan {
    /// A plan by chance: endings by weight, and turns so that every one of them comes up in a
    /// simulation of some size.
    static func drawn(
        _ index: Int, isRace: Bool, from start: Day, dice: inout Dice
    ) -> RoadPlan {
        var turns = Set<RoadTurn>()
        // Two turns in their order, one by chance.
        let all = RoadTurn.allCases.filter { !RoadPath.turns.contains($0) }
        turns.insert(all[index * 2 % all.count])
        turns.insert(all[(index * 2 + 1) % all.count])
        turns.insert(all[dice.roll(0...all.count - 1)])
        let ending = ending(for: turns, dice: &dice)
        return RoadPlan(
            start: start, ending: ending,
            turns: turns.filter { $0.fits(ending, isRace: isRace, beside: turns) })
    }

    private static let weights: [(ChallengeState, Int)] = [
        (.concluded, 50), (.postReviewed, 20), (.executing, 6), (.marketEval, 5), (.terminated, 4),
        (.cancelled, 3), (.revoked, 3), (.withdrawn, 2), (.rejected, 2), (.pooled, 2),
        (.settling, 1), (.open, 1), (.disputed, 1),
    ]

    /// Some turns are an ending of their own.
    private static func ending(for turns: Set<RoadTurn>, dice: inout Dice) -> ChallengeState {
        if !turns.isDisjoint(with: RoadTurn.failures) { return .unsuccessful }
        if turns.contains(.rejected) { return .terminated }
        var left = dice.roll(1...weights.reduce(0) { $0 + $1.1 })
        for (state, weight) in weights {
            left -= weight
            if left <= 0 { return state }
        }
        return .concluded
    }
}

extension RoadTurn {
    /// Turns that fail a call.
    static let failures: Set<RoadTurn> = [.noBids, .unqualified, .belowThreshold, .unopenable]

    /// Whether a turn can come to pass on a road with this ending.
    func fits(_ ending: ChallengeState, isRace: Bool, beside turns: Set<RoadTurn>) -> Bool {
        let failure = turns.intersection(Self.failures).sorted { $0.rawValue < $1.rawValue }.first
        switch self {
        case .noBids, .unqualified, .belowThreshold, .unopenable: return self == failure
        case .relaunched: return ending == .unsuccessful
        case .laneLapse, .racing: return isRace
        case .declined: return !isRace
        case .retest, .failedOnce, .disputed, .conditional:
            return turns.isDisjoint(with: [.rejected])
        default: return true
        }
    }
}
