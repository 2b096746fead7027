/// The published formula of the market rating, over checked items only, in integers.
///
/// Points, each rounded down; the weights are the policy's and make up 100:
/// - value: `weightValue × min(V, A) / A`, where A is the contract's amount and V the value shown:
///   for each counterparty the greater of what it ordered and what it paid (an order and its
///   invoice are one transaction, not two), and the savings on top;
/// - customers: `weightCustomers × min(n, full) / full`, n counterparties with a transaction;
/// - endorsement: `weightEndorsement × min(n, full) / full`, n first sets, repeat purchases and
///   adoptions;
/// - satisfaction: `weightSatisfaction × Σ(stars − 1) / 4n` over n ratings; without ratings nothing.
///
/// The sum is graded by the policy's three thresholds; without one checked item there is no grade
/// but 证据不足. Nobody can set it by hand, only object to it (§10).
package struct MarketRating: RecordValue {
    /// Checked items.
    package let items: Int
    package let value: Money
    package let customers: Int
    package let endorsements: Int
    package let ratings: Int
    package let stars: Int
    /// Of 100.
    package let points: Int
    package let grade: MarketGrade
    /// Items of related parties, shown apart and counted nowhere.
    package let excluded: Int
    package let excludedValue: Money

    init(of items: [Evidence], excluded: [Evidence], contract: Money, policy: Policy) {
        self.items = items.count
        self.excluded = excluded.count
        excludedValue = Self.value(of: excluded)
        value = Self.value(of: items)
        customers = Set(items.lazy.filter { !$0.isRating }.map(\.counterparty)).count
        endorsements = items.count { $0.evidenceKind?.isEndorsement == true }
        ratings = items.count { $0.isRating }
        stars = items.reduce(0) { $0 + $1.stars }
        var points = 0
        let whole = max(contract.fen, 1)
        let shown = min(value.fen, whole).multipliedFullWidth(
            by: Int64(policy[.marketEvalWeightValue]))
        points += Int(whole.dividingFullWidth(shown).quotient)
        points += Self.part(
            policy[.marketEvalWeightCustomers], customers, of: policy[.marketEvalCustomersFull])
        points += Self.part(
            policy[.marketEvalWeightEndorsement], endorsements,
            of: policy[.marketEvalEndorsementsFull])
        if ratings > 0 {
            points += policy[.marketEvalWeightSatisfaction] * (stars - ratings) / (4 * ratings)
        }
        self.points = points
        grade =
            if items.isEmpty {
                .insufficient
            } else if points >= policy[.marketEvalExcellent] {
                .excellent
            } else if points >= policy[.marketEvalGood] {
                .good
            } else if points >= policy[.marketEvalQualified] {
                .qualified
            } else {
                .unqualified
            }
    }

    private static func part(_ weight: Int, _ count: Int, of full: Int) -> Int {
        weight * min(count, full) / full
    }

    /// Amounts are bounded by their field, their sum is not: it stays at the greatest amount.
    private static func value(of items: [Evidence]) -> Money {
        let most = Money(fen: .max)
        let sum = { (chosen: [Evidence]) in chosen.lazy.map(\.amount).sum() ?? most }
        let sides = Dictionary(grouping: items, by: \.counterparty)
        let traded = sides.keys.sorted().map { code in
            let own = sides[code] ?? []
            return max(
                sum(own.filter { $0.evidenceKind?.isOrder == true }),
                sum(own.filter { $0.evidenceKind?.isIncome == true }))
        }
        return (traded + [sum(items.filter { $0.evidenceKind == .saving })]).sum() ?? most
    }

    private static let items = Field<Int>("items")
    private static let value = Field<Money>("value")
    private static let customers = Field<Int>("customers")
    private static let endorsements = Field<Int>("endorsements")
    private static let ratings = Field<Int>("ratings")
    private static let stars = Field<Int>("stars")
    private static let points = Field<Int>("points", .integer(0...100))
    private static let excluded = Field<Int>("excluded")
    private static let excludedValue = Field<Money>("excludedValue")

    package static let fields: [FieldUse] = [
        .required(items), .required(value), .required(customers), .required(endorsements),
        .required(ratings), .required(stars), .required(points), .required(F.grade),
        .required(excluded), .required(excludedValue),
    ]

    package init?(record: Record) {
        guard let items = record[Self.items], let value = record[Self.value],
            let customers = record[Self.customers], let endorsements = record[Self.endorsements],
            let ratings = record[Self.ratings], let stars = record[Self.stars],
            let points = record[Self.points], let grade = record[F.grade],
            let excluded = record[Self.excluded], let excludedValue = record[Self.excludedValue]
        else { return nil }
        self.items = items
        self.value = value
        self.customers = customers
        self.endorsements = endorsements
        self.ratings = ratings
        self.stars = stars
        self.points = points
        self.grade = grade
        self.excluded = excluded
        self.excludedValue = excludedValue
    }

    package var record: Record {
        Record {
            $0[Self.items] = items
            $0[Self.value] = value
            $0[Self.customers] = customers
            $0[Self.endorsements] = endorsements
            $0[Self.ratings] = ratings
            $0[Self.stars] = stars
            $0[Self.points] = points
            $0[F.grade] = grade
            $0[Self.excluded] = excluded
            $0[Self.excludedValue] = excludedValue
        }
    }
}
