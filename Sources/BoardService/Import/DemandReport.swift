/// What came of reading a list: rows to make drafts of, and everything there is to say.
package struct DemandReport: Hashable, Sendable {
    /// A row that is no demand.
    package struct Skipped: Hashable, Sendable {
        package enum Reason: String, CaseIterable, Sendable {
            case aboveHeading, heading, blank, total, remark, duplicate
        }
        package let row: Int
        package let reason: Reason
    }

    /// Nil where the bytes are no text, or the file is empty.
    package let encoding: ListEncoding?
    /// Nil where no heading was found; then there are no rows either.
    package let headerRow: Int?
    /// In the order of the file.
    package let rows: [DemandRow]
    /// By row, those of the file first.
    package let findings: [RowFinding]
    package let skipped: [Skipped]

    /// Rows that are demands but were not read as such, by number.
    package var refusedRows: [Int] {
        Set(findings.filter { $0.severity == .error }.compactMap(\.row)).sorted()
    }

    /// Whether the file as a whole could be read.
    package var isReadable: Bool {
        !findings.contains { $0.row == nil && $0.severity == .error }
    }
}
