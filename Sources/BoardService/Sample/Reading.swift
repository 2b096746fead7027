import BoardDomain

/// A value that somebody promises or measures, as far from a target as a margin says.
struct Reading: Sendable {
    /// With one decimal more than the target, as an instrument reads.
    let text: String

    /// - Parameter margin: per cent better than the target; negative for worse.
    init?(target: String, comparator: Comparator, unit: String, margin: Int) {
        guard let goal = try? ScaledDecimal(target) else { return nil }
        // A per cent of a zero is zero: a shortfall needs a number of its own.
        guard goal.mantissa != 0 else {
            text = margin < 0 ? "1" : "0"
            return
        }
        let isFine = goal.mantissa.magnitude < 1000
        let (start, scale) =
            isFine ? (goal.mantissa * 10, goal.scale + 1) : (goal.mantissa, goal.scale)
        let step =
            start.magnitude / 100 * UInt64(margin.magnitude)
            + start.magnitude % 100 * UInt64(margin.magnitude) / 100
        let change = margin < 0 ? -Int64(step) : Int64(step)
        let value: Int64 =
            switch comparator {
            case .atLeast, .above: Self.raised(start, by: change, scale: scale, unit: unit)
            case .atMost, .below: start - change
            case .equal: margin < 0 ? start + Int64(step) : start
            case .range, .fulfilled: start + (margin < 0 ? change : Int64(step) / 4)
            }
        guard let reading = ScaledDecimal(mantissa: value, scale: scale) else { return nil }
        text = reading.canonicalText
    }

    /// More than a hundred per cent of something there is not: near the whole, the rest shrinks.
    private static func raised(_ start: Int64, by change: Int64, scale: Int, unit: String) -> Int64
    {
        let whole = (0..<scale).reduce(Int64(100)) { product, _ in product * 10 }
        guard unit == "%", change > 0, start <= whole else { return start + change }
        return start + min(change, (whole - start) / 3)
    }
}
