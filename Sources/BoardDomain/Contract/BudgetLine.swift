/// One line of a contract's budget; a lump sum 包干制 has none.
package struct BudgetLine: RecordValue {
    package let name: String
    package let amount: Money

    package static let name = Field<String>("name", .text(100))
    package static let amount = Field<Money>("amount")

    package static let fields: [FieldUse] = [.required(name), .required(amount)]

    package init?(record: Record) {
        guard let name = record[Self.name], let amount = record[Self.amount] else { return nil }
        self.name = name
        self.amount = amount
    }

    package var record: Record {
        Record {
            $0[Self.name] = name
            $0[Self.amount] = amount
        }
    }
}
