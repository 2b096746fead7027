import BoardDomain
package import BoardResources

/// What became of a demand list, in words: of each row, of what was found in it, of the whole.
package struct ImportWording: Sendable {
    private let report: DemandReport
    private let rows: [ImportedRow]
    private let isDryRun: Bool
    private let wording: ValueWording

    package init(
        _ report: DemandReport, _ rows: [ImportedRow], isDryRun: Bool, _ wording: ValueWording
    ) {
        self.report = report
        self.rows = rows
        self.isDryRun = isDryRun
        self.wording = wording
    }

    private var texts: Texts { wording.texts }

    package func outcome(_ outcome: ImportedRow.Outcome) -> String {
        switch outcome {
        case .drafted(let id):
            texts.text(isDryRun ? "cli.import.wouldDraft" : "cli.import.drafted", ["id": id])
        case .alreadyThere(let id, []): texts.text("cli.import.alreadyThere", ["id": id])
        case .alreadyThere(let id, let changed):
            texts.text(
                "cli.import.alreadyThere.changed",
                [
                    "id": id,
                    "fields": wording.list(
                        changed.map { wording.label($0, in: Machine.challenge.rawValue) }),
                ])
        case .refused(let refusal): wording.refusal(refusal)
        }
    }

    /// How grave it is, where it stands, what it is.
    package func finding(_ finding: RowFinding) -> String {
        let place = finding.row.map {
            texts.text("cli.import.place", ["row": String($0)])
                + (finding.heading.map { texts.text("cli.import.column", ["column": $0]) } ?? "")
        }
        return [
            texts.text("cli.import." + finding.severity.rawValue), place,
            finding.message(in: texts),
        ].compactMap { $0 }.joined(separator: " ")
    }

    package var summary: String {
        var (drafted, there, refused) = (0, 0, report.refusedRows.count)
        for row in rows {
            switch row.outcome {
            case .drafted: drafted += 1
            case .alreadyThere: there += 1
            case .refused: refused += 1
            }
        }
        return texts.text(
            isDryRun ? "cli.import.wouldSum" : "cli.import.sum",
            [
                "drafted": String(drafted), "there": String(there), "refused": String(refused),
                "skipped": String(report.skipped.count),
            ])
    }

    /// Why no row of the file at a path could be read at all.
    package static func unreadable(_ report: DemandReport, at path: String, in texts: Texts)
        -> String
    {
        let messages = report.findings.filter { $0.severity == .error }
            .map { $0.message(in: texts) }
        return texts.text(
            "cli.import.unreadable",
            ["path": path, "fault": messages.joined(separator: texts.text("cli.semicolon"))])
    }
}
