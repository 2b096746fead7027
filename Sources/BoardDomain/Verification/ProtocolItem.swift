/// An indicator as the draft of a protocol asks for it: at most a target stricter than listed.
package struct ProtocolDemand: RecordValue {
    package let indicator: Int
    /// Decimal text; the listed target where absent.
    package let target: String?
    package let upper: String?

    package static let indicator = Field<Int>("indicator", .integer(1...99))
    package static let target = Field<String>("target", .decimal)
    package static let upper = Field<String>("upper", .decimal)

    package static let fields: [FieldUse] = [
        .required(indicator), .optional(target), .optional(upper),
    ]

    package init?(record: Record) {
        guard let indicator = record[Self.indicator] else { return nil }
        self.indicator = indicator
        target = record[Self.target]
        upper = record[Self.upper]
    }

    package var record: Record {
        Record {
            $0[Self.indicator] = indicator
            $0[Self.target] = target
            $0[Self.upper] = upper
        }
    }
}

/// An indicator as a protocol tests it: all that the verdict needs stands in what is signed.
package struct ProtocolItem: RecordValue {
    package let indicator: Int
    package let name: String
    package let comparator: Comparator
    /// Decimal text, absent for a requirement without a number.
    package let target: String?
    package let upper: String?
    package let unit: String
    package let method: String
    package let isMust: Bool

    /// The listed indicator, with the demand's stricter limits.
    init(_ listed: Indicator, _ demand: ProtocolDemand) {
        indicator = listed.number
        name = listed.name
        comparator = listed.comparator
        target = demand.target ?? listed.target
        upper = demand.upper ?? listed.upper
        unit = listed.unit
        method = listed.method
        isMust = listed.isMust
    }

    package static let fields: [FieldUse] = [
        .required(ProtocolDemand.indicator), .required(Indicator.name),
        .required(Indicator.comparator), .optional(ProtocolDemand.target),
        .optional(ProtocolDemand.upper), .optional(Indicator.unit), .optional(Indicator.method),
        .required(Indicator.must),
    ]

    package init?(record: Record) {
        guard let indicator = record[ProtocolDemand.indicator], let name = record[Indicator.name],
            let comparator = record[Indicator.comparator], let isMust = record[Indicator.must]
        else { return nil }
        self.indicator = indicator
        self.name = name
        self.comparator = comparator
        self.isMust = isMust
        target = record[ProtocolDemand.target]
        upper = record[ProtocolDemand.upper]
        unit = record[Indicator.unit, default: ""]
        method = record[Indicator.method, default: ""]
    }

    package var record: Record {
        Record {
            $0[ProtocolDemand.indicator] = indicator
            $0[Indicator.name] = name
            $0[Indicator.comparator] = comparator
            $0[ProtocolDemand.target] = target
            $0[ProtocolDemand.upper] = upper
            $0[Indicator.unit] = unit.isEmpty ? nil : unit
            $0[Indicator.method] = method.isEmpty ? nil : method
            $0[Indicator.must] = isMust
        }
    }

    var lower: ScaledDecimal? { target.flatMap { try? ScaledDecimal($0) } }
    var top: ScaledDecimal? { upper.flatMap { try? ScaledDecimal($0) } }

    /// Whatever passes here would also pass the listed test (T2).
    func isAtLeastAsStrict(as listed: Indicator) -> Bool {
        guard comparator == listed.comparator, unit == listed.unit, method == listed.method,
            isMust == listed.isMust
        else { return false }
        if comparator == .fulfilled { return true }
        guard let mine = lower, let theirs = listed.target.flatMap({ try? ScaledDecimal($0) })
        else { return false }
        switch comparator {
        case .atLeast, .above: return mine >= theirs
        case .atMost, .below: return mine <= theirs
        case .equal: return mine == theirs
        case .range:
            guard let myTop = top, let theirTop = listed.upper.flatMap({ try? ScaledDecimal($0) })
            else { return false }
            return mine >= theirs && mine <= myTop && myTop <= theirTop
        case .fulfilled: return true
        }
    }
}
