/// A milestone as the contract's text plans it (§7).
package struct MilestonePlan: RecordValue {
    package let sequence: Int
    package let title: String
    /// Of the contract's amount; all of a contract are 10000.
    package let basisPoints: Int
    package let due: Day
    package let isGate: Bool
    package let needsVerification: Bool
    /// Numbers of the indicators that it is to show.
    package let indicators: [Int]
    /// The readiness level that it claims; nil for none.
    package let readiness: Int?

    package static let sequence = Field<Int>("sequence", .integer(1...99))
    package static let title = Field<String>("title", .text(200))
    package static let basisPoints = Field<Int>("basisPoints", .basisPoints)
    package static let due = Field<Day>("due")
    package static let gate = Field<Bool>("gate")
    package static let needsVerification = Field<Bool>("needsVerification")
    package static let indicators = Field<[Int]>("indicators", .list(.integer(1...99)))
    package static let readiness = Field<Int>("readiness", .integer(1...9))

    package static let fields: [FieldUse] = [
        .required(sequence), .required(title), .required(basisPoints), .required(due),
        .optional(gate), .optional(needsVerification), .optional(indicators), .optional(readiness),
    ]

    package init?(record: Record) {
        guard let sequence = record[Self.sequence], let title = record[Self.title],
            let basisPoints = record[Self.basisPoints], let due = record[Self.due]
        else { return nil }
        self.sequence = sequence
        self.title = title
        self.basisPoints = basisPoints
        self.due = due
        isGate = record[Self.gate, default: false]
        needsVerification = record[Self.needsVerification, default: false]
        indicators = record[Self.indicators]
        readiness = record[Self.readiness]
    }

    package var record: Record {
        Record {
            $0[Self.sequence] = sequence
            $0[Self.title] = title
            $0[Self.basisPoints] = basisPoints
            $0[Self.due] = due
            $0[Self.gate] = isGate
            $0[Self.needsVerification] = needsVerification
            $0[Self.indicators] = indicators
            $0[Self.readiness] = readiness
        }
    }
}
