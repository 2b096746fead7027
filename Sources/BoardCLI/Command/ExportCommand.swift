import ArgumentParser
import BoardDomain
import BoardService

/// `export`: the cases that a viewer may see, for a spreadsheet or a program.
struct ExportCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("export")
    static let looksBack = true

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(say("cli.export.format.help"), valueName: "csv|json"),
        completion: .list(["csv", "json"]))
    var format: String?

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(say("cli.export.output.help"), valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let chosen = try ChoiceSet(session.wording).one(
            of: ["csv", "json"], typed: format ?? (session.json ? "json" : "csv"), word: { $0 })
        let board = try await session.open()
        let list = CaseList(rows: try await rows(board, session))
        let text =
            chosen == "csv"
            ? list.csv(in: session.texts).text : list.json.canonicalText + "\n"
        guard let output else { return Screen.write(text, ending: "") }
        try LocalFile.create(output, text)
        Screen.complain(
            session.text(
                "cli.export.written", ["path": output, "count": String(list.rows.count)]))
    }

    private func rows(_ board: LocalBoard, _ session: Session) async throws -> [CaseRow] {
        let viewer = try await session.viewer(on: board)
        var query = CaseQuery()
        query.limit = .max
        let progress = Progress(session.text("cli.export.progress"))
        let asked = query
        return try await progress.during { try await board.cases(asked, as: viewer) }
    }
}
