import BoardDomain

/// A time limit of a list, as a day.
struct DemandDate: Hashable {
    let day: Day
    /// Whether the list gave a month, a quarter or a year, whose last day was taken.
    let isAssumed: Bool

    /// Forms that are read, as a report names them.
    static let accepted = "2027-06-30、2027/6/30、2027年6月30日、2027年6月、2027年底"

    /// Nil for anything that names no day, such as `12个月`.
    init?(written: String) {
        let text = Width.narrow(written).unicodeScalars.filter { !$0.properties.isWhitespace }
        var rest = Array(text)[...]
        for ending in ["前完成", "之前", "以前", "前", "完成"] {
            if rest.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars) {
                rest = rest.dropLast(ending.unicodeScalars.count)
                break
            }
        }
        guard let year = Self.digits(&rest, 4...4), year >= 1900 else { return nil }
        if let month = Self.namedEnd(of: rest) {
            self.init(year: year, month: month, day: nil)
            return
        }
        // Eight digits in a row are a day: 20270630.
        if rest.count == 4, let month = Self.digits(&rest, 2...2) {
            guard let day = Self.digits(&rest, 2...2) else { return nil }
            self.init(year: year, month: month, day: day)
            return
        }
        guard let separator = rest.popFirst(), "-/.年".unicodeScalars.contains(separator),
            let month = Self.digits(&rest, 1...2)
        else { return nil }
        if Self.isMonthEnd(rest, after: separator) {
            self.init(year: year, month: month, day: nil)
            return
        }
        guard let second = rest.popFirst(), second == (separator == "年" ? "月" : separator),
            let day = Self.digits(&rest, 1...2),
            rest.isEmpty || rest.elementsEqual("日".unicodeScalars)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private init?(year: Int, month: Int, day: Int?) {
        guard (1...12).contains(month),
            let value = Day(
                year: year, month: month, day: day ?? Day.length(ofMonth: month, year: year))
        else { return nil }
        self.day = value
        isAssumed = day == nil
    }

    private static func digits(
        _ rest: inout ArraySlice<Unicode.Scalar>, _ count: ClosedRange<Int>
    ) -> Int? {
        let digits = rest.prefix(count.upperBound).prefix { ("0"..."9").contains($0) }
        guard digits.count >= count.lowerBound else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }

    /// The month that ends what was named after a year: its end, a half or a quarter.
    private static func namedEnd(of rest: ArraySlice<Unicode.Scalar>) -> Int? {
        switch String(String.UnicodeScalarView(rest)) {
        case "年", "年底", "年末", "年内", "年下半年", "年第四季度", "年四季度", "Q4": 12
        case "年上半年", "年第二季度", "年二季度", "Q2": 6
        case "年第一季度", "年一季度", "Q1": 3
        case "年第三季度", "年三季度", "Q3": 9
        default: nil
        }
    }

    /// Whether nothing follows the month but what means its end.
    private static func isMonthEnd(
        _ rest: ArraySlice<Unicode.Scalar>, after separator: Unicode.Scalar
    ) -> Bool {
        let endings = separator == "年" ? ["月", "月底", "月末", "月份"] : [""]
        return endings.contains(String(String.UnicodeScalarView(rest)))
    }
}
