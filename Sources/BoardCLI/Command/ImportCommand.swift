import ArgumentParser
import BoardDomain
import BoardService

/// `import FILE`: drafts on behalf of their enterprises, out of a demand list.
struct ImportCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("import")

    @Argument(
        help: ArgumentHelp(say("cli.import.file.help"), valueName: "file"), completion: .file())
    var file: String

    @Option(
        name: .customLong("year"),
        help: ArgumentHelp(say("cli.import.year.help"), valueName: "year"))
    var year: Int?

    @Flag(name: .customLong("dry-run"), help: ArgumentHelp(say("cli.do.dryRun.help")))
    var isDryRun = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let present = session.now.day.year
        // A county's calendar and its lists begin no earlier; next year's is drawn up in this one.
        let years = 2000...present + 1
        if let year, !years.contains(year) {
            throw Complaint(
                .usage,
                session.text(
                    "cli.import.year.misfit",
                    [
                        "given": String(year),
                        "accepted": "\(years.lowerBound)…\(years.upperBound)",
                    ]))
        }
        let report = DemandImport.read(
            bytes: try LocalFile.read(file), year: year ?? present)
        guard report.isReadable else {
            throw Complaint(
                .usage, ImportWording.unreadable(report, at: file, in: session.texts))
        }
        let board = try await session.open(for: .acting)
        let person = try await session.actor(on: board)
        let (instant, tries) = (session.givenInstant, isDryRun)
        let rows = try await Progress(session.text("cli.import.progress")).during {
            try await board.importDemands(report, as: person, isDryRun: tries, at: instant)
        }
        let print = ImportPrint(report: report, rows: rows, isDryRun: isDryRun, session.wording)
        if session.json {
            Screen.write(print.json)
        } else {
            Screen.write(print.lines(width: Screen.width))
        }
        let isRefused = rows.contains { if case .refused = $0.outcome { true } else { false } }
        if isRefused || !report.refusedRows.isEmpty {
            throw Complaint(.refused, print.summary)
        }
    }
}
