import ArgumentParser
import BoardDomain
import BoardService

/// `show ID`: a case as its viewer may see it; a person, an organisation, a pool by what it is.
struct ShowCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("show")

    @Argument(help: ArgumentHelp(say("cli.id.help"), valueName: "id"))
    var id: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let target = try await session.target(id, on: board)
        let viewer = try await session.viewer(on: board)
        let file: JSON
        do {
            file =
                target.stream.kind == .challenge
                ? try await board.caseFile(target.stream.id, as: viewer, at: session.givenInstant)
                : StreamFile(
                    target.stream,
                    try await board.file(of: target.stream, as: viewer, at: session.givenInstant)
                ).json
        } catch BoardFault.notFound {
            throw try await session.notFound(target.stream.id, on: board)
        }
        if session.json {
            Screen.write(file)
        } else {
            Screen.write(
                CaseFileText(session.texts, terminal: Screen.width).lines(file))
        }
    }
}
