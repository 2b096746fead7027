import ArgumentParser
import BoardDomain
import BoardService

/// `init`: makes a new board's file, empty with its founders, or filled with the sample county.
///
/// A rehearsal is as empty as a live board, but its time is set with `--at`: whoever learns the
/// procedure walks a year's road in an afternoon.
struct InitCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("init")

    @Option(
        name: .customLong("sample"),
        help: ArgumentHelp(say("cli.init.sample.help"), valueName: "county"),
        completion: .list(["county"]))
    var sample: String?

    @Flag(name: .customLong("rehearsal"), help: ArgumentHelp(say("cli.init.rehearsal.help")))
    var isRehearsal = false

    @Option(name: .customLong("name"), help: ArgumentHelp(say("cli.init.name.help")))
    var name: String?

    @Option(
        name: .customLong("bureau"),
        help: ArgumentHelp(say("cli.init.bureau.help"), valueName: "code"))
    var bureau: String?

    @Option(
        name: .customLong("bureau-name"), help: ArgumentHelp(say("cli.init.bureauName.help")))
    var bureauName: String?

    @Option(
        name: .customLong("admin"),
        help: ArgumentHelp(say("cli.init.admin.help"), valueName: "id=name=identity"))
    var administrators: [String] = []

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        guard sample == nil || !isRehearsal else {
            throw Complaint(.usage, session.text("cli.init.oneKind"))
        }
        if let cut = session.database.lastIndex(of: "/") {
            try LocalFile.makeFolder(String(session.database[..<cut]))
        }
        let board = try await sample == nil ? found(session) : fill(session)
        let head = try await board.head()
        guard !session.json else {
            return Screen.write([
                "path": .string(session.database),
                "kind": .string(board.identity.kind.rawValue),
                "board": .string(board.identity.id), "events": .integer(head.position),
            ])
        }
        Screen.write(
            session.text(
                "cli.init.done",
                [
                    "path": session.database,
                    "kind": session.text("cli.kind." + board.identity.kind.rawValue),
                    "events": String(head.position),
                ]))
        if board.identity.kind == .sample {
            Screen.write(
                session.text(
                    "cli.init.passphrases",
                    [
                        "opener": SampleBoard.passphrase(ofOpener: "PERSON"),
                        "recovery": SampleBoard.recoveryPassphrase,
                    ]))
        }
    }

    private func fill(_ session: Session) async throws -> LocalBoard {
        guard sample == "county" else {
            throw Complaint(
                .usage,
                session.text(
                    "cli.init.unknownSample", ["given": sample ?? "", "accepted": "county"]))
        }
        let progress = Progress(session.text("cli.init.progress"))
        defer { progress.end() }
        return try await SampleBoard.create(path: session.database) {
            progress.show($0, of: $1)
        }
    }

    /// A board without a case: the bureau and its administrators stand at its beginning, for nobody
    /// could appoint them.
    private func found(_ session: Session) async throws -> LocalBoard {
        guard isRehearsal || session.givenInstant == nil else {
            throw BoardFault.instantNotAllowed
        }
        let founders = try administrators.map { try founder($0, session) }
        guard let bureau, let bureauName, founders.count >= 2 else {
            throw Complaint(.usage, session.text("cli.init.adminsMissing"))
        }
        // Two signatures are two natural persons (G5), from the first two on.
        guard
            Set(founders.map(\.naturalKey)).count == founders.count,
            Set(founders.map(\.id)).count == founders.count
        else { throw Complaint(.usage, session.text("cli.init.adminsTwice")) }
        return try await LocalBoard.create(
            path: session.database, name: name ?? bureauName,
            kind: isRehearsal ? .simulation : .live, id: TimeOrderedID.next(),
            settings: try session.settings(),
            bureau: try UnifiedCode(bureau), bureauName: bureauName, administrators: founders)
    }

    /// `id=name=identity number`; of the identity only its digest is kept.
    private func founder(
        _ text: String, _ session: Session
    ) throws -> Founding.Administrator {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw Complaint(.usage, session.text("cli.init.adminMisread", ["given": parts[0]]))
        }
        guard PersonHandle.isSound(parts[0]) else {
            throw Complaint(
                .usage, session.wording.breach(Breach(.handleUnsound, given: .string(parts[0]))))
        }
        do {
            return Founding.Administrator(
                id: parts[0], name: parts[1],
                naturalKey: NaturalKey.digest(of: try IdentityNumber(parts[2])))
        } catch {
            let fault = MisreadValue.identity(error).message(in: session.texts)
            throw Complaint(
                .usage, session.text("cli.init.identity", ["given": parts[0], "fault": fault]))
        }
    }
}
