/// A language in which the board speaks, by its BCP 47 tag.
package enum Language: String, CaseIterable, Sendable {
    case zhHans = "zh-Hans"
    case en

    /// Reads a tag, a locale such as `zh_CN.UTF-8` or `en-GB`; nil for a language without texts.
    package init?(tag: String) {
        switch tag.lowercased().prefix(while: { $0.isLetter }) {
        case "zh": self = .zhHans
        case "en": self = .en
        default: return nil
        }
    }
}
