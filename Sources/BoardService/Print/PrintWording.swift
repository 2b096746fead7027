import BoardDomain
import BoardResources

/// The board's values in words, as official papers have them.
struct PrintWording: Wording {
    /// Values as the other faces have them.
    let values: ValueWording
    var texts: Texts { values.texts }

    init(texts: Texts) { values = ValueWording(texts) }

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        texts.text("print." + key, values)
    }

    /// `2026年6月9日`; `9 June 2026`.
    func day(_ day: Day) -> String {
        let (year, month, date) = day.civil
        return text(
            "day",
            ["year": String(year), "month": text("month.\(month)"), "day": String(date)])
    }

    /// A name with what belongs to it: `徐慧敏（企业）`.
    func named(_ name: String, _ detail: String) -> String {
        text("named", ["name": name, "detail": detail])
    }

    /// In 元 with its capital numerals, as contracts and payment papers want it.
    func amount(_ money: Money) -> String {
        text("amount", ["figures": money.yuanNumber, "words": money.upperCase])
    }

    /// What an indicator asks for: `不低于 2000 h`.
    func target(
        _ comparator: Comparator, _ target: String?, _ upper: String?, unit: String
    ) -> String {
        let figures: String =
            switch comparator {
            case .fulfilled: ""
            case .range: "\(target ?? "")–\(upper ?? "") \(unit)"
            default: "\(target ?? "") \(unit)"
            }
        let word = comparator == .range ? "" : choice(comparator.rawValue)
        return [word, figures].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
