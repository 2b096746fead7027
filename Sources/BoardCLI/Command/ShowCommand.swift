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
        let file: JSON
        if target.stream.kind == .challenge {
            do {
                file = try await board.caseFile(
                    target.stream.id, as: try await session.viewer(on: board),
                    at: session.givenInstant)
            } catch BoardFault.notFound {
                throw try await session.notFound(target.stream.id, on: board)
            }
        } else {
            let stream = try await board.state(of: target.stream)
            guard stream.version > 0 else {
                throw try await session.notFound(target.stream.id, on: board)
            }
            file = StreamFile(target.stream, stream).json
        }
        if session.json {
            Screen.write(file)
        } else {
            Screen.write(
                CaseFileText(session.texts, terminal: Screen.width).lines(file))
        }
    }
}
