/// The order of a race's lanes at a gate, computed from firm values and never typed (M21).
///
/// A lane that has passed the gate comes before one that has not; then more musts reached, then more
/// weight reached, then the better value, indicator by indicator from the heaviest on; ties by
/// readiness, the lower amount, the rank of the bid, the lane.
struct RaceRanking {
    private struct Lane {
        let contract: Contract
        let milestone: Milestone?
        let hasPassed: Bool
        let musts: Int
        let weight: Int
        let values: [Int: Measured]
        let readiness: Int
        let bidRank: Int
    }

    let lines: [RaceLine]

    init(at gate: Gate, of turn: Turn) {
        let lanes = turn.lanes(at: gate).map { Self.lane($0, at: gate, of: turn) }
        let indicators = turn.case.challenge.terms.indicators.sorted {
            ($1.weight, $0.number) < ($0.weight, $1.number)
        }
        let keep = turn.policy[.raceKeep]
        lines = lanes.sorted { Self.isBetter($0, $1, by: indicators) }.enumerated()
            .map { index, lane in
                RaceLine(
                    contract: lane.contract.id, rank: index + 1,
                    isKept: lane.hasPassed && index < keep)
            }
    }

    private static func lane(_ contract: Contract, at gate: Gate, of turn: Turn) -> Lane {
        let milestone = turn.case.milestones(of: contract.id).first {
            $0.sequence == gate.sequence
        }
        let verification = milestone.flatMap { turn.case.firmVerification(of: $0.id) }
        let measured = verification?.measured ?? []
        let reached = Set(measured.lazy.filter(\.passed).map(\.indicator))
        let own = contract.indicators(of: turn.case.challenge.terms)
        return Lane(
            contract: contract, milestone: milestone,
            hasPassed: milestone.map { $0.isFinal && turn.isPassed($0) && $0.state != .cancelled }
                ?? false,
            musts: own.count { $0.isMust && reached.contains($0.number) },
            weight: own.filter { reached.contains($0.number) }.reduce(0) { $0 + $1.weight },
            values: Dictionary(measured.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 }),
            readiness: milestone?.approvedReadiness ?? 0,
            bidRank: turn.case.bids[contract.bid]?.rank ?? .max)
    }

    private static func isBetter(_ one: Lane, _ other: Lane, by indicators: [Indicator]) -> Bool {
        if one.hasPassed != other.hasPassed { return one.hasPassed }
        if one.musts != other.musts { return one.musts > other.musts }
        if one.weight != other.weight { return one.weight > other.weight }
        for indicator in indicators {
            let (mine, theirs) = (one.values[indicator.number], other.values[indicator.number])
            if let better = compare(mine, theirs, by: indicator) { return better }
        }
        if one.readiness != other.readiness { return one.readiness > other.readiness }
        if one.contract.amount != other.contract.amount {
            return one.contract.amount < other.contract.amount
        }
        return (one.bidRank, one.contract.lane) < (other.bidRank, other.contract.lane)
    }

    /// Whether the first value is the better one; nil where neither is.
    private static func compare(
        _ one: Measured?, _ other: Measured?, by indicator: Indicator
    ) -> Bool? {
        if one?.passed != other?.passed { return one?.passed == true }
        guard let mine = one?.value, let theirs = other?.value, mine != theirs else { return nil }
        switch indicator.comparator {
        case .atLeast, .above: return mine > theirs
        case .atMost, .below: return mine < theirs
        case .equal, .range, .fulfilled: return nil
        }
    }
}

extension Turn {
    /// The contracts that race towards a gate: all of the case that have not ended before it, and
    /// those that are still being signed.
    func lanes(at gate: Gate) -> [Contract] {
        self.case.contracts.all.filter { contract in
            contract.isLive
                && (contract.effectiveAt == nil
                    || contract.plans.contains { $0.sequence == gate.sequence && $0.isGate })
        }
    }
}
