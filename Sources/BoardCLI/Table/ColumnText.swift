import TerminalKit

/// Text in the columns of a terminal, made harmless for it: what people typed may hold escape
/// sequences. However long it is, nothing of it is left out.
package enum ColumnText {
    /// On one line.
    static func line(_ text: String) -> SafeText { SafeText(whole: text) }

    /// With the line ends that it has.
    package static func safe(_ text: String) -> String {
        SafeText(whole: text, form: .body).string
    }

    /// How many columns it takes on one line.
    package static func width(of text: String) -> Int { line(text).columns() }

    /// Cut to a width, its last column an ellipsis where something is missing.
    static func cut(_ text: SafeText, to width: Int) -> SafeText {
        guard text.columns() > width else { return text }
        return width > 0 ? text.prefix(columns: width - 1) + "…" : .empty
    }

    /// Broken into lines of at most `width` columns.
    package static func wrapped(_ text: String, to width: Int) -> [String] {
        wrapped(SafeText(whole: text, form: .body), to: width).map(\.string)
    }

    static func wrapped(_ text: SafeText, to width: Int) -> [SafeText] {
        LineBreaker(columns: width).lines(of: text)
    }
}
