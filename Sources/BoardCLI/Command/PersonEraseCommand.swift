import ArgumentParser
import BoardDomain
import BoardService

/// `person erase ID`: how to reach whom a bid or a draft names is erased for good (G7).
struct PersonEraseCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("erase", key: "person.erase")

    @Argument(help: ArgumentHelp(say("cli.person.erase.id.help"), valueName: "id"))
    var id: String

    @Option(name: .customLong("reason"), help: ArgumentHelp(say("cli.person.erase.reason.help")))
    var reason: String

    @Option(name: .customLong("clause"), help: ArgumentHelp(say("cli.person.erase.clause.help")))
    var clause: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let target = try await session.target(id, on: board)
        let object = target.object ?? ObjectReference(.challenge)
        guard target.stream.kind == .challenge, [.challenge, .bid].contains(object.machine) else {
            throw Complaint(.usage, session.text("cli.person.erase.misfit", ["given": id]))
        }
        try await DirectoryAct(
            stream: target.stream, machine: object.machine, object: object.id,
            command: "erase-contact", fields: ["reason=" + reason, "clause=" + clause]
        ).run(in: session, on: board)
        guard !session.json else { return }
        Screen.write(session.text("cli.person.erase.backups"))
    }
}
