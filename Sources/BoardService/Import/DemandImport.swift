/// Reads a demand list as bureaus keep it: whatever encoding, heading and width, one row a demand.
///
/// Pure: what becomes of the rows, and which of them the board already has, is decided by others.
///
/// What a row leaves open stays open in its draft (面议 is no amount, and a draft may lack one); what a
/// row states but cannot mean refuses the row, since a draft that silently drops it would put other
/// words into the enterprise's mouth. The list is corrected and imported again: rows already there
/// are known by their key.
package enum DemandImport {
    /// Larger files are no list of one year.
    static let maxBytes = 16 * 1024 * 1024

    /// `year` is the year of the list; it is part of every row's key.
    package static func read(bytes: [UInt8], year: Int) -> DemandReport {
        guard !bytes.isEmpty else { return .unreadable("file.empty") }
        guard bytes.count <= maxBytes else {
            return .unreadable(
                "file.tooLarge", found: "\(bytes.count)", accepted: "\(maxBytes)")
        }
        guard let (encoding, text) = ListEncoding.decode(bytes) else {
            return .unreadable(
                "file.noText", found: kind(of: bytes),
                accepted: ListEncoding.allCases.map(\.rawValue).joined(separator: " / "))
        }
        let records = CSVReader.read(text)
        guard let header = DemandHeader.find(in: records) else {
            return .unreadable(
                "file.noHeading",
                accepted: DemandColumn.allCases.map { $0.names[0] }
                    .joined(separator: "、"), encoding: encoding)
        }
        let missing = [DemandColumn.title, .code].filter { header.places[$0] == nil }
        guard missing.isEmpty else {
            return .unreadable(
                "file.columnMissing", found: header.headings.joined(separator: "、"),
                accepted: missing.map { $0.names[0] }.joined(separator: "、"), encoding: encoding)
        }
        var list = DemandListReader(header: header, year: year)
        for record in records { list.take(record) }
        return list.report(encoding: encoding)
    }

    private static func kind(of bytes: [UInt8]) -> String {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "xlsx/zip" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "xls" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        return "0x" + bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension DemandReport {
    static func unreadable(
        _ key: String, found: String = "", accepted: String = "", encoding: ListEncoding? = nil
    ) -> DemandReport {
        DemandReport(
            encoding: encoding, headerRow: nil, rows: [],
            findings: [RowFinding(.error, key, found: found, accepted: accepted)], skipped: [])
    }
}
