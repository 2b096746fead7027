/// What a verification computed for one indicator.
package struct Measured: Hashable, Sendable {
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
}
