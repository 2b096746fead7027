import ArgumentParser
import BoardDomain
import BoardResources
import BoardService

/// `do ID COMMAND`: one command of the machine, put to one object.
struct DoCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("do")

    @Argument(help: ArgumentHelp(say("cli.do.id.help"), valueName: "id"))
    var id: String

    @Argument(
        help: ArgumentHelp(say("cli.do.command.help"), valueName: "command"),
        completion: .list(CommandHelp.names()))
    var name: String

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(say("cli.do.field.help"), valueName: "name=value"))
    var fields: [String] = []

    @Option(
        name: .customLong("input"),
        help: ArgumentHelp(say("cli.do.input.help"), valueName: "file"), completion: .file())
    var input: String?

    @Option(
        name: .customLong("content"),
        help: ArgumentHelp(say("cli.do.content.help"), valueName: "file"), completion: .file())
    var content: String?

    @Option(
        name: .customLong("attachment"),
        help: ArgumentHelp(say("cli.do.attachment.help"), valueName: "file"), completion: .file())
    var attachments: [String] = []

    @Option(
        name: .customLong("opener"),
        help: ArgumentHelp(say("cli.do.opener.help"), valueName: "person"))
    var openers: [String] = []

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(say("cli.passphraseFile.help"), valueName: "file"),
        completion: .file())
    var passphraseFile: String?

    @Option(
        name: .customLong("command-id"),
        help: ArgumentHelp(say("cli.do.commandID.help"), valueName: "key"))
    var commandID: String?

    @Option(
        name: .customLong("expect"),
        help: ArgumentHelp(say("cli.do.expect.help"), valueName: "version"))
    var expectedVersion: Int?

    @Flag(name: .customLong("dry-run"), help: ArgumentHelp(say("cli.do.dryRun.help")))
    var isDryRun = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let json = try input.map { try JSONReader.read(LocalFile.read($0)) }
        let board = try await session.open(for: .acting)
        let person = try await session.actor(on: board)
        let target = try await session.targetOrNew(id, on: board)
        let stream = try await board.state(of: target.stream)
        let options = try await board.options(
            for: person, in: target.stream, at: session.givenInstant)
        let appointments = try await board.directory().appointments(of: person, at: session.now)
        let search = SubjectSearch(
            command: name, target: target, stream: stream, options: options,
            organisations: Set(appointments.map(\.organisation)))
        let subject = try await subject(search.answer, target, session, board, stream)
        let documents = session.documents
        var record = try CommandFields(rows(subject, stream), reader: session.reader(documents))
            .record(arguments: fields, input: json)
        record = try await Self.named(record, on: board, session)
        let desk = OpeningDesk(
            session: session, board: board, person: person, passphraseFile: passphraseFile,
            documents: documents)
        let errand = OpeningDesk.Errand(
            command: name, subject: subject, stream: stream, options: options,
            challenge: target.stream.id, content: content, attachments: attachments,
            openers: openers)
        if let made = try await desk.fields(for: errand, given: record) { record = made }
        let act = CommandAct(
            command: Command(
                stream: target.stream, subject: subject, name: name, fields: record,
                person: person),
            documents: documents, id: commandID, expectedVersion: expectedVersion,
            isDryRun: isDryRun, namesStreamAnew: Target.isNew(id))
        try await act.run(in: session, on: board)
    }

    private func subject(
        _ answer: SubjectSearch.Answer, _ target: Target, _ session: Session, _ board: LocalBoard,
        _ stream: BoardDomain.Stream
    ) async throws -> ObjectReference {
        switch answer {
        case .found(let subject):
            let creates = rows(subject, stream).contains(where: \.creates)
            guard stream.version > 0 || creates else {
                throw try await session.notFound(target.stream.id, on: board)
            }
            return subject
        case .ambiguous(let subjects):
            let places = subjects.map { "\(target.stream.id)/\($0.text)" }
            throw Complaint(
                .usage,
                session.text(
                    "cli.do.ambiguous",
                    ["command": name, "known": places.joined(separator: session.text("cli.comma"))])
            )
        case .unknown(let known):
            throw Complaint(.usage, Self.unknown(name, among: known, session.texts))
        }
    }

    /// Fields that hold a person, who may be given by a name that only one bears.
    private static let persons = ["lead", "assignee", "liaison"]

    private static func named(
        _ record: Record, on board: LocalBoard, _ session: Session
    ) async throws -> Record {
        var members = record.members
        for field in persons {
            guard let given = members[field]?.string else { continue }
            members[field] = .string(try await session.known(given, on: board))
        }
        return Record(members)
    }

    static func unknown(_ name: String, among known: [String], _ texts: Texts) -> String {
        let near = Suggestion.nearest(to: name, among: known)
        return near.isEmpty
            ? texts.text("cli.do.unknown", ["command": name])
            : texts.text(
                "cli.do.unknown.suggest",
                ["command": name, "known": near.joined(separator: texts.text("cli.comma"))])
    }

    /// The rows whose fields may be given; of a command that creates elsewhere, those.
    private func rows(_ subject: ObjectReference, _ stream: BoardDomain.Stream) -> [Transition] {
        let table = TransitionTable.standard
        if name == Command.sendBack { return [.sendingBack] }
        let direct = table.rows(of: subject.machine, command: name)
        guard direct.isEmpty, subject.id.isEmpty else { return direct }
        return type(of: stream.aggregate).machines.flatMap {
            table.rows(of: $0, command: name).filter(\.creates)
        }
    }
}

extension Transition {
    /// The fields of `send-back`, which the engine takes on every act that waits.
    static let sendingBack = Rows<ChallengeState>.command(
        "§0", Command.sendBack, from: [], to: [], by: .any(.oneself),
        fields: [.required(F.step), .required(F.reason), .optional(F.clause)],
        events: [.stepSentBack])
}
