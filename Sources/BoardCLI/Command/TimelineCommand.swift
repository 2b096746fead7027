import ArgumentParser
import BoardDomain
import BoardResources
import BoardService

/// `timeline ID`: what has happened in a case or another stream, oldest first.
struct TimelineCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("timeline")
    static let looksBack = true

    @Argument(help: ArgumentHelp(say("cli.id.help"), valueName: "id"))
    var id: String

    @Flag(name: .customLong("fields"), help: ArgumentHelp(say("cli.timeline.fields.help")))
    var showsFields = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let target = try await session.target(id, on: board)
        let entries: [TimelineEntry]
        do {
            entries = try await board.timeline(
                target.stream, as: try await session.viewer(on: board), at: session.givenInstant)
        } catch BoardFault.notFound {
            throw try await session.notFound(target.stream.id, on: board)
        }
        let shown = entries.filter { entry in
            target.object.map { $0.text == entry.object } ?? true
        }
        guard !session.json else { return Screen.write(.array(shown.map(\.json))) }
        let wording = try await session.wording(on: board)
        session.show(table(shown, session.texts, wording), empty: "cli.timeline.empty")
    }

    private func table(
        _ entries: [TimelineEntry], _ texts: Texts, _ wording: ValueWording
    ) -> TextTable {
        var columns: [TextTable.Column] = [
            .init(texts.text("cli.timeline.position"), .right, spare: 4),
            .init(texts.text("cli.timeline.at")),
            .init(texts.text("cli.timeline.what"), yields: true),
            .init(texts.text("cli.timeline.object")),
            .init(texts.text("cli.timeline.state"), spare: 2),
            .init(texts.text("cli.timeline.who"), yields: true, spare: 1),
            .init(texts.text("cli.timeline.rule"), spare: 3),
        ]
        if showsFields { columns.append(.init(texts.text("cli.timeline.fields"), yields: true)) }
        var table = TextTable(columns)
        for entry in entries {
            let machine = ObjectReference(text: entry.object)?.machine.rawValue ?? ""
            var cells = [
                String(entry.position), wording.instant(entry.at), wording.event(entry.type),
                wording.object(entry.object),
                entry.state.map { wording.state($0, of: machine) } ?? "",
                wording.signer(of: entry),
                entry.rule,
            ]
            if showsFields {
                cells.append(wording.fields(entry.fields, of: entry.type, in: machine))
            }
            table.add(cells)
        }
        return table
    }
}

extension TimelineEntry {
    var json: JSON {
        var members: [String: JSON] = [
            "position": .integer(position), "at": at.json,
            "recordedAt": recordedAt.json, "type": .string(type), "rule": .string(rule),
            "object": .string(object), "actor": .string(actor), "actorName": .string(actorName),
            "as": capacity.json, "organisation": .string(organisation),
            "policy": .string(policy), "fields": fields, "hash": hash.json,
        ]
        members["state"] = state.map(JSON.string)
        return .object(members)
    }
}
