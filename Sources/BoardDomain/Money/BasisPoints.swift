/// A share of a whole in hundredths of a percent, 0…10000.
package struct BasisPoints: Hashable, Comparable, Sendable {
    package let value: Int

    /// Nil outside 0…10000.
    package init?(_ value: Int) {
        guard (0...10_000).contains(value) else { return nil }
        self.value = value
    }

    private init(within value: Int) { self.value = value }

    package static let none = BasisPoints(within: 0)
    package static let whole = BasisPoints(within: 10_000)

    package static func < (left: BasisPoints, right: BasisPoints) -> Bool {
        left.value < right.value
    }

    /// Reads `39.99%` or `39.99`, exact to two decimals; nil where the text is not a share.
    package init?(percent text: String) {
        var digits = Width.trimmed(Width.narrow(text))
        if digits.last == "%" { digits = Width.trimmed(digits.dropLast()) }
        guard let number = try? ScaledNumber.parse(digits, decimals: 2), !number.isNegative,
            number.magnitude <= 10_000
        else { return nil }
        self.init(Int(number.magnitude))
    }

    /// `30%`, `39.99%`.
    package var text: String {
        let (percent, rest) = (value / 100, value % 100)
        if rest == 0 { return "\(percent)%" }
        if rest % 10 == 0 { return "\(percent).\(rest / 10)%" }
        return "\(percent).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
