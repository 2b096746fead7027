package import BoardResources

/// What the reading of a list has to say about a row, or about the file as a whole.
package struct RowFinding: Hashable, Sendable {
    package enum Severity: String, CaseIterable, Comparable, Sendable {
        /// Read as it was meant; nothing to do.
        case note
        /// The draft is made, but lacks something or is doubtful there.
        case warning
        /// The row, or the file, is not imported.
        case error

        package static func < (left: Severity, right: Severity) -> Bool {
            order(left) < order(right)
        }

        private static func order(_ severity: Severity) -> Int {
            switch severity {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// Counted from 1, as a spreadsheet shows it; nil for the file.
    package let row: Int?
    package let column: DemandColumn?
    /// The heading of the column, as the file has it.
    package let heading: String?
    /// What stands there, cut after 60 characters.
    package let found: String
    /// What would be accepted there, or what was taken instead.
    package let accepted: String
    /// A position or a count that the wording names, where there is one.
    package let detail: String
    package let severity: Severity
    /// Of the text that words it: `import.…`.
    package let key: String

    init(
        _ severity: Severity, _ key: String, row: Int? = nil, column: DemandColumn? = nil,
        heading: String? = nil, found: String = "", accepted: String = "", detail: String = ""
    ) {
        self.row = row
        self.column = column
        self.heading = heading
        self.found = found.count > 60 ? found.prefix(60) + "…" : found
        self.accepted = accepted
        self.detail = detail
        self.severity = severity
        self.key = "import." + key
    }

    /// The finding in words, without row and column.
    package func message(in texts: Texts) -> String {
        texts.text(key, ["found": found, "accepted": accepted, "detail": detail])
    }
}
