/// The text of a contract: the fields that `set-text` fills and an amendment changes, kept whole.
package struct ContractText: Hashable, Sendable, Codable {
    package let record: Record

    package init(record: Record = Record()) { self.record = record }

    package var type: ContractType? { record[F.contractType] }
    package var amount: Money { record[F.contractAmount, default: .zero] }
    package var countyShare: Money { record[F.countyShare, default: .zero] }
    package var enterpriseShare: Money { record[F.enterpriseShare, default: .zero] }
    package var provinceShare: Money { record[F.provinceShare, default: .zero] }
    /// In the order of their sequence.
    package var plans: [MilestonePlan] { record[F.plans].sorted { $0.sequence < $1.sequence } }
    package var rightsOwner: RightsOwner? { record[F.rightsOwner] }
    package var ipClause: String { record[F.ipClause, default: ""] }
    package var pledge: Pledge? { record[F.pledge] }
    package var lead: PersonID? { record[F.lead] }
    package var isLumpSum: Bool { record[F.lumpSum, default: false] }
    package var budgetLines: [BudgetLine] { record[F.budgetLines] }

    package static let fields: [FieldUse] = [
        .optional(F.contractType), .optional(F.contractAmount), .optional(F.countyShare),
        .optional(F.enterpriseShare), .optional(F.provinceShare), .optional(F.plans),
        .optional(F.rightsOwner), .optional(F.ipClause), .optional(F.pledge), .optional(F.lead),
        .optional(F.lumpSum), .optional(F.lumpSumPledge), .optional(F.exclusionsKept),
        .optional(F.budgetLines),
    ]

    private static let names = Set(fields.map(\.name))

    /// What no contract may be silent about (§7).
    package static let mandatory: [String] = [
        F.contractType.name, F.contractAmount.name, F.countyShare.name, F.enterpriseShare.name,
        F.plans.name, F.lead.name, F.pledge.name, F.rightsOwner.name, F.ipClause.name,
    ]

    package func merging(_ other: Record) -> ContractText {
        ContractText(
            record: record.merging(
                Record(other.members.filter { Self.names.contains($0.key) })))
    }

    /// What the bid offered, for the parties to start from; rights and pledge they write themselves.
    package static func template(for bid: Bid, terms: Terms, on day: Day) -> ContractText {
        guard let content = bid.content else { return ContractText() }
        let amount = Money(fen: content.amountFen)
        let county = Money(fen: content.countyShareFen)
        let rest = max(.zero, amount - county)
        let province = min(terms.provinceShare, rest)
        let musts = terms.musts.map(\.number)
        let last = content.milestonesProposed.count
        let plans = content.milestonesProposed.enumerated().compactMap { index, proposed in
            MilestonePlan(
                record: Record {
                    $0[MilestonePlan.sequence] = index + 1
                    $0[MilestonePlan.title] = proposed.title
                    $0[MilestonePlan.basisPoints] = Int(proposed.basisPoints)
                    $0[MilestonePlan.due] = day.adding(months: Int(proposed.months))
                    if index + 1 == last, !musts.isEmpty {
                        $0[MilestonePlan.needsVerification] = true
                        $0[MilestonePlan.indicators] = musts
                    }
                })
        }
        return ContractText(
            record: Record {
                $0[F.contractAmount] = amount
                $0[F.countyShare] = county
                $0[F.provinceShare] = province
                $0[F.enterpriseShare] = rest - province
                $0[F.plans] = plans
            })
    }
}
