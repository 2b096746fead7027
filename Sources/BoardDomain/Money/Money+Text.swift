extension Money {
    /// `1,234.5万元`: up to six decimals, trimmed, so that nothing is rounded (standards §9).
    package var wanText: String { wanNumber + "万元" }

    /// `1,234.5`, for a column whose heading names 万元.
    package var wanNumber: String {
        let unit = UInt64(Self.fenPerWan)
        var decimals = String(fen.magnitude % unit)
        decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
        while decimals.last == "0" { decimals.removeLast() }
        return sign + Self.grouped(fen.magnitude / unit) + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// `1,234.56` in 元, always with two decimals.
    package var yuanNumber: String { sign + Self.grouped(fen.magnitude / 100) + "." + cents }

    /// `1234.56`: exact two-decimal text with no separators, as OCDS wants its numbers.
    package var decimalText: String { sign + String(fen.magnitude / 100) + "." + cents }

    private var sign: String { isNegative ? "-" : "" }

    private var cents: String {
        let rest = fen.magnitude % 100
        return rest < 10 ? "0\(rest)" : "\(rest)"
    }

    private static func grouped(_ number: UInt64) -> String {
        let digits = Array(String(number))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
