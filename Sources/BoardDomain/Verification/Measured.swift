/// What a verification computed for one indicator.
package struct Measured: RecordValue {
    /// The indicator's number.
    package let indicator: Int
    /// The worst valid value, by which the frozen rule judges; nil for a requirement without number.
    package let value: ScaledDecimal?
    package let passed: Bool

    package init(indicator: Int, value: ScaledDecimal?, passed: Bool) {
        self.indicator = indicator
        self.value = value
        self.passed = passed
    }

    private static let number = Field<Int>("indicator", .integer(1...99))
    private static let decimal = Field<String>("value", .decimal)
    private static let verdict = Field<Bool>("passed")

    package static let fields: [FieldUse] = [
        .required(number), .optional(decimal), .required(verdict),
    ]

    package init?(record: Record) {
        guard let number = record[Self.number], let passed = record[Self.verdict] else {
            return nil
        }
        let value = record[Self.decimal].flatMap { try? ScaledDecimal($0) }
        self.init(indicator: number, value: value, passed: passed)
    }

    package var record: Record {
        Record {
            $0[Self.number] = indicator
            $0[Self.decimal] = value?.text
            $0[Self.verdict] = passed
        }
    }
}
