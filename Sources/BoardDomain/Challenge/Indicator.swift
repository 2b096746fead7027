/// In which direction an indicator is better, and how a measured value is held against its target.
package enum Comparator: String, ChoiceValue {
    case atLeast, atMost, above, below, equal
    /// Between `target` and `upper`, both included.
    case range
    /// A requirement without a number: met or not met.
    case fulfilled
}

/// A target indicator of a challenge: what the answer has to reach, and how that is measured.
package struct Indicator: RecordValue {
    /// 1, 2, 3 … in the order of the list.
    package let number: Int
    package let name: String
    package let comparator: Comparator
    /// A decimal number as text; absent for `fulfilled`.
    package let target: String?
    /// The upper end of a range.
    package let upper: String?
    package let unit: String
    /// The standard or method by which it is measured; a *must* indicator needs one (C2).
    package let method: String
    package let instrument: String
    /// Where the enterprise stands today, as text.
    package let current: String
    /// Per cent of the whole; 0 where the list gives no weights.
    package let weight: Int
    package let isMust: Bool

    package static let number = Field<Int>("number")
    package static let name = Field<String>("name", .text(200))
    package static let comparator = Field<Comparator>("comparator")
    package static let target = Field<String>("target", .decimal)
    package static let upper = Field<String>("upper", .decimal)
    package static let unit = Field<String>("unit", .text(40))
    package static let method = Field<String>("method", .text(400))
    package static let instrument = Field<String>("instrument", .text(200))
    package static let current = Field<String>("current", .text(400))
    package static let weight = Field<Int>("weight", .integer(0...100))
    package static let must = Field<Bool>("must")

    package static let fields: [FieldUse] = [
        .required(number), .required(name), .required(comparator), .optional(target),
        .optional(upper), .optional(unit), .optional(method), .optional(instrument),
        .optional(current), .optional(weight), .required(must),
    ]

    package init(
        number: Int, name: String, comparator: Comparator, target: String?, upper: String? = nil,
        unit: String = "", method: String = "", instrument: String = "", current: String = "",
        weight: Int = 0, isMust: Bool
    ) {
        self.number = number
        self.name = name
        self.comparator = comparator
        self.target = target
        self.upper = upper
        self.unit = unit
        self.method = method
        self.instrument = instrument
        self.current = current
        self.weight = weight
        self.isMust = isMust
    }

    package init?(record: Record) {
        guard let number = record[Self.number], let name = record[Self.name],
            let comparator = record[Self.comparator], let isMust = record[Self.must]
        else { return nil }
        self.number = number
        self.name = name
        self.comparator = comparator
        self.isMust = isMust
        target = record[Self.target]
        upper = record[Self.upper]
        unit = record[Self.unit, default: ""]
        method = record[Self.method, default: ""]
        instrument = record[Self.instrument, default: ""]
        current = record[Self.current, default: ""]
        weight = record[Self.weight, default: 0]
    }

    package var record: Record {
        Record {
            $0[Self.number] = number
            $0[Self.name] = name
            $0[Self.comparator] = comparator
            $0[Self.target] = target
            $0[Self.upper] = upper
            $0[Self.unit] = unit.isEmpty ? nil : unit
            $0[Self.method] = method.isEmpty ? nil : method
            $0[Self.instrument] = instrument.isEmpty ? nil : instrument
            $0[Self.current] = current.isEmpty ? nil : current
            $0[Self.weight] = weight == 0 ? nil : weight
            $0[Self.must] = isMust
        }
    }

    /// A range whose upper end lies below its lower one: nothing could ever meet it.
    package var isInverted: Bool {
        guard comparator == .range, let lower = target.flatMap({ try? ScaledDecimal($0) }),
            let upper = upper.flatMap({ try? ScaledDecimal($0) })
        else { return false }
        return upper < lower
    }

    /// It names a number, or a requirement that a test decides, and the test (C2).
    package var isMeasurable: Bool {
        !method.isEmpty && (comparator == .fulfilled || target != nil)
    }
}
