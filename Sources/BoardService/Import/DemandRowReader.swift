import BoardDomain

/// Reads one record into a demand, noting what it finds on the way.
struct DemandRowReader {
    /// What a cell of a spreadsheet holds at most, in characters.
    static let longestCell = 32_767
    /// 10 亿元: a county's demand beyond it was most likely typed in 元 under a heading of 万元.
    private static let doubtful = Money(fen: 100_000_000_000)

    private let record: CSVRecord
    private let header: DemandHeader
    private let year: Int
    private let units: (investment: MoneyUnit, countyShare: MoneyUnit)
    private(set) var findings: [RowFinding] = []

    init(
        record: CSVRecord, header: DemandHeader, year: Int,
        units: (investment: MoneyUnit, countyShare: MoneyUnit)
    ) {
        self.record = record
        self.header = header
        self.year = year
        self.units = units
    }

    /// Nil once an error was noted; every column is read first, so that one look at the report
    /// shows all there is to correct.
    mutating func row() -> DemandRow? {
        guard isWellFormed() else { return nil }
        let title = title()
        let code = code()
        let enterprise = stated(.enterprise)
        let (chain, background) = (stated(.chain), stated(.background))
        let topicClass = topicClass()
        let indicators = indicators()
        let readiness = readiness()
        let (investment, countyShare) = amounts()
        let until = until()
        guard let title, let code, !findings.contains(where: { $0.severity == .error }) else {
            return nil
        }
        return DemandRow(
            row: record.row, number: optional(.number), title: title, enterpriseName: enterprise,
            code: code, chain: chain, topicClass: topicClass, background: background,
            indicators: indicators, readiness: readiness, investment: investment,
            countyShare: countyShare, until: until, cooperation: optional(.cooperation),
            contact: optional(.contact), phone: optional(.phone).map(Width.narrow),
            importKey: DemandRow.importKey(code: code, year: year, title: title))
    }

    private mutating func note(
        _ severity: RowFinding.Severity, _ key: String, _ column: DemandColumn? = nil,
        found: String = "", accepted: String = "", detail: String = ""
    ) {
        findings.append(
            RowFinding(
                severity, key, row: record.row, column: column,
                heading: column.map(header.heading(of:)), found: found, accepted: accepted,
                detail: detail))
    }

    private func cell(_ column: DemandColumn) -> String {
        guard let place = header.places[column], place < record.fields.count else { return "" }
        return record.fields[place]
    }

    private func optional(_ column: DemandColumn) -> String? {
        let text = cell(column)
        return text.isEmpty ? nil : text
    }

    /// The text of a column that a submission will need; its absence is warned about, unless the
    /// whole column is absent, which was said once for the file.
    private mutating func stated(_ column: DemandColumn) -> String? {
        if let text = optional(column) { return text }
        if header.places[column] != nil { note(.warning, "cell.blank", column) }
        return nil
    }

    private mutating func isWellFormed() -> Bool {
        switch record.fault {
        case .strayQuote(let place)?:
            note(.warning, "row.strayQuote", accepted: "\"\"", detail: "\(place)")
        case .textAfterQuote(let place)?:
            note(.error, "row.textAfterQuote", accepted: "\"\"", detail: "\(place)")
        case .unclosedQuote(let place)?:
            note(.error, "row.unclosedQuote", accepted: "\"", detail: "\(place)")
        case nil: break
        }
        let surplus = record.fields.dropFirst(header.headings.count).filter { !$0.isEmpty }
        if !surplus.isEmpty {
            // An unquoted comma has moved the cells: none can be trusted to stand in its column.
            note(
                .error, "row.tooManyCells", found: "\(record.fields.count)",
                accepted: "\(header.headings.count)")
        }
        for column in DemandColumn.allCases
        where cell(column).unicodeScalars.count > Self.longestCell {
            note(
                .error, "cell.tooLong", column, found: "\(cell(column).unicodeScalars.count)",
                accepted: "\(Self.longestCell)")
        }
        return !findings.contains { $0.severity == .error }
    }

    private mutating func title() -> String? {
        let title = cell(.title).split { $0.isWhitespace }.joined(separator: " ")
        guard DemandRow.normalised(title: title).isEmpty else { return title }
        note(.error, "title.missing", .title, found: title)
        return nil
    }

