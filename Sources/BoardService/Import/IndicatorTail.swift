import BoardDomain

/// What stands after a comparison: the method of measurement and the conditions.
enum IndicatorTail {
    private static let issuers = [
        "GB", "JB", "HG", "YY", "QB", "FZ", "SH", "NB", "JJF", "JJG", "DB", "QC", "T/", "Q/", "ISO",
        "IEC", "ASTM", "DIN", "EN", "JIS", "SAE", "ANSI",
    ]
    private static let leads = ["满足", "符合", "按照", "按", "依据", "依照", "执行", "采用", "参照", "参考"]
    private static let endings = ["方法", "标准", "规定", "要求", "测试", "检测", "执行"]

    /// Nil where the text runs on so that the unit cannot be told from it.
    static func read(
        _ text: IndicatorText, from place: Int, hasUnit: Bool
    ) -> (method: String?, condition: String?)? {
        if let next = text[place] {
            let separates = next.properties.isWhitespace || next == "(" || text.isClauseEnd(place)
            let runsOn = next.isASCII && next.properties.isAlphabetic || text.isDigit(place)
            guard separates || hasUnit && !runsOn && next != "×" && next != "^" else { return nil }
        }
        var (methods, conditions): ([String], [String]) = ([], [])
        for part in parts(of: text, from: place) {
            if let standard = standard(part) {
                methods.append(standard)
            } else {
                conditions.append(part)
            }
        }
        return (joined(methods), joined(conditions))
    }

    private static func joined(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: "，")
    }

    /// The text between commas and brackets, whichever way they nest.
    private static func parts(of text: IndicatorText, from place: Int) -> [String] {
        var parts: [String] = []
        var start = place
        for end in place...text.count {
            let isCut =
                end == text.count || text.isClauseEnd(end)
                || ["(", ")", ";", "、"].contains(text.narrow[end])
            guard isCut else { continue }
            let part = text.quote(start..<end)
            if !part.isEmpty { parts.append(part) }
            start = end + 1
        }
        return parts
    }

    /// The name of the standard or method; nil for a condition.
    private static func standard(_ part: String) -> String? {
        var name = part
        for lead in leads where name.hasPrefix(lead) {
            name = Width.trimmed(name.dropFirst(lead.count))
            break
        }
        let narrow = Width.narrow(name)
        guard issuers.contains(where: narrow.hasPrefix),
            narrow.unicodeScalars.prefix(12).contains(where: { ("0"..."9").contains($0) })
        else {
            return ["方法", "标准", "药典", "规程", "规范"].contains(where: part.contains) ? part : nil
        }
        for ending in endings where name.hasSuffix(ending) {
            name = Width.trimmed(name.dropLast(ending.count))
        }
        return name
    }
}
