import ArgumentParser
import BoardDomain
import BoardService

/// `reads`: who was shown restricted objects (I27).
struct ReadsCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("reads")

    @Option(
        name: .customLong("object"),
        help: ArgumentHelp(say("cli.reads.object.help"), valueName: "id"))
    var object: String?

    @Option(
        name: .customLong("person"),
        help: ArgumentHelp(say("cli.reads.person.help"), valueName: "person"))
    var reader: String?

    @Option(
        name: .customLong("limit"), parsing: .unconditional,
        help: ArgumentHelp(say("cli.log.limit.help")))
    var limit: Int = 20

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let count = try session.limit(limit)
        let board = try await session.open()
        let directory = try await board.directory()
        var target: Target?
        if let object { target = try await known(object, session, board) }
        var person: PersonID?
        if let reader { person = try await session.known(reader, on: board) }
        let reads = try await board.reads(
            of: target?.stream, object: target?.object, by: person,
            as: try await session.viewer(on: board), at: session.givenInstant)
        let shown = reads.suffix(count)
        guard !session.json else { return Screen.write(.array(shown.map(\.json))) }
        let texts = session.texts
        let wording = session.wording
        let comma = texts.text("cli.comma")
        var table = TextTable([
            .init(texts.text("cli.timeline.position"), .right),
            .init(texts.text("cli.timeline.at")), .init(texts.text("cli.timeline.who")),
            .init(texts.text("cli.reads.as"), yields: true),
            .init(texts.text("cli.reads.objects"), yields: true),
            .init(texts.text("cli.reads.question")), .init(texts.text("cli.reads.asOf")),
        ])
        for read in shown {
            let name = read.person.map { directory.persons[$0]?.name ?? $0 }
            let stream = StreamID(text: read.stream)?.id ?? read.stream
            table.add([
                String(read.position), wording.instant(read.at),
                name ?? wording.capacity(Capacity.publicReader.rawValue),
                read.capacities.map(wording.capacity).joined(separator: comma),
                stream + " " + read.objects.map(wording.object).joined(separator: comma),
                read.question, read.asOf.map(String.init) ?? "",
            ])
        }
        session.show(table, empty: "cli.reads.empty")
        session.tellCut(shown: shown.count, of: reads.count)
    }

    /// What is not on the board was read by nobody, which is no answer to a slip of the pen.
    private func known(
        _ object: String, _ session: Session, _ board: LocalBoard
    ) async throws -> Target {
        let target = try await session.target(object, on: board)
        let stream = try await board.state(of: target.stream)
        guard stream.version > 0 else {
            throw try await session.notFound(target.stream.id, on: board)
        }
        if let part = target.object, stream.aggregate.state(of: part) == nil {
            throw session.noSuchObject(object)
        }
        return target
    }
}

extension ObjectRead {
    var json: JSON {
        var members: [String: JSON] = [
            "position": .integer(position), "at": at.json, "stream": .string(stream),
            "objects": .array(objects.map(JSON.string)), "question": .string(question),
            "capacities": .array(capacities.map(JSON.string)),
        ]
        members["person"] = person.map(JSON.string)
        members["asOf"] = asOf.map(JSON.integer)
        return .object(members)
    }
}
