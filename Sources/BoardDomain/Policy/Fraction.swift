/// A share such as 2/3, kept as two integers because no count of basis points equals it.
package struct Fraction: Hashable, Sendable {
    package let numerator: Int64
    package let denominator: Int64

    /// Reads `2/3`; nil unless it lies between 0 and 1 and both parts are at most a million.
    package init?(text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, let numerator = Int64(Substring(parts[0])),
            let denominator = Int64(Substring(parts[1])),
            (1...1_000_000).contains(denominator), (0...denominator).contains(numerator)
        else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Whether `part` of `whole` is at least this share, by cross-multiplication.
    package func isReached(by part: Int, of whole: Int) -> Bool {
        Int128(part) * Int128(denominator) >= Int128(whole) * Int128(numerator)
    }

    package var text: String { "\(numerator)/\(denominator)" }
}

extension Fraction: PolicyValue {
    package static func read(_ json: JSON, within range: ClosedRange<Int64>) -> Fraction? {
        json.string.flatMap(Fraction.init(text:))
    }
}
