extension RefusalCode {
    static let argumentNoQuorum = RefusalCode("argumentNoQuorum")
    static let votesOutstanding = RefusalCode("votesOutstanding")
    static let chairHasNotVoted = RefusalCode("chairHasNotVoted")
    static let voterInConflict = RefusalCode("voterInConflict")
    static let notTheMajority = RefusalCode("notTheMajority")
}

/// The votes of the argument in force: what C6 may conclude is computed, not typed.
package struct ArgumentTally: Hashable, Sendable {
    /// Of the seats that were not recused, in the order of the seats.
    package let votes: [ArgumentConclusion]
    /// The chair's own, nil while it has not voted.
    package let chair: ArgumentConclusion?
    /// Experts who were neither recused nor have voted.
    package let outstanding: [PersonID]

    package init(of found: Case) {
        let seats = found.presentArgument.filter(\.isActive)
        let vote = { (seat: ArgumentSeat) in seat.vote.flatMap(ArgumentConclusion.init(rawValue:)) }
        votes = seats.compactMap(vote)
        chair = seats.first(where: \.isChair).flatMap(vote)
        outstanding = seats.filter { vote($0) == nil }.map(\.person)
    }

    package func count(_ conclusion: ArgumentConclusion) -> Int {
        votes.count { $0 == conclusion }
    }

    /// The majority; of conclusions with equally many votes the chair's, and where the chair voted
    /// for none of them the most reserved. Nil without votes.
    package var result: ArgumentConclusion? {
        guard !votes.isEmpty else { return nil }
        let cautious: [ArgumentConclusion] = [.reject, .pool, .approve]
        let most = cautious.map(count).max() ?? 0
        let leading = cautious.filter { count($0) == most }
        if let chair, leading.contains(chair) { return chair }
        return leading.first
    }

    /// What speaks against concluding so (C6): what speaks against any conclusion, another majority.
    package static func breach(of conclusion: ArgumentConclusion?, in turn: Turn) -> Breach? {
        if let breach = breach(in: turn) { return breach }
        let result = ArgumentTally(of: turn.case).result
        return conclusion == result
            ? nil : Breach(.notTheMajority, given: conclusion?.json, accepted: result?.json)
    }

    /// What speaks against concluding at all: too few votes, one in conflict, one outstanding while its
    /// period runs.
    static func breach(in turn: Turn) -> Breach? {
        let tally = ArgumentTally(of: turn.case)
        let least = turn.policy[.argueMinExperts]
        guard tally.votes.count >= least else {
            return Breach(.argumentNoQuorum, given: tally.votes.count.json, accepted: least.json)
        }
        let seats = turn.case.presentArgument.filter(\.isActive)
        for seat in seats where seat.state == .voted {
            if let hit = ConflictOfInterest.hit(person: seat.person, in: turn) {
                return Breach(
                    .voterInConflict, given: .string(seat.person), accepted: nil,
                    ["conflict": .string(hit.rule.rawValue)])
            }
        }
        guard tally.chair != nil else { return Breach(.chairHasNotVoted) }
        let waited = seats.filter { $0.state != .voted }.compactMap(\.namedAt)
            .map { turn.workdays(.argueWorkdays, after: $0) }.max()
        if let waited, turn.now <= waited {
            return Breach(
                .votesOutstanding, given: .array(tally.outstanding.map(JSON.string)),
                accepted: waited.json)
        }
        return nil
    }
}
