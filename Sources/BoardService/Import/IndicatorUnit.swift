import BoardDomain

/// Finds where a unit ends that stands right after a number.
enum IndicatorUnit {
    private static let symbols = Set("%‰°℃℉ΩΩμµ·•⋅²³⁻¹′″Å".unicodeScalars)

    private static let magnitudes = ["千万", "百万", "亿", "万", "千", "百"]

    /// Measure words and units written out, the longer before the shorter they begin with.
    private static let words = [
        "个循环", "循环", "个周期", "周期", "个批次", "批次", "个月", "小时", "分钟", "平方米", "立方米",
        "千瓦时", "吨标煤", "毫米", "厘米", "微米", "纳米", "千米", "公里", "公斤", "千克", "毫克", "微克",
        "毫升", "千瓦", "兆瓦", "兆帕", "千帕", "赫兹", "台套", "通道", "吨", "克", "升", "米", "秒", "分",
        "天", "日", "年", "月", "周", "度", "次", "件", "根", "种", "项", "个", "台", "套", "只", "条",
        "片", "人", "家", "倍", "级", "元", "转", "批", "份", "例", "亩", "篇", "位", "点", "层", "路", "代",
    ]

    /// The place after the unit; `place` itself where no unit is known.
    static func end(in text: IndicatorText, from place: Int) -> Int {
        var end = atom(in: text, from: text.skippingSpace(place))
        guard end > text.skippingSpace(place) else { return place }
        while text[end] == "/" {
            // The part below the line may carry a number: μm/25 mm.
            var below = end + 1
            if let number = text.number(at: below) { below = text.skippingSpace(number.end) }
            let next = atom(in: text, from: below)
            guard next > below else { break }
            end = next
        }
        return end
    }

    private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        // U+3371…U+33DF are units squared into one character, such as ㎏.
        return scalar.isASCII && scalar.properties.isAlphabetic || symbols.contains(scalar)
            || (0x3371...0x33DF).contains(scalar.value)
    }

    private static func atom(in text: IndicatorText, from place: Int) -> Int {
        var end = place
        while true {
            if isLetter(text[end]) {
                end += 1
            } else if end > place, text[end] == "2" || text[end] == "3", isLetter(text[end - 1]),
                !text.isDigit(end + 1)
            {
                end += 1
            } else if end > place, text[end] == "*" || text[end] == ".", isLetter(text[end + 1]) {
                end += 1
            } else if end > place, text[end] == "^", let exponent = text.number(at: end + 1) {
                end = exponent.end
            } else {
                break
            }
        }
        if end > place {
            // The weighting of a sound level belongs to its unit: dB(A).
            for weighting in ["(A)", "(B)", "(C)", "(Z)"]
            where text.starts(with: weighting, at: end) {
                return text.starts(with: "dB", at: max(place, end - 2)) ? end + 3 : end
            }
            return end
        }
        let magnitude = magnitudes.first { text.starts(with: $0, at: place) }?.count ?? 0
        let word = words.first { text.starts(with: $0, at: place + magnitude) }?.count ?? 0
        return place + magnitude + word
    }
}
