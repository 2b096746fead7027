import ArgumentParser
import BoardDomain
import BoardService

/// `log`: the rows of the log as they were written, for the owner of the file.
struct LogCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("log")

    @Option(
        name: .customLong("after"),
        help: ArgumentHelp(say("cli.log.after.help"), valueName: "position"))
    var after: Int64?

    @Option(name: .customLong("limit"), help: ArgumentHelp(say("cli.log.limit.help")))
    var limit: Int = 20

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let count = max(1, limit)
        // Without a place to start from, the newest rows are asked for.
        let last = try await board.head().position
        let start = after ?? max(0, last - Int64(count))
        let rows = try await board.events(after: start, limit: count)
        guard !session.json else { return Screen.write(.array(rows.map(\.json))) }
        let texts = session.texts
        var table = TextTable([
            .init(texts.text("cli.timeline.position"), .right), .init(texts.text("cli.log.stream")),
            .init(texts.text("cli.log.version"), .right), .init(texts.text("cli.timeline.at")),
            .init(texts.text("cli.timeline.what"), yields: true),
            .init(texts.text("cli.timeline.who"), yields: true), .init(texts.text("cli.log.hash")),
        ])
        for row in rows {
            table.add([
                String(row.position), row.stream, String(row.version),
                session.wording.instant(row.occurredAt), session.wording.event(row.type), row.actor,
                String(row.hash.text.prefix(12)),
            ])
        }
        session.show(table, empty: "cli.log.empty")
    }
}

extension EventRow {
    var json: JSON {
        [
            "position": .integer(position), "stream": .string(stream),
            "version": .integer(Int64(version)), "type": .string(type),
            "schema": .integer(Int64(schema)), "occurredAt": occurredAt.json,
            "recordedAt": recordedAt.json, "actor": .string(actor),
            "onBehalfOf": .string(onBehalfOf), "commandID": .string(commandID),
            "correlation": .string(correlation), "causation": .integer(causation),
            "policy": .string(policy),
            "payload": (try? JSONReader.read(payload)) ?? .string(payload),
            "hash": hash.json,
        ]
    }
}
