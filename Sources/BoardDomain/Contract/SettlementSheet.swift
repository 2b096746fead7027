/// What a contract that ends early comes to, in the county's money (K17).
package struct SettlementSheet: RecordValue {
    /// Paid so far, less what was recovered.
    package let paid: Money
    /// Still owed for work done beyond the milestones approved.
    package let due: Money
    /// To be paid back.
    package let recoverable: Money

    package static let paid = Field<Money>("paid")
    package static let due = Field<Money>("due")
    package static let recoverable = Field<Money>("recoverable")

    package static let fields: [FieldUse] = [
        .required(paid), .required(due), .required(recoverable),
    ]

    package init(paid: Money, due: Money, recoverable: Money) {
        self.paid = paid
        self.due = due
        self.recoverable = recoverable
    }

    package init?(record: Record) {
        guard let paid = record[Self.paid], let due = record[Self.due],
            let recoverable = record[Self.recoverable]
        else { return nil }
        self.init(paid: paid, due: due, recoverable: recoverable)
    }

    package var record: Record {
        Record {
            $0[Self.paid] = paid
            $0[Self.due] = due
            $0[Self.recoverable] = recoverable
        }
    }

    /// What the case's own books say: paid, and the most that may still be owed.
    package static func computed(for contract: Contract, in found: Case) -> (
        paid: Money, most: Money
    ) {
        let own = found.entitlements.all.filter { $0.contract == contract.id }
        let ids = Set(own.map(\.id))
        let recovered = found.payouts.all.filter { ids.contains($0.entitlement) }
            .reduce(Money.zero) { $0 + $1.recovered }
        let paid = own.reduce(Money.zero) { $0 + $1.paid } - recovered
        return (paid, max(.zero, found.entitlementLeft(of: contract)))
    }
}
