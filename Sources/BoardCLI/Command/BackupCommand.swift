import ArgumentParser
import BoardDomain
import BoardService

/// `backup FILE`: a verified copy of the board, taken while others use it.
struct BackupCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("backup")

    @Argument(
        help: ArgumentHelp(say("cli.backup.file.help"), valueName: "file"), completion: .file())
    var file: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        try await session.copy("cli.backup.progress", "cli.backup.done", to: file) {
            try await LocalBoard.backUp(path: session.database, to: file, settings: $0)
        }
    }
}

/// `restore FILE`: a board's file out of a backup; it never overwrites one.
struct RestoreCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("restore")

    @Argument(
        help: ArgumentHelp(say("cli.restore.file.help"), valueName: "file"), completion: .file())
    var file: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        try session.refuseReads(file)
        try await session.copy("cli.restore.progress", "cli.restore.done", to: session.database) {
            try await LocalBoard.restore(file, to: session.database, settings: $0)
        }
    }
}

extension Session {
    /// Copies with progress shown, and says what the copy holds.
    fileprivate func copy(
        _ progress: String, _ done: String, to path: String,
        _ work: @escaping @Sendable (BoardSettings) async throws -> LogAudit
    ) async throws {
        let settings = try settings()
        let audit = try await Progress(text(progress)).during { try await work(settings) }
        if json {
            Screen.write(
                .object([
                    "path": .string(path), "events": .integer(audit.events),
                    "head": audit.head.json,
                ]))
        } else {
            Screen.write(
                text(
                    done,
                    ["path": path, "events": String(audit.events), "head": audit.head.text]))
        }
    }
}
