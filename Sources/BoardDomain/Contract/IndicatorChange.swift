/// Another target for one of the challenge's indicators in one contract (K11, K12).
package struct IndicatorChange: RecordValue {
    package let number: Int
    /// A decimal number as text; absent where only `isMust` changes.
    package let target: String?
    package let upper: String?
    /// False takes the indicator from the musts of this contract.
    package let isMust: Bool

    package static let fields: [FieldUse] = [
        .required(Indicator.number), .optional(Indicator.target), .optional(Indicator.upper),
        .required(Indicator.must),
    ]

    package init?(record: Record) {
        guard let number = record[Indicator.number], let isMust = record[Indicator.must] else {
            return nil
        }
        self.number = number
        self.isMust = isMust
        target = record[Indicator.target]
        upper = record[Indicator.upper]
    }

    package var record: Record {
        Record {
            $0[Indicator.number] = number
            $0[Indicator.target] = target
            $0[Indicator.upper] = upper
            $0[Indicator.must] = isMust
        }
    }

    /// Whether it asks less of a *must* than the list does; what is not shown to be stricter counts
    /// as less, since a relaxed must needs the experts and a notice again (§7).
    package func relaxes(_ indicator: Indicator) -> Bool {
        guard indicator.isMust else { return false }
        guard isMust else { return true }
        let present = indicator.target.flatMap { try? ScaledDecimal($0) }
        let next = target.flatMap { try? ScaledDecimal($0) } ?? present
        guard let present, let next else { return target != nil }
        switch indicator.comparator {
        case .atLeast, .above: return next < present
        case .atMost, .below: return next > present
        case .range:
            let top = indicator.upper.flatMap { try? ScaledDecimal($0) }
            let nextTop = upper.flatMap { try? ScaledDecimal($0) } ?? top
            guard let top, let nextTop else { return true }
            return next < present || nextTop > top
        case .equal: return next != present
        case .fulfilled: return false
        }
    }
}
