/// A bid on which the experts' totals lie further apart than `score.divergence` points of 100.
package struct Divergence: RecordValue {
    package let bid: String
    /// Totals in hundredths of a point.
    package let highest: Int
    package let lowest: Int

    package static let highest = Field<Int>("highest")
    package static let lowest = Field<Int>("lowest")

    package static let fields: [FieldUse] = [
        .required(F.bid), .required(highest), .required(lowest),
    ]

    package init(bid: String, highest: Int, lowest: Int) {
        self.bid = bid
        self.highest = highest
        self.lowest = lowest
    }

    package init?(record: Record) {
        guard let bid = record[F.bid], let highest = record[Self.highest],
            let lowest = record[Self.lowest]
        else { return nil }
        self.init(bid: bid, highest: highest, lowest: lowest)
    }

    package var record: Record {
        Record {
            $0[F.bid] = bid
            $0[Self.highest] = highest
            $0[Self.lowest] = lowest
        }
    }

    /// The flags of a set of sheets, by bid.
    static func flags(
        of sheets: [Sheet], bids: [Bid], rubric: [Criterion], policy: Policy
    ) -> [Divergence] {
        bids.compactMap { bid in
            let totals = sheets.map { $0.total(of: bid.id, under: rubric) }
            guard let highest = totals.max(), let lowest = totals.min(),
                highest - lowest > Int64(policy[.scoreDivergence]) * 100
            else { return nil }
            return Divergence(bid: bid.id, highest: Int(highest), lowest: Int(lowest))
        }
    }
}
