import TerminalKit

/// What somebody gave, told back to him in a message.
package enum Echo {
    /// On one line and no longer than helps to find it again, in columns of a terminal.
    package static func brief(_ text: String, columns: Int = 60) -> String {
        // Cut before it is measured: it may be megabytes.
        let line = SafeText(String(text.unicodeScalars.prefix(columns * 2)))
        guard line.columns() > columns else { return line.string }
        return line.prefix(columns: columns - 1).string + "…"
    }
}
