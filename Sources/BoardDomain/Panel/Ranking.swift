/// The order of the bids by their locked scores: computed, never typed (C19, I14).
package enum Ranking {
    /// Where a bid came out, and what follows from it.
    package struct Line: RecordValue {
        package let bid: String
        /// From 1.
        package let rank: Int
        /// The exact mean that counts, trimmed where the list announced it.
        package let total: Score
        /// `proposed`, `reserve` or `notSelected`.
        package let outcome: BidState
        /// The first criterion on which the bid is below its minimum; nil for none.
        package let below: String?

        package init(
            bid: String, rank: Int, total: Score, outcome: BidState, below: String? = nil
        ) {
            self.bid = bid
            self.rank = rank
            self.total = total
            self.outcome = outcome
            self.below = below
        }
    }

    /// One bid's figures before it has a rank.
    private struct Entry {
        let bid: Bid
        let total: Score
        let indicators: Score
        let readiness: Score
        let below: String?
        let reaches: Bool

        var isEligible: Bool { reaches && below == nil }
    }

    /// Computes the ranking of the panel in force.
    ///
    /// - Throws: unless the panel is in consensus or closed, every sheet is locked, the quorum holds
    ///   (I13), each divergence has its note (P12c) and a bid reaches the threshold (else C18).
    package static func compute(_ turn: Turn) throws(Refusal) -> [Line] {
        guard let panel = turn.panel(in: .consensus, .closed) else {
            throw turn.refusal(
                .noConsensus, given: .string(turn.case.panels.last?.state.rawValue ?? "–"),
                accepted: .string(PanelState.consensus.rawValue))
        }
        let live = turn.case.liveSeats(of: panel)
        let locked = turn.lockedSeats(of: panel)
        guard live == locked else {
            throw turn.refusal(
                .sheetsOpen, given: .integer(Int64(locked.count)),
                accepted: .integer(Int64(live.count)))
        }
        if let breach = Panel.quorumBreach(of: live, policy: turn.policy) {
            throw Refusal(rule: turn.row.id, breach)
        }
        if let open = turn.divergences(of: panel).first(where: { panel.notes[$0.bid] == nil }) {
            throw turn.refusal(
                .divergenceUnnoted, given: .string(open.bid), accepted: .string("P12b"))
        }
        let lines = rank(
            bids: turn.case.bidsToScore, by: live.compactMap { turn.case.sheet(of: $0, on: panel) },
            terms: turn.case.challenge.terms, policy: turn.policy)
        guard lines.contains(where: { $0.outcome == .proposed }) else {
            throw turn.refusal(
                .noneReachesThreshold, given: lines.first.map { .string($0.total.text) },
                accepted: .integer(Int64(threshold(turn.case.challenge.terms, turn.policy))))
        }
        return lines
    }

    /// The digest of all sheets that count, for RankingComputed.
    package static func scoresDigest(_ turn: Turn) -> Digest {
        let sheets = turn.case.panelInForce.map(turn.case.sheets) ?? []
        let members = sheets.filter { $0.state == .locked }.map { ($0.id, $0.scores.json) }
        return turn.context.digest(
            .object(Dictionary(members, uniquingKeysWith: { first, _ in first })))
    }

    /// The ranking as a function of sheets, terms and policy alone; an auditor may run it again.
    static func rank(bids: [Bid], by sheets: [Sheet], terms: Terms, policy: Policy) -> [Line] {
        let entries = bids.map { entry($0, by: sheets, terms: terms, policy: policy) }
            .sorted { precedes($0, $1) }
        let reserves = policy[.reserveCount]
        return entries.enumerated().map { index, entry in
            let outcome: BidState =
                if !entry.isEligible { .notSelected } else if index < terms.lanes {
                    .proposed
                } else if index < terms.lanes + reserves { .reserve } else { .notSelected }
            return Line(
                bid: entry.bid.id, rank: index + 1, total: entry.total, outcome: outcome,
                below: entry.below)
        }
    }

    private static func threshold(_ terms: Terms, _ policy: Policy) -> Int {
        terms.record[F.rubricThreshold] ?? policy[.scoreThreshold]
    }

    private static func entry(
        _ bid: Bid, by sheets: [Sheet], terms: Terms, policy: Policy
    ) -> Entry {
        let rubric = terms.rubric
        let mean = { (lines: [Criterion]) -> Score in
            Score(
                sum: sheets.reduce(0) { $0 + $1.total(of: bid.id, under: lines) },
                count: Int64(sheets.count))
        }
        var totals = sheets.map { $0.total(of: bid.id, under: rubric) }.sorted()
        // The trimmed mean leaves out one highest and one lowest, where it was announced.
        if terms.record[F.trimmedMean] == true, totals.count >= policy[.scoreTrimMinExperts] {
            totals = Array(totals.dropFirst().dropLast())
        }
        let total = Score(sum: totals.reduce(0, +), count: Int64(totals.count))
        let below = rubric.first { line in
            let points = sheets.reduce(0) {
                $0 + ($1.score(of: bid.id, under: line.code)?.points ?? 0)
            }
            return points < line.minimum * sheets.count
        }
        return Entry(
            bid: bid, total: total, indicators: mean(rubric.filter { $0.aspect == "indicators" }),
            readiness: mean(rubric.filter { $0.aspect == "readiness" }), below: below?.code,
            reaches: total.reaches(threshold(terms, policy)))
    }

    /// The listed order of ties: total, target indicators, readiness, lower amount, earlier seal.
    private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
        if one.isEligible != other.isEligible { return one.isEligible }
        if one.total != other.total { return one.total > other.total }
        if one.indicators != other.indicators { return one.indicators > other.indicators }
        if one.readiness != other.readiness { return one.readiness > other.readiness }
        let amounts = (one.bid.content?.amountFen ?? .max, other.bid.content?.amountFen ?? .max)
        if amounts.0 != amounts.1 { return amounts.0 < amounts.1 }
        return one.bid.sealOrder < other.bid.sealOrder
    }
}

extension Ranking.Line {
    package static let rank = Field<Int>("rank")
    package static let sum = Field<Int>("sum")
    package static let count = Field<Int>("count")
    package static let outcome = Field<BidState>("outcome")
    package static let below = Field<String>("below", .text(20))

    package static let fields: [FieldUse] = [
        .required(F.bid), .required(rank), .required(sum), .required(count),
        .required(outcome), .optional(below),
    ]

    package init?(record: Record) {
        guard let bid = record[F.bid], let rank = record[Self.rank],
            let sum = record[Self.sum], let count = record[Self.count],
            let outcome = record[Self.outcome]
        else { return nil }
        self.init(
            bid: bid, rank: rank, total: Score(sum: Int64(sum), count: Int64(count)),
            outcome: outcome, below: record[Self.below])
    }

    package var record: Record {
        Record {
            $0[F.bid] = bid
            $0[Self.rank] = rank
            $0[Self.sum] = Int(total.sum)
            $0[Self.count] = Int(total.count)
            $0[Self.outcome] = outcome
            $0[Self.below] = below
        }
    }
}
