import BoardDomain

/// Reads the indicators of one cell: `①摩擦力矩≤0.45 N·m（23℃，GB/T 32562）；②……`.
///
/// What cannot be told apart for certain is kept as text: an enterprise confirms words it wrote, not a
/// number that was guessed.
enum IndicatorReader {
    /// Cells that say that there is nothing yet.
    private static let placeholders: Set<String> = [
        "待定", "无", "暂无", "/", "-", "--", "—", "——", "详见附件", "见附件", "待议", "面议",
    ]

    static func read(_ cell: String) -> [ParsedIndicator] {
        pieces(of: cell).flatMap(indicators(in:))
    }

    /// The items of the cell, by ①②③, by 1. 2. 3. or by semicolons.
    static func pieces(of cell: String) -> [String] {
        let text = IndicatorText(cell)
        let markers = circled(in: text) ?? numbered(in: text)
        var cuts: [Range<Int>] = []
        var start = 0
        for marker in markers {
            cuts.append(start..<marker.lowerBound)
            start = marker.upperBound
        }
        cuts.append(start..<text.count)
        return cuts.flatMap { cut in
            let item = IndicatorText(text.quote(cut))
            return item.split { [";", "。", "\n", "\r"].contains(item.narrow[$0]) }
                .map { stripped(item.quote($0)) }
        }
        .filter { !$0.isEmpty && !placeholders.contains($0) }
    }

    private static func stripped(_ text: String) -> String {
        var rest = text[...]
        while let last = rest.last, "，,、；;。 ".contains(last) { rest.removeLast() }
        while let first = rest.first, "，,、：:".contains(first) { rest.removeFirst() }
        return Width.trimmed(rest)
    }

    /// ①…⑳, ⑴…⒇, ⒈…⒛; nil where there are none.
    private static func circled(in text: IndicatorText) -> [Range<Int>]? {
        let places = text.narrow.indices.filter {
            (0x2460...0x249B).contains(text.narrow[$0].value)
        }
        return places.isEmpty ? nil : places.map { $0..<$0 + 1 }
    }

    /// `1.` `2、` `(3)` in their order, each at the start of an item; a decimal is no marker.
    private static func numbered(in text: IndicatorText) -> [Range<Int>] {
        var markers: [Range<Int>] = []
        var isStart = true
        var place = 0
        while let scalar = text[place] {
            if isStart, let end = marker(markers.count + 1, at: place, in: text) {
                markers.append(place..<end)
                place = end
                isStart = false
            } else {
                isStart =
                    isStart && scalar.properties.isWhitespace
                    || ";。\n".unicodeScalars.contains(scalar)
                place += 1
            }
        }
        return markers
    }

    private static func marker(_ number: Int, at place: Int, in text: IndicatorText) -> Int? {
        for marker in ["(\(number))", "\(number).", "\(number)、", "\(number))"]
        where text.starts(with: marker, at: place) {
            let end = place + marker.unicodeScalars.count
            return text.isDigit(end) ? nil : end
        }
        return nil
    }

    /// A piece may hold several comparisons, each in a clause of its own.
    private static func indicators(in piece: String) -> [ParsedIndicator] {
        let text = IndicatorText(piece)
        var groups: [Range<Int>] = []
        var lead: Int?
        for clause in text.split(where: text.isClauseEnd) {
            let compares = !IndicatorComparison.all(in: IndicatorText(text.quote(clause))).isEmpty
            if compares {
                groups.append((lead ?? clause.lowerBound)..<clause.upperBound)
                lead = nil
            } else if let last = groups.popLast() {
                groups.append(last.lowerBound..<clause.upperBound)
            } else {
                lead = lead ?? clause.lowerBound
            }
        }
        guard !groups.isEmpty else { return [ParsedIndicator(text: piece, measure: nil)] }
        return groups.map { group in
            let words = text.quote(group)
            return ParsedIndicator(text: words, measure: measure(IndicatorText(words)))
        }
    }

    private static func measure(_ text: IndicatorText) -> IndicatorMeasure? {
        guard let comparison = IndicatorComparison.only(in: text),
            let (method, condition) = IndicatorTail.read(
                text, from: comparison.range.upperBound, hasUnit: !comparison.unit.isEmpty)
        else { return nil }
        let name = name(text.quote(0..<comparison.range.lowerBound))
        // A sign left in the name is half of another comparison, as in 80≤硬度≤90.
        guard name.unicodeScalars.contains(where: \.properties.isAlphabetic),
            !name.unicodeScalars.contains(where: { "≥≤≧≦＞＜<>=＝±".unicodeScalars.contains($0) })
        else { return nil }
        return IndicatorMeasure(
            name: name, comparator: comparison.comparator, target: comparison.target,
            upper: comparison.upper, unit: text.quote(comparison.unit), method: method,
            condition: condition)
    }

    private static func name(_ words: String) -> String {
        var name = stripped(words)
        for ending in ["应达到", "达到", "控制在", "保持在", "：", ":"] where name.hasSuffix(ending) {
            name = stripped(String(name.dropLast(ending.count)))
        }
        return name
    }
}
