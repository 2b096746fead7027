extension Money {
    /// The amount in capital numerals for contracts: 壹拾贰万伍仟元整.
    ///
    /// By the appendix of the 支付结算办法: 整 after 元 only, 零 for a run of zeros between digits and
    /// for a zero 角 before 分.
    package var upperCase: String {
        let yuan = fen.magnitude / 100
        let (jiao, cent) = (Int(fen.magnitude / 10 % 10), Int(fen.magnitude % 10))
        var text = isNegative ? "负" : ""
        if yuan > 0 || (jiao == 0 && cent == 0) {
            text += (yuan == 0 ? "零" : Self.words(yuan)) + "元"
        }
        if jiao == 0, cent == 0 { return text + "整" }
        if jiao > 0 {
            text += Self.numerals[jiao] + "角"
        } else if yuan > 0 {
            text += "零"
        }
        return cent > 0 ? text + Self.numerals[cent] + "分" : text
    }

    private static let numerals = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    /// Splits at 亿, 万, 仟, 佰, 拾; a lower part that does not fill its first place takes one 零.
    private static func words(_ number: UInt64) -> String {
        for (unit, name) in [
            (UInt64(100_000_000), "亿"), (10_000, "万"), (1000, "仟"), (100, "佰"), (10, "拾"),
        ] where number >= unit {
            let (high, low) = number.quotientAndRemainder(dividingBy: unit)
            if low == 0 { return words(high) + name }
            return words(high) + name + (low < unit / 10 ? "零" : "") + words(low)
        }
        return numerals[Int(number)]
    }
}
