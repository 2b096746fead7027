/// One expert's scores for every bid in one round: `seat.round`.
package struct Sheet: CaseObject {
    package let id: String
    package var state: SheetState
    package internal(set) var panel: String = ""
    package internal(set) var seat: String = ""
    package internal(set) var round: Int = 1
    /// As they count now.
    package internal(set) var scores: [SheetScore] = []
    /// Scores that a consensus replaced, in the order of replacing (P12b).
    package internal(set) var originals: [SheetScore] = []

    package init(id: String, state: SheetState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .sheetOpened:
            panel = event.fields[F.panelID, default: ""]
            seat = event.fields[F.seatID, default: ""]
            round = event.fields[F.round, default: 1]
        case .scoresLocked: scores = event.fields[F.scores]
        case .scoreReplaced:
            guard let new = SheetScore(record: event.fields),
                let index = scores.firstIndex(where: {
                    $0.bid == new.bid && $0.criterion == new.criterion
                })
            else { return }
            originals.append(scores[index])
            scores[index] = new
        default: break
        }
    }

    func score(of bid: String, under criterion: String) -> SheetScore? {
        scores.first { $0.bid == bid && $0.criterion == criterion }
    }

    /// Whether it scores a bid under every line of the rubric.
    func covers(_ bid: String, under rubric: [Criterion]) -> Bool {
        rubric.allSatisfy { score(of: bid, under: $0.code) != nil }
    }

    /// The expert's total for a bid in hundredths of a point: Σ weight × points × 100 / maximum, each
    /// line rounded down to whole hundredths (§5); under some lines of the rubric or all.
    func total(of bid: String, under lines: [Criterion]) -> Int64 {
        Self.total(of: bid, in: scores, under: lines)
    }

    /// The same of scores that are not locked yet; a line without points counts nothing.
    package static func total(
        of bid: String, in scores: [SheetScore], under lines: [Criterion]
    ) -> Int64 {
        lines.reduce(0) { sum, line in
            let score = scores.first { $0.bid == bid && $0.criterion == line.code }
            return sum + Int64(line.weight * (score?.points ?? 0) * 100 / max(line.maximum, 1))
        }
    }
}
