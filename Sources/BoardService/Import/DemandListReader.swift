import BoardDomain

/// Takes the records of a list one by one and tells demands from what else stands in a list.
struct DemandListReader {
    private static let totals = ["合计", "总计", "小计", "共计", "总合计", "累计"]
    private static let remarks = ["填表", "填报", "备注", "注:", "说明", "审核", "负责人", "制表"]

    private let header: DemandHeader
    private let year: Int
    private let units: (investment: MoneyUnit, countyShare: MoneyUnit)
    private var rows: [DemandRow] = []
    private var findings: [RowFinding] = []
    private var skipped: [DemandReport.Skipped] = []
    private var rowByKey: [String: Int] = [:]
    private var enterpriseByCode: [UnifiedCode: String] = [:]

    init(header: DemandHeader, year: Int) {
        self.header = header
        self.year = year
        units = (Self.unit(of: .investment, in: header), Self.unit(of: .countyShare, in: header))
        for heading in header.unknown {
            findings.append(RowFinding(.note, "file.columnIgnored", found: heading))
        }
        for column in DemandColumn.allCases
        where column != .number && header.places[column] == nil {
            findings.append(
                RowFinding(.warning, "file.columnAbsent", column: column, accepted: column.names[0])
            )
        }
        for column in [DemandColumn.investment, .countyShare] {
            guard header.places[column] != nil else { continue }
            let heading = header.heading(of: column)
            guard DemandColumn.unit(heading: heading) == nil else { continue }
            findings.append(
                RowFinding(
                    .warning, "file.unitAssumed", column: column, heading: heading, found: heading,
                    accepted: MoneyUnit.wan.rawValue))
        }
    }

    private static func unit(of column: DemandColumn, in header: DemandHeader) -> MoneyUnit {
        DemandColumn.unit(heading: header.heading(of: column)) ?? .wan
    }

    mutating func take(_ record: CSVRecord) {
        if let reason = reasonToSkip(record) {
            skip(record, reason)
            return
        }
        var reader = DemandRowReader(record: record, header: header, year: year, units: units)
        let row = reader.row()
        findings += reader.findings
        guard let row else { return }
        if let first = rowByKey[row.importKey] {
            skipped.append(DemandReport.Skipped(row: row.row, reason: .duplicate))
            findings.append(
                RowFinding(
                    .warning, "row.duplicate", row: row.row, column: .title,
                    heading: header.heading(of: .title), found: row.title, accepted: "\(first)"))
            return
        }
        rowByKey[row.importKey] = row.row
        checkEnterprise(of: row)
        rows.append(row)
    }

    /// One code under two names is a slip of copying more often than a change of name.
    private mutating func checkEnterprise(of row: DemandRow) {
        guard let name = row.enterpriseName else { return }
        guard let first = enterpriseByCode[row.code] else {
            enterpriseByCode[row.code] = name
            return
        }
        guard DemandRow.normalised(title: first) != DemandRow.normalised(title: name) else {
            return
        }
        findings.append(
            RowFinding(
                .warning, "enterprise.differs", row: row.row, column: .enterprise,
                heading: header.heading(of: .enterprise), found: name, accepted: first))
    }

    private func reasonToSkip(_ record: CSVRecord) -> DemandReport.Skipped.Reason? {
        if record.row == header.row { return .heading }
        if record.row < header.row { return .aboveHeading }
        if record.isBlank { return .blank }
        if header.isRepeated(by: record) { return .heading }
        let cell = { (column: DemandColumn) -> String in
            guard let place = header.places[column], place < record.fields.count else { return "" }
            return record.fields[place]
        }
        guard record.fault == nil, cell(.title).isEmpty else { return nil }
        let filled = record.fields.filter { !$0.isEmpty }
        let first = Width.narrow(filled.first ?? "").filter { !$0.isWhitespace }
        if Self.totals.contains(where: first.hasPrefix) { return .total }
        // Notes and signatures under a table, and numbered rows that nobody filled in.
        if Self.remarks.contains(where: first.hasPrefix) { return .remark }
        guard filled.count == 1, cell(.code).isEmpty else { return nil }
        return cell(.number) == filled[0] && isNumber(first) ? .blank : .remark
    }

    private func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private mutating func skip(_ record: CSVRecord, _ reason: DemandReport.Skipped.Reason) {
        skipped.append(DemandReport.Skipped(row: record.row, reason: reason))
        let words = record.fields.filter { !$0.isEmpty }.joined(separator: " ")
        switch reason {
        case .total, .remark:
            findings.append(
                RowFinding(.note, "row.\(reason.rawValue)", row: record.row, found: words))
        case .aboveHeading:
            if let named = Self.namedYear(in: words), named != year {
                findings.append(
                    RowFinding(
                        .warning, "file.otherYear", row: record.row, found: "\(named)",
                        accepted: "\(year)"))
            }
        case .blank, .heading, .duplicate: break
        }
    }

    /// The year of a title such as `新昌县2026年度企业技术需求征集汇总表`.
    static func namedYear(in title: String) -> Int? {
        let text = IndicatorText(title)
        for place in text.narrow.indices where text.starts(with: "年", at: place) && place >= 4 {
            let digits = text.narrow[(place - 4)..<place]
            guard digits.allSatisfy({ ("0"..."9").contains($0) }), !text.isDigit(place - 5) else {
                continue
            }
            return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        }
        return nil
    }

    func report(encoding: ListEncoding) -> DemandReport {
        let sorted = findings.enumerated().sorted {
            ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
        }
        return DemandReport(
            encoding: encoding, headerRow: header.row, rows: rows,
            findings: sorted.map(\.element), skipped: skipped)
    }
}
