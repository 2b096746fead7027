import ArgumentParser
import BoardDomain
import BoardService

/// `rebuild`: makes every list and index anew from the log, while the old ones go on answering.
struct RebuildCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("rebuild")

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await LocalBoard.openForRebuild(
            path: session.database, settings: try session.settings())
        let progress = Progress(session.text("cli.rebuild.progress"))
        try await board.rebuild { progress.show(Int($0), of: Int($1)) }
        progress.end()
        let events = try await board.head().position
        try await board.close()
        if session.json {
            Screen.write(.object(["events": .integer(events)]))
        } else {
            Screen.write(session.text("cli.rebuild.done", ["events": String(events)]))
        }
    }
}
