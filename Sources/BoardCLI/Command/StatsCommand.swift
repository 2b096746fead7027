import ArgumentParser
import BoardDomain
import BoardService

/// `stats`: the board in numbers.
struct StatsCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("stats")
    static let looksBack = true

    @Option(name: .customLong("year"), help: ArgumentHelp(say("cli.stats.year.help")))
    var year: Int?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let found = try await board.statistics(
            year: year, as: try await session.viewer(on: board))
        let print = StatisticsPrint(statistics: found)
        guard !session.json else { return Screen.write(print.json) }
        Screen.write(
            session.text(
                "cli.stats.total",
                [
                    "cases": String(found.total.cases),
                    "budget": session.wording.money(found.total.budget),
                ]))
        for (title, table) in print.tables(session.wording) where !table.isEmpty {
            Screen.write("")
            Screen.write(session.text(title))
            Screen.write(table.lines(width: Screen.width, folding: true))
        }
    }
}
