/// One expert's points for one bid under one line of the rubric.
package struct SheetScore: RecordValue {
    package let bid: String
    /// The criterion's code.
    package let criterion: String
    package let points: Int
    package let comment: String

    package init(bid: String, criterion: String, points: Int, comment: String) {
        self.bid = bid
        self.criterion = criterion
        self.points = points
        self.comment = comment
    }

    package static let fields: [FieldUse] = [
        .required(F.bid), .required(F.criterion), .required(F.points),
        .optional(F.comment),
    ]

    package init?(record: Record) {
        guard let bid = record[F.bid], let criterion = record[F.criterion],
            let points = record[F.points]
        else { return nil }
        self.init(
            bid: bid, criterion: criterion, points: points,
            comment: record[F.comment, default: ""])
    }

    package var record: Record {
        Record {
            $0[F.bid] = bid
            $0[F.criterion] = criterion
            $0[F.points] = points
            $0[F.comment] = comment.isEmpty ? nil : comment
        }
    }

    /// What is wrong with these points under the rubric; nil for nothing.
    package func breach(under rubric: [Criterion], policy: Policy) -> Breach? {
        let place: [String: JSON] = ["bid": .string(bid), "criterion": .string(criterion)]
        guard let line = rubric.first(where: { $0.code == criterion }) else {
            return Breach(
                .criterionUnknown, given: .string(criterion),
                accepted: .array(rubric.map { .string($0.code) }), place)
        }
        guard points <= line.maximum else {
            return Breach(
                .scoreOutOfRange, given: .integer(Int64(points)),
                accepted: .string("0…\(line.maximum)"), place)
        }
        // A line without a limit of its own takes the policy's, as a share of its maximum.
        let isLow =
            line.commentBelow > 0
            ? points < line.commentBelow
            : points * 100 < line.maximum * policy[.scoreCommentBelow]
        guard !isLow || !comment.isEmpty else {
            return Breach(
                .commentMissing, given: .integer(Int64(points)),
                accepted: .string(
                    line.commentBelow > 0
                        ? "≥ \(line.commentBelow)" : "≥ \(policy[.scoreCommentBelow]) %"),
                place)
        }
        return nil
    }
}
