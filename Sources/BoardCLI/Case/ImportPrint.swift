import BoardDomain
import BoardResources
import BoardService

/// What became of a demand list, row by row: what was made, what is there already, what to correct.
struct ImportPrint {
    private let report: DemandReport
    private let rows: [ImportedRow]
    private let isDryRun: Bool
    private let wording: ValueWording

    init(
        report: DemandReport, rows: [ImportedRow], isDryRun: Bool, _ wording: ValueWording
    ) {
        self.report = report
        self.rows = rows
        self.isDryRun = isDryRun
        self.wording = wording
    }

    private var words: ImportWording {
        ImportWording(report, rows, isDryRun: isDryRun, wording)
    }

    func lines(width: Int?) -> [String] {
        let (texts, words) = (wording.texts, words)
        var table = TextTable([
            .init(texts.text("cli.import.row"), .right),
            .init(texts.text("cli.list.title"), yields: true),
            .init(texts.text("cli.list.enterprise"), yields: true),
            .init(texts.text("cli.import.outcome"), yields: true),
        ])
        for row in rows {
            table.add([
                String(row.row.row), row.row.title, row.row.enterpriseName ?? row.row.code.text,
                words.outcome(row.outcome),
            ])
        }
        let lines = rows.isEmpty ? [] : table.lines(width: width) + [""]
        return lines + report.findings.map(words.finding) + [summary]
    }

    var summary: String { words.summary }

    var json: JSON {
        [
            "dryRun": .boolean(isDryRun),
            "rows": .array(
                rows.map { row in
                    var members: [String: JSON] = [
                        "row": .integer(Int64(row.row.row)), "title": .string(row.row.title),
                        "importKey": .string(row.row.importKey),
                    ]
                    switch row.outcome {
                    case .drafted(let id): members["drafted"] = .string(id)
                    case .alreadyThere(let id, let changed):
                        members["alreadyThere"] = .string(id)
                        members["changed"] = changed.json
                    case .refused(let refusal): members["refused"] = refusal.json
                    }
                    return .object(members)
                }),
            "findings": .array(
                report.findings.map { finding in
                    var members: [String: JSON] = [
                        "severity": .string(finding.severity.rawValue),
                        "key": .string(finding.key), "found": .string(finding.found),
                        "accepted": .string(finding.accepted),
                        "message": .string(finding.message(in: wording.texts)),
                    ]
                    members["row"] = finding.row.map { .integer(Int64($0)) }
                    members["column"] = finding.heading.map(JSON.string)
                    return .object(members)
                }),
            "refusedRows": .array(report.refusedRows.map { .integer(Int64($0)) }),
        ]
    }
}
