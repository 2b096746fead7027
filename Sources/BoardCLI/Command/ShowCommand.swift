import ArgumentParser
import BoardDomain
import BoardService

/// `show ID`: a case as its viewer may see it; a person, an organisation, a pool by what it is.
struct ShowCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("show")
    static let looksBack = true

    @Argument(help: ArgumentHelp(say("cli.id.help"), valueName: "id"))
    var id: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let target = try await session.target(id, on: board)
        let viewer = try await session.viewer(on: board)
        var file: JSON
        do {
            file = try await board.shown(target.stream, as: viewer, at: session.givenInstant)
        } catch BoardFault.notFound {
            throw try await session.notFound(target.stream.id, on: board)
        }
        var machine = type(of: BoardDomain.Stream(target.stream).aggregate).machines[0]
        if let object = target.object, object.machine != machine || !object.id.isEmpty {
            // What the viewer may not see is not in his file, and told from nothing else.
            guard case .object(var members)? = CaseSection.object(object, in: file) else {
                throw session.noSuchObject(id)
            }
            let waiting = CaseSection.waiting(on: object, in: file)
            if !waiting.isEmpty { members["waiting"] = .array(waiting) }
            members["id"] = .string(target.stream.id + "/" + object.text)
            file = .object(members)
            machine = object.machine
        }
        if session.json {
            Screen.write(file)
        } else {
            // Organisations stand in a file by code and by name; persons by their ids here and there.
            let names = try await board.directory().persons.mapValues(\.name)
            Screen.write(
                CaseFileText(session.texts, naming: names, terminal: Screen.width).lines(
                    file, of: machine))
        }
    }
}
