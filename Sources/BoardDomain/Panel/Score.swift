/// An exact mean of totals in hundredths of a point: a fraction, compared by cross-multiplication.
package struct Score: Hashable, Comparable, Sendable, Codable {
    /// Sum of the experts' totals, each in hundredths of a point.
    package let sum: Int64
    /// How many experts.
    package let count: Int64

    package init(sum: Int64, count: Int64) {
        self.sum = sum
        self.count = count
    }

    package static func == (left: Score, right: Score) -> Bool {
        left.sum * right.count == right.sum * left.count
    }

    package static func < (left: Score, right: Score) -> Bool {
        left.sum * right.count < right.sum * left.count
    }

    package func hash(into hasher: inout Hasher) {
        // Equal fractions hash alike: the mean in millionths, rounded down.
        hasher.combine(sum * 10_000 / max(count, 1))
    }

    /// At least so many whole points.
    package func reaches(_ points: Int) -> Bool { sum >= Int64(points) * 100 * count }

    /// With two decimals, rounded down: `86.40`.
    package var text: String {
        guard count > 0 else { return "–" }
        let hundredths = sum / count
        let cents = hundredths % 100
        return "\(hundredths / 100)." + (cents < 10 ? "0\(cents)" : "\(cents)")
    }
}
