import ArgumentParser
import BoardDomain
import BoardService

/// `may ID`: what a person may do now, and why not the rest.
struct MayCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("may")
    static let looksBack = true

    @Argument(help: ArgumentHelp(say("cli.id.help"), valueName: "id"))
    var id: String

    @Flag(name: .customLong("all"), help: ArgumentHelp(say("cli.may.all.help")))
    var all = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let person = try await session.actor(on: board)
        let target = try await session.targetOrNew(id, on: board)
        var options: [CommandOption]
        do {
            // Of what is yet to be made nothing is hidden.
            if !Target.isNew(id), !target.isNamedByMaker {
                _ = try await board.file(of: target.stream, as: person, at: session.givenInstant)
            }
            options = try await board.options(
                for: person, in: target.stream, at: session.givenInstant)
        } catch BoardFault.notFound {
            throw try await session.notFound(target.stream.id, on: board)
        }
        if let object = target.object {
            options = options.filter { $0.subject == object }
            if options.isEmpty, !object.id.isEmpty {
                let file = try await board.shown(
                    target.stream, as: person, at: session.givenInstant)
                guard CaseSection.object(object, in: file) != nil else {
                    throw session.noSuchObject(id)
                }
            }
        }
        let print = OptionPrint(
            options, stream: target.stream, try await session.wording(on: board),
            width: Screen.width)
        if session.json {
            Screen.write(print.json)
        } else {
            Screen.write(print.lines(showingAll: all))
        }
    }
}
