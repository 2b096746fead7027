/// One item of a delivery, and what is wrong with it: returns give their reasons item by item.
package struct ItemReason: RecordValue {
    package let item: String
    package let reason: String

    package static let item = Field<String>("item", .text(200))
    package static let reason = Field<String>("reason", .text(1000))

    package static let fields: [FieldUse] = [.required(item), .required(reason)]

    package init?(record: Record) {
        guard let item = record[Self.item], let reason = record[Self.reason] else { return nil }
        self.item = item
        self.reason = reason
    }

    package var record: Record {
        Record {
            $0[Self.item] = item
            $0[Self.reason] = reason
        }
    }
}

extension [ItemReason] {
    /// All of them as one reason (I23).
    package var text: String { map { $0.item + ": " + $0.reason }.joined(separator: "\n") }
}
