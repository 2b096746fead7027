package import BoardDomain

/// One demand of a list, read as far as it is certain: what a draft on behalf of its enterprise is
/// made of.
///
/// A nil or empty member was not stated in the list; a stated but unacceptable one refuses the row.
package struct DemandRow: Hashable, Sendable {
    /// The row of the file, counted from 1.
    package let row: Int
    package let number: String?
    package let title: String
    package let enterpriseName: String?
    package let code: UnifiedCode
    package let chain: String?
    package let topicClass: DemandClass?
    package let background: String?
    package let indicators: [ParsedIndicator]
    package let readiness: ReadinessLevel?
    package let investment: Money?
    package let countyShare: Money?
    package let until: Day?
    package let cooperation: String?
    package let contact: String?
    package let phone: String?
    /// Code, year and normalised title: a list imported twice adds nothing twice.
    package let importKey: String

    /// The key by which a demand is known again, however its title was typed.
    package static func importKey(code: UnifiedCode, year: Int, title: String) -> String {
        "\(code.text)/\(year)/\(normalised(title: title))"
    }

    /// Width folded, lower-cased, without white space, punctuation and invisible characters.
    static func normalised(title: String) -> String {
        var text = ""
        for scalar in Width.narrow(title).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
                .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation, .finalPunctuation, .otherPunctuation:
                continue
            default: text += scalar.properties.lowercaseMapping
            }
        }
        return text
    }
}
