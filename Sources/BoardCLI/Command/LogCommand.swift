import ArgumentParser
import BoardDomain
import BoardService

/// `log`: the rows of the log, with as much of each as its reader may see, and every hash.
struct LogCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("log")
    static let looksBack = true

    @Option(
        name: .customLong("after"),
        help: ArgumentHelp(say("cli.log.after.help"), valueName: "position"))
    var after: Int64?

    @Option(
        name: .customLong("limit"), parsing: .unconditional,
        help: ArgumentHelp(say("cli.log.limit.help")))
    var limit: Int = 20

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let count = try session.limit(limit)
        let board = try await session.open(for: .inspecting)
        // Without a place to start from, the newest rows are asked for.
        let last = try await board.head().position
        let start = after ?? max(0, last - Int64(count))
        let entries = try await board.logEntries(
            after: start, limit: count, as: try await session.viewer(on: board),
            at: session.givenInstant)
        guard !session.json else { return Screen.write(.array(entries.map(\.json))) }
        let texts = session.texts
        let wording = session.wording
        var table = TextTable([
            .init(texts.text("cli.timeline.position"), .right), .init(texts.text("cli.log.stream")),
            .init(texts.text("cli.timeline.at")),
            .init(texts.text("cli.timeline.what"), yields: true),
            .init(texts.text("cli.timeline.who"), yields: true, spare: 1),
            .init(texts.text("cli.log.hash"), spare: 2),
        ])
        for row in entries {
            table.add([
                String(row.position), row.stream ?? texts.text("cli.log.withheld"),
                row.entry.map { wording.instant($0.at) } ?? "",
                row.entry.map { wording.event($0.type) } ?? "",
                row.entry.map(wording.signer) ?? "", String(row.hash.text.prefix(12)),
            ])
        }
        session.show(table, empty: "cli.log.empty")
        session.tellCut(shown: entries.count, of: Int(last - (after ?? 0)))
    }
}

extension LogEntry {
    var json: JSON {
        if let row { return row.json }
        guard let stream, case .object(var members)? = entry?.json else {
            return ["position": .integer(position), "hash": hash.json, "withheld": true]
        }
        members["stream"] = .string(stream)
        return .object(members)
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
