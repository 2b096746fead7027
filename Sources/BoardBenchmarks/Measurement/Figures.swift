/// What one way of doing the work reached, a figure per round.
struct Figures {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var median: Double { percentile(0.5) }

    func percentile(_ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }

    /// `47,719 (45,100–48,930)`
    var described: String {
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        return "\(Self.text(median)) (\(Self.text(least))–\(Self.text(most)))"
    }

    /// Whole above a hundred, two decimals below.
    static func text(_ value: Double) -> String {
        guard value >= 100 else { return hundredths(value) }
        var digits = Array(String(Int(value.rounded())))
        for place in stride(from: digits.count - 3, to: 0, by: -3) {
            digits.insert(",", at: place)
        }
        return String(digits)
    }

    static func hundredths(_ value: Double) -> String {
        let rounded = Int((value * 100).rounded())
        let rest = rounded % 100
        return "\(rounded / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
