import BoardDomain
import BoardResources
import BoardService
import Glibc
import Logging

/// One run of the program: in which language, on which board, as whom and when.
struct Session: Sendable {
    let texts: Texts
    let json: Bool
    let database: String
    let person: PersonID?
    private let clock: SessionClock
    /// Given by `--as-of`: every question is answered from the log as it was then.
    private let moment: AsOf?
    private let logger: Logger?
    /// Given by `--at`; sample and simulation boards only.
    let givenInstant: Instant?

    init(_ globals: Globals) throws(Complaint) {
        let texts = Speech.texts
        if let tag = globals.language, Language(tag: tag) == nil {
            throw Complaint(.usage, texts.text("cli.lang.unknown", ["given": tag]))
        }
        var instant: Instant?
        if let text = globals.at {
            let typed = Width.trimmed(Width.narrow(text))
            instant = Instant(text: typed) ?? FieldReader.day(typed)?.start
            guard instant != nil else {
                throw Complaint(
                    .usage,
                    texts.text(
                        "cli.at.misread",
                        ["given": text, "accepted": texts.text("shape.instant")]))
            }
        }
        moment = try globals.asOf.map { (text) throws(Complaint) in
            try Self.moment(text, texts)
        }
        logger = try Self.logger(isVerbose: globals.verbose, texts)
        self.texts = texts
        json = globals.json
        database = globals.database ?? Self.defaultDatabase
        person = globals.person ?? Self.environment("JIEBANG_AS")
        givenInstant = instant
        clock = SessionClock(given: instant)
    }

    var wording: ValueWording { ValueWording(texts) }

    /// Whether the board is asked as it was at an earlier moment.
    var isPast: Bool { moment != nil }

    /// Words that call the board's persons and organisations by their names.
    func wording(on board: LocalBoard) async throws -> ValueWording {
        ValueWording(texts, naming: try await board.names())
    }

    /// For the documents that one command names.
    var documents: DocumentIntake {
        DocumentIntake(DocumentStore(besideDatabase: database))
    }

