package import BoardDomain

/// How a measured value is held against its target.
package enum IndicatorComparator: String, CaseIterable, Sendable {
    case atLeast = "≥"
    case atMost = "≤"
    case above = ">"
    case below = "<"
    case equal = "="
    /// From `target` to `upper`, both included.
    case between = "～"
    /// Off zero, or off the nominal value, by `target` at most.
    case within = "±"
}

/// The parts of an indicator that can be measured.
package struct IndicatorMeasure: Hashable, Sendable {
    package let name: String
    package let comparator: IndicatorComparator
    package let target: ScaledDecimal
    /// The upper end where the comparator is `between`.
    package let upper: ScaledDecimal?
    /// As written, empty for a bare number.
    package let unit: String
    /// The standard or the method named for the measurement.
    package let method: String?
    /// What else the list says: temperature, speed, sample size.
    package let condition: String?
}

/// One indicator of a list: its text always, its parts where they could be told apart.
package struct ParsedIndicator: Hashable, Sendable {
    /// As written, without its number.
    package let text: String
    package let measure: IndicatorMeasure?
}
