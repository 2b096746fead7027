/// Why a text is no decimal number; each case carries the text.
package enum ScaledDecimalFault: Error, Hashable, Sendable {
    case blank
    case notANumber(String)
    /// More digits than an Int64 holds, or more than 18 decimals.
    case tooLarge(String)
}

/// A measured or demanded value as a decimal string reads: `mantissa × 10^-scale` (V6).
///
/// `1.2` and `1.20` are equal and hash alike; the text keeps the decimals that were written, for
/// they say how fine the value was measured.
package struct ScaledDecimal: Sendable, Codable {
    package let mantissa: Int64
    /// Decimals, 0…18.
    package let scale: Int

    /// Nil where the scale is outside 0…18.
    package init?(mantissa: Int64, scale: Int) {
        guard (0...18).contains(scale) else { return nil }
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads `-40`, `0.45`, `１．２`, `150,000`; no exponent, no bare point.
    package init(_ text: String) throws(ScaledDecimalFault) {
        let normal = Width.trimmed(Width.narrow(text))
        guard !normal.isEmpty else { throw .blank }
        let point = normal.firstIndex(of: ".")
        let decimals = point.map { normal[$0...].utf8.count - 1 } ?? 0
        guard decimals <= 18 else { throw .tooLarge(text) }
        let number: ScaledNumber
        do {
            number = try ScaledNumber.parse(normal, decimals: decimals)
        } catch {
            switch error {
            case .notANumber, .tooFine: throw .notANumber(text)
            case .tooLarge: throw .tooLarge(text)
            }
        }
        guard let magnitude = Int64(exactly: number.magnitude) else { throw .tooLarge(text) }
        mantissa = number.isNegative ? -magnitude : magnitude
        scale = decimals
    }

    /// The decimals as written: `1.20`, `-0.5`, `150000`.
    package var text: String {
        var digits = String(mantissa.magnitude)
        if scale > 0 {
            while digits.utf8.count <= scale { digits = "0" + digits }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return (mantissa < 0 ? "-" : "") + digits
    }

    /// The shortest text of the same value: `1.2` for `1.20`, one text for equal values.
    package var canonicalText: String { reduced.text }

    private var reduced: ScaledDecimal {
        var (mantissa, scale) = (mantissa, scale)
        while scale > 0, mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
        return ScaledDecimal(within: mantissa, scale: scale)
    }

    private init(within mantissa: Int64, scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
    }
}

extension ScaledDecimal: Hashable, Comparable {
    package static func == (left: ScaledDecimal, right: ScaledDecimal) -> Bool {
        let (left, right) = (left.reduced, right.reduced)
        return left.mantissa == right.mantissa && left.scale == right.scale
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(reduced.mantissa)
        hasher.combine(reduced.scale)
    }

    /// Exact across scales: the products take 128 bits, so no rounding decides pass or fail.
    package static func < (left: ScaledDecimal, right: ScaledDecimal) -> Bool {
        Int128(left.mantissa) * power(right.scale) < Int128(right.mantissa) * power(left.scale)
    }

    private static func power(_ exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}

extension ScaledDecimal {
    /// The exact sum, with the finer scale of the two; nil on overflow.
    package func adding(_ other: ScaledDecimal) -> ScaledDecimal? {
        let scale = max(scale, other.scale)
        let sum =
            Int128(mantissa) * Self.power(scale - self.scale)
            + Int128(other.mantissa) * Self.power(scale - other.scale)
        return Int64(exactly: sum).flatMap { ScaledDecimal(mantissa: $0, scale: scale) }
    }

    /// The exact difference, with the finer scale of the two; nil on overflow.
    package func subtracting(_ other: ScaledDecimal) -> ScaledDecimal? {
        guard other.mantissa != .min else { return nil }
        return ScaledDecimal(mantissa: -other.mantissa, scale: other.scale).flatMap(adding)
    }
}
