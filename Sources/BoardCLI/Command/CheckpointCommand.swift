import ArgumentParser
import BoardDomain
import BoardService

/// `checkpoint`: signs the log's head; the text is the anchor to keep elsewhere.
struct CheckpointCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("checkpoint")

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(say("cli.checkpoint.output.help"), valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open(for: .inspecting)
        let anchor = try await board.checkpoint(at: session.givenInstant)
        if let output { try LocalFile.create(output, anchor.text) }
        if session.json {
            Screen.write(
                .object([
                    "board": .string(anchor.board),
                    "position": .integer(anchor.checkpoint.position),
                    "hash": anchor.checkpoint.hash.json, "at": anchor.checkpoint.at.json,
                    "key": .string(anchor.checkpoint.keyID), "anchor": .string(anchor.text),
                ]))
        } else if let output {
            Screen.write(
                session.text(
                    "cli.checkpoint.written",
                    ["path": output, "position": String(anchor.checkpoint.position)]))
        } else {
            Screen.write(anchor.text, ending: "")
        }
    }
}
