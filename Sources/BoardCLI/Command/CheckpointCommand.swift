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

    /// Beside an anchor lies that of the record of reads, as the record lies beside the board.
    static func readsPath(of anchor: String) -> String { anchor + ".reads" }

    func run(in session: Session) async throws {
        let board = try await session.open(for: .inspecting)
        let anchor = try await board.checkpoint(at: session.givenInstant)
        // A pipe gets one anchor, byte for byte as `verify` reads it.
        let reads =
            output != nil || session.json
            ? try await board.checkpointReads() : nil
        if let output {
            try LocalFile.create(output, anchor.text)
            if let reads { try LocalFile.create(Self.readsPath(of: output), reads.text) }
        }
        if session.json {
            var members: [String: JSON] = [
                "board": .string(anchor.board),
                "position": .integer(anchor.checkpoint.position),
                "hash": anchor.checkpoint.hash.json, "at": anchor.checkpoint.at.json,
                "key": .string(anchor.checkpoint.keyID), "anchor": .string(anchor.text),
            ]
            members["readsAnchor"] = reads.map { .string($0.text) }
            Screen.write(.object(members))
        } else if let output {
            Screen.write(
                session.text(
                    "cli.checkpoint.written",
                    ["path": output, "position": String(anchor.checkpoint.position)]))
            guard let reads else { return }
            Screen.write(
                session.text(
                    "cli.checkpoint.writtenReads",
                    [
                        "path": Self.readsPath(of: output),
                        "position": String(reads.checkpoint.position),
                    ]))
        } else {
            Screen.write(anchor.text, ending: "")
        }
    }
}
