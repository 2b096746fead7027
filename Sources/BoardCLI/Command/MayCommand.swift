import ArgumentParser
import BoardDomain
import BoardService

/// `may ID`: what a person may do now, and why not the rest.
struct MayCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("may")

    @Argument(help: ArgumentHelp(say("cli.id.help"), valueName: "id"))
    var id: String

    @Flag(name: .customLong("all"), help: ArgumentHelp(say("cli.may.all.help")))
    var all = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let person = try await session.actor(on: board)
        let target = try await session.target(id, on: board)
        let stream = try await board.state(of: target.stream)
        guard stream.version > 0 else {
            throw try await session.notFound(target.stream.id, on: board)
        }
        var options = try await board.options(
            for: person, in: target.stream, at: session.givenInstant)
        if let object = target.object { options = options.filter { $0.subject == object } }
        let print = OptionPrint(options, stream: target.stream, session.wording)
        if session.json {
            Screen.write(print.json)
        } else {
            Screen.write(print.lines(showingAll: all))
        }
    }
}
