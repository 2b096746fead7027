/// Texts under each other, each behind its label; what is too long goes on below itself.
enum LabelledLines {
    /// Even on the narrowest terminal a text has so many columns.
    private static let least = 20

    static func lines(_ pairs: [(label: String, text: String)], width: Int) -> [String] {
        let column = pairs.map { ColumnText.width(of: $0.label) }.max() ?? 0
        let indent = String(repeating: " ", count: column + TextTable.gap)
        return pairs.flatMap { pair -> [String] in
            let blank = String(
                repeating: " ", count: column - ColumnText.width(of: pair.label) + TextTable.gap)
            return ColumnText.wrapped(
                pair.text, to: max(least, width - column - TextTable.gap)
            ).enumerated().map { ($0.offset == 0 ? pair.label + blank : indent) + $0.element }
        }
    }
}
