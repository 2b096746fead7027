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
        help: ArgumentHelp(say("cli.do.expect.help"), valueName: "position"))
    var lastRead: Int64?

    @Flag(name: .customLong("dry-run"), help: ArgumentHelp(say("cli.do.dryRun.help")))
    var isDryRun = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let json = try input.map(LocalFile.json)
        let board = try await session.open(for: .acting)
        let person = try await session.actor(on: board)
        let target = try await session.targetOrNew(id, on: board)
        // Nobody is asked for a passphrase, nor refused, by what the clock has yet to put right.
        if !isDryRun, DeskCommand(rawValue: name)?.takesPassphrase == true {
            try await board.catchUp(to: session.now)
        }
        let stream = try await board.state(of: target.stream)
        let options = try await board.options(
            for: person, in: target.stream, at: session.givenInstant)
        let appointments = try await board.directory().appointments(of: person, at: session.now)
        let search = SubjectSearch(
            name, at: target, in: stream, options: options,
            organisations: Set(appointments.map(\.organisation)))
        let subject = try await subject(search.answer, target, session, board, stream)
        let documents = session.documents
        let rows = TransitionTable.standard.rows(of: name, at: subject, in: stream)
        var record = try CommandFields(rows, reader: session.reader(documents))
            .record(arguments: fields, input: json)
        record = try await board.naming(record, at: session.givenInstant)
        let errand = try await errand(subject, target, stream, options, in: session, on: board)
        let desk = OpeningDesk(
            board: board, ring: KeyRing(besideDatabase: session.database), as: person,
            documents: documents
        ) { [passphraseFile] in try Passphrase(file: passphraseFile, session).read() }
        if let made = try await desk.fields(for: errand, given: record) { record = made }
        let act = CommandAct(
            command: Command(
                stream: target.stream, subject: subject, name: name, fields: record,
                person: person),
            documents: documents, id: commandID, lastRead: lastRead,
            isDryRun: isDryRun, namesStreamAnew: Target.isNew(id))
        do {
            try await act.run(in: session, on: board)
        } catch let refusal as Refusal {
            // Whom it speaks of is called by name, as `may` calls him.
            let wording = try await session.wording(on: board)
            let plain = Complaint(refusal, texts: session.texts)
            throw Complaint(plain.status, wording.refusal(refusal), details: plain.details)
        }
    }

    private func subject(
        _ answer: SubjectSearch.Answer, _ target: Target, _ session: Session, _ board: LocalBoard,
        _ stream: BoardDomain.Stream
    ) async throws -> ObjectReference {
        switch answer {
        case .found(let subject):
            let rows = TransitionTable.standard.rows(of: name, at: subject, in: stream)
            guard stream.version > 0 || rows.contains(where: \.creates) else {
                throw try await session.notFound(target.stream.id, on: board)
            }
            return subject
        case .refused(let refusal): throw refusal
        case .ambiguous(let subjects):
            throw NameFault.ambiguous(
                command: name, places: subjects.map { "\(target.stream.id)/\($0.text)" })
        case .unnamed(let subjects):
            throw NameFault.unnamed(
                command: name, places: subjects.map { "\(target.stream.id)/\($0.text)" })
        case .unknown(let known): throw NameFault.command(name, among: known)
        }
    }

    /// The command with what `--content`, `--attachment` and `--opener` name.
    private func errand(
        _ subject: ObjectReference, _ target: Target, _ stream: BoardDomain.Stream,
        _ options: [CommandOption], in session: Session, on board: LocalBoard
    ) async throws -> OpeningDesk.Errand {
        // Before any file is read.
        try DeskCommand.check(
            name, of: subject.machine, hasContent: content != nil || !attachments.isEmpty,
            hasOpeners: !openers.isEmpty)
        var persons: [PersonID] = []
        for opener in openers { persons.append(try await session.known(opener, on: board)) }
        return OpeningDesk.Errand(
            name, to: subject, of: target.stream.id, in: stream, options: options,
            papers: try content.map { try BidPapers(content: $0, attachments: attachments) },
            openers: persons)
    }
}