    /// Reads fields as they are typed; documents that are named by their files are handed to the
    /// intake.
    func reader(_ documents: DocumentIntake) -> FieldReader {
        FieldReader([self.texts] + Language.allCases.map(Texts.init), documents: documents)
    }

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        texts.text(key, values)
    }

    // MARK: The board

    /// `$XDG_DATA_HOME/jiebang/board.sqlite3`; `JIEBANG_DB` names another one.
    static var defaultDatabase: String {
        if let path = environment("JIEBANG_DB") { return path }
        let home = environment("HOME") ?? "."
        // XDG: a relative path is invalid and to be ignored.
        let data = environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (data ?? home + "/.local/share") + "/jiebang/board.sqlite3"
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// On a sample or simulation board, after it has been opened: where its time stands.
    var now: Instant { clock.now }

    func settings() throws -> BoardSettings {
        var settings = try BoardSettings.embedded { [clock] in clock.now }
        if let logger { settings.logger = logger }
        // Who reads does so now, wherever the time of the board stands.
        settings.clock = { SessionClock.system }
        return settings
    }

    /// What a command opens the board for.
    enum Purpose {
        /// To look: what the clock had to do comes first, and what has to wait is told.
        case reading
        /// To give a command, which has the clock's steps done before it.
        case acting
        /// To look at the file as it is.
        case inspecting
    }

    func open(for purpose: Purpose = .reading) async throws -> LocalBoard {
        // The record of reads is a log that can be verified, and no board to look at or act on.
        if purpose != .inspecting { try refuseReads(database) }
        if let moment {
            guard purpose != .acting else { throw Complaint(.usage, text("cli.asOf.present")) }
            return try await openPast(moment)
        }
        let board = try await LocalBoard.open(path: database, settings: try settings())
        if board.identity.kind == .live {
            guard givenInstant == nil else { throw BoardFault.instantNotAllowed }
        } else if let last = try await board.head().recordedAt {
            clock.stand(at: last)
            // What had happened by then is asked for with `--as-of`.
            if purpose == .reading, let givenInstant, givenInstant < last {
                throw BoardFault.instantPast(given: givenInstant, last: last)
            }
        }
        // Awaits what an earlier program left to do after an erasure, which ending would cut off.
        _ = try await board.owesErasure()
        if purpose == .reading { try await catchUp(board) }
        return board
    }

    func refuseReads(_ path: String) throws(Complaint) {
        guard path.hasSuffix(CheckpointCommand.readsPath(of: "")) else { return }
        throw Complaint(.usage, text("cli.db.reads", ["path": path]))
    }

    private func catchUp(_ board: LocalBoard) async throws {
        var left = try await board.arrears()
        // Nobody moves a board's time by looking at it: only a command or `clock --run` does.
        if left > 0, givenInstant == nil {
            left = try await Progress(text("cli.clock.progress")).during {
                try await board.catchUpToRead()
            }
        }
        if left > 0 { Screen.complain(text("cli.clock.pending", ["count": String(left)])) }
    }

    private func openPast(_ moment: AsOf) async throws -> LocalBoard {
        let progress = Progress(text("cli.asOf.progress"))
        let board = try await LocalBoard.openPast(
            path: database, asOf: moment, settings: try settings()
        ) { done, last in
            progress.show(Int(done), of: Int(last))
            if done == last { progress.end() }
        }
        clock.stand(at: await board.now)
        if case .position(let asked) = moment, case let last = try await board.head().position,
            last < asked
        {
            Screen.complain(
                text("cli.asOf.beyond", ["given": String(asked), "last": String(last)]))
        }
        return board
    }

    // MARK: Logging

    /// To standard error, at the level that `JIEBANG_LOG` or `--verbose` asks for; nil for silence.
    private static func logger(isVerbose: Bool, _ texts: Texts) throws(Complaint) -> Logger? {
        var level: Logger.Level? = isVerbose ? .debug : nil
        if let name = environment("JIEBANG_LOG") {
            level = Logger.Level(rawValue: name.lowercased())
            guard level != nil else {
                throw Complaint(
                    .usage,
                    texts.text(
                        "cli.log.level",
                        [
                            "given": name,
                            "accepted": Logger.Level.allCases.map(\.rawValue)
                                .joined(separator: texts.text("cli.comma")),
                        ]))
            }
        }
        guard let level else { return nil }
        var logger = Logger(label: "jiebang") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }

    /// A position of the log, an instant, or a day, which stands for its end.
    static func moment(_ text: String, _ texts: Texts) throws(Complaint) -> AsOf {
        if let moment = AsOf(typed: text) { return moment }
        throw Complaint(.usage, texts.text("cli.asOf.misread", ["given": text]))
    }

    // MARK: Who acts

    /// The person that `--as` names, known to the board; a command needs one.
    func actor(on board: LocalBoard) async throws -> PersonID {
        guard let person else {
            // Before the last record nobody may hold an office yet.
            let last = try await board.head().recordedAt
            let at = givenInstant.map { max($0, last ?? $0) }
            let sight = try await board.directorySight(as: nil, at: at)
            let holders = sight.directory.persons.keys.filter(sight.sees).sorted().prefix(5)
            throw Complaint(
                .usage,
                text("cli.as.missing", ["known": holders.joined(separator: text("cli.comma"))]))
        }
        return try await known(person, on: board)
    }

    /// As `actor`, but nil where `--as` is not given: then the public looks on.
    func viewer(on board: LocalBoard) async throws -> PersonID? {
        guard let person else { return nil }
        return try await known(person, on: board)
    }

    /// By id, or by a name that only one person bears.
    func known(_ person: String, on board: LocalBoard) async throws -> PersonID {
        try await board.person(named: person, at: givenInstant)
    }

    // MARK: Names

    /// The target of an identifier; whether it is on the board is for what follows to find out.
    func target(_ text: String, on board: LocalBoard) async throws -> Target {
        try await board.target(text)
    }

    /// As `target`; of `new` and `pool/new` the stream that the command's first event would make.
    func targetOrNew(_ text: String, on board: LocalBoard) async throws -> Target {
        try await board.targetOrNew(text, at: givenInstant)
    }

    /// A not-found with what was perhaps meant.
    func notFound(_ text: String, on board: LocalBoard) async throws -> NameFault {
        try await board.notFound(text, as: try await viewer(on: board), at: givenInstant)
    }

    /// An object that a stream does not have, or not for this viewer.
    func noSuchObject(_ id: String) -> Complaint {
        Complaint(
            .notFound, text("error.notFound", ["id": id]),
            details: ["code": "notFound", "id": .string(id)])
    }

    // MARK: Results

    func show(_ table: TextTable, empty key: String) {
        guard !table.isEmpty else { return Screen.write(text(key)) }
        Screen.write(table.lines(width: Screen.width, folding: true))
    }

    /// A list that a limit cut says so.
    func tellCut(shown: Int, of total: Int) {
        guard !json, shown < total else { return }
        Screen.write(text("cli.cut", ["shown": String(shown), "total": String(total)]))
    }

    // MARK: Arguments

    /// How many rows are asked for.
    func limit(_ number: Int) throws(Complaint) -> Int {
        guard (1...100_000).contains(number) else {
            throw Complaint(.usage, text("cli.limit.range", ["given": String(number)]))
        }
        return number
    }
}