    private mutating func code() -> UnifiedCode? {
        let written = cell(.code).filter { !$0.isWhitespace }
        do {
            let code = try UnifiedCode(written)
            if let warning = code.organisationCodeWarning {
                note(
                    .warning, "code.organisation", .code, found: code.organisationCode,
                    accepted: String(code.organisationCode.dropLast()) + warning.expected)
            }
            return code
        } catch {
            switch error {
            case .blank: note(.error, "code.missing", .code)
            case .length(let found):
                // A spreadsheet turns a code of digits alone into 9.13306E+17 and loses its end.
                let isRounded = Width.narrow(written).uppercased().contains("E+")
                note(
                    .error, isRounded ? "code.rounded" : "code.length", .code, found: written,
                    accepted: "18", detail: "\(found)")
            case .character(let character, let position):
                note(
                    .error, "code.character", .code, found: written,
                    accepted: "0123456789ABCDEFGHJKLMNPQRTUWXY",
                    detail: "\(position) (\(character))")
            case .checkDigit(let expected, _):
                note(
                    .error, "code.checkDigit", .code, found: written,
                    accepted: String(written.dropLast()) + expected)
            }
            return nil
        }
    }

    private mutating func topicClass() -> DemandClass? {
        guard let written = stated(.topicClass) else { return nil }
        if let kind = DemandClass(written: written) { return kind }
        note(
            .error, "topicClass.unknown", .topicClass, found: written,
            accepted: DemandClass.allCases.map(\.rawValue).joined(separator: "、"))
        return nil
    }

    private mutating func indicators() -> [ParsedIndicator] {
        guard let written = stated(.indicators) else { return [] }
        let indicators = IndicatorReader.read(written)
        if indicators.isEmpty { note(.warning, "indicators.none", .indicators, found: written) }
        for indicator in indicators where indicator.measure == nil {
            note(
                .note, "indicators.text", .indicators, found: indicator.text,
                accepted: "≥ ≤ > < = ±")
        }
        return indicators
    }

    private mutating func readiness() -> ReadinessLevel? {
        guard let written = stated(.readiness) else { return nil }
        if let level = ReadinessLevel(text: written) { return level }
        note(.error, "readiness.unknown", .readiness, found: written, accepted: "1–9")
        return nil
    }

    private mutating func until() -> Day? {
        guard let written = stated(.until) else { return nil }
        guard let date = DemandDate(written: written) else {
            note(.error, "until.unreadable", .until, found: written, accepted: DemandDate.accepted)
            return nil
        }
        guard date.day.year >= year else {
            note(.error, "until.past", .until, found: written, accepted: "≥ \(year)-01-01")
            return nil
        }
        if date.isAssumed {
            note(.note, "until.assumed", .until, found: written, accepted: date.day.text)
        }
        return date.day
    }

    private mutating func amounts() -> (investment: Money?, countyShare: Money?) {
        let investment = amount(.investment, unit: units.investment)
        let share = amount(.countyShare, unit: units.countyShare)
        if let investment {
            if investment == .zero {
                note(.error, "amount.zero", .investment, found: cell(.investment), accepted: "> 0")
            } else if investment >= Self.doubtful {
                note(
                    .warning, "amount.doubtful", .investment, found: cell(.investment),
                    accepted: investment.wanText)
            }
            if let share, share > investment {
                note(
                    .error, "amount.shareTooLarge", .countyShare, found: cell(.countyShare),
                    accepted: "≤ \(investment.wanText)")
            }
        }
        return (investment, share)
    }

    private mutating func amount(_ column: DemandColumn, unit: MoneyUnit) -> Money? {
        guard let written = stated(column) else { return nil }
        let forms = "380、12.5万元、0.012亿、面议"
        do {
            let amount = try Money.read(written, unit: unit)
            if amount.unit != nil {
                note(.note, "amount.unit", column, found: written, accepted: amount.money.wanText)
            }
            return amount.money
        } catch {
            switch error {
            case .blank: break
            case .negotiable: note(.warning, "amount.negotiable", column, found: written)
            case .negative: note(.error, "amount.negative", column, found: written, accepted: "≥ 0")
            case .tooFine(_, let limit):
                note(.error, "amount.tooFine", column, found: written, accepted: "\(limit)")
            case .notANumber, .unknownUnit, .tooLarge:
                note(.error, "amount.unreadable", column, found: written, accepted: forms)
            }
            return nil
        }
    }
}
