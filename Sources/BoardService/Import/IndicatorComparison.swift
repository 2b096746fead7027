import BoardDomain

/// A comparison found in a clause: what stands before it is the name, what stands after it says how
/// it is measured.
struct IndicatorComparison {
    let comparator: IndicatorComparator
    let target: ScaledDecimal
    var upper: ScaledDecimal?
    /// The places of the whole comparison, its unit included.
    let range: Range<Int>
    let unit: Range<Int>

    private static let spellings: [(IndicatorComparator, [String])] = [
        (.atLeast, ["≥", "≧", "⩾", ">=", "≮"]), (.atMost, ["≤", "≦", "⩽", "<=", "≯"]),
        (.atLeast, ["不得低于", "不得少于", "不得小于", "不低于", "不小于", "不少于", "大于或等于", "大于等于", "至少"]),
        (
            .atMost,
            ["不得超过", "不得高于", "不得大于", "不超过", "不高于", "不大于", "不多于", "小于或等于", "小于等于", "至多"]
        ),
        (.above, [">", "大于", "高于", "超过", "多于"]), (.below, ["<", "小于", "低于", "少于"]),
        (.equal, ["=", "等于"]), (.within, ["±"]),
    ]

    /// 民法典 art. 1259: 以上、以下、以内 include the number itself.
    private static let suffixes: [(IndicatorComparator, [String])] = [
        (.atLeast, ["及以上", "以上"]), (.atMost, ["及以下", "以下", "以内", "之内"]),
    ]

    /// The one comparison of a clause; nil where there is none, or more than one.
    static func only(in text: IndicatorText) -> IndicatorComparison? {
        let found = all(in: text)
        return found.count == 1 ? found[0] : nil
    }

    /// Comparisons outside brackets, from left to right.
    static func all(in text: IndicatorText) -> [IndicatorComparison] {
        var found: [IndicatorComparison] = []
        var place = 0
        var depth = 0
        while place < text.count {
            if text[place] == "(" { depth += 1 }
            if text[place] == ")" { depth = max(0, depth - 1) }
            if depth == 0, let comparison = at(place, in: text) {
                found.append(comparison)
                place = comparison.range.upperBound
            } else {
                place += 1
            }
        }
        return found
    }

    private static func at(_ place: Int, in text: IndicatorText) -> IndicatorComparison? {
        for (comparator, spellings) in spellings {
            for spelling in spellings where text.starts(with: spelling, at: place) {
                var start = text.skippingSpace(place + spelling.unicodeScalars.count)
                let isOffset = text[start] == "±"
                if isOffset { start = text.skippingSpace(start + 1) }
                guard let (target, end) = text.number(at: start) else { return nil }
                var unit = end..<IndicatorUnit.end(in: text, from: end)
                // “不低于95%以上” says it twice.
                let suffix = suffix(at: unit.upperBound, in: text)
                let after = suffix?.comparator == comparator ? suffix?.end : nil
                if isOffset, comparator != .atMost, comparator != .within { return nil }
                if unit.isEmpty { unit = end..<end }
                return IndicatorComparison(
                    comparator: isOffset ? .within : comparator, target: target,
                    range: place..<(after ?? unit.upperBound), unit: unit)
            }
        }
        return bare(place, in: text)
    }

    private static func suffix(
        at place: Int, in text: IndicatorText
    ) -> (comparator: IndicatorComparator, end: Int)? {
        for (comparator, spellings) in suffixes {
            for spelling in spellings where text.starts(with: spelling, at: place) {
                return (comparator, place + spelling.unicodeScalars.count)
            }
        }
        return nil
    }

    /// `80%～95%`, `10±0.5 mm`, `92%以上`: comparisons that begin with a number.
    private static func bare(_ place: Int, in text: IndicatorText) -> IndicatorComparison? {
        let before = text[place - 1]
        let isInside = before.map { $0.isASCII && $0.properties.isAlphabetic || $0 == "." } ?? false
        guard !isInside, !text.isDigit(place - 1), let (low, end) = text.number(at: place) else {
            return nil
        }
        let unit = end..<IndicatorUnit.end(in: text, from: end)
        let next = text.skippingSpace(unit.upperBound)
        if unit.isEmpty || text[next] != "±", let high = rangeEnd(from: next, in: text) {
            let highUnit = high.end..<IndicatorUnit.end(in: text, from: high.end)
            guard low <= high.value,
                unit.isEmpty || text.quote(unit) == text.quote(highUnit)
            else { return nil }
            return IndicatorComparison(
                comparator: .between, target: low, upper: high.value,
                range: place..<highUnit.upperBound, unit: highUnit)
        }
        if text[next] == "±", let (offset, end) = text.number(at: text.skippingSpace(next + 1)),
            let least = low.subtracting(offset), let most = low.adding(offset), least <= most
        {
            let unit = end..<IndicatorUnit.end(in: text, from: end)
            return IndicatorComparison(
                comparator: .between, target: least, upper: most, range: place..<unit.upperBound,
                unit: unit)
        }
        guard let (comparator, end) = suffix(at: unit.upperBound, in: text) else { return nil }
        return IndicatorComparison(
            comparator: comparator, target: low, range: place..<end, unit: unit)
    }

    private static func rangeEnd(
        from place: Int, in text: IndicatorText
    ) -> (value: ScaledDecimal, end: Int)? {
        for sign in ["~", "〜", "——", "—", "–", "-", "至", "到"]
        where text.starts(with: sign, at: place) {
            return text.number(at: text.skippingSpace(place + sign.unicodeScalars.count))
        }
        return nil
    }
}
