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
        let settings = try session.settings()
        let audit = try await Progress(session.text("cli.backup.progress")).during {
            try await LocalBoard.backUp(path: session.database, to: file, settings: settings)
        }
        session.report(audit, "cli.backup.done", path: file)
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
        let settings = try session.settings()
        let audit = try await Progress(session.text("cli.restore.progress")).during {
            try await LocalBoard.restore(file, to: session.database, settings: settings)
        }
        session.report(audit, "cli.restore.done", path: session.database)
    }
}

extension Session {
    fileprivate func report(_ audit: LogAudit, _ key: String, path: String) {
        if json {
            Screen.write(
                .object([
                    "path": .string(path), "events": .integer(audit.events),
                    "head": audit.head.json,
                ]))
        } else {
            Screen.write(
                text(
                    key,
                    ["path": path, "events": String(audit.events), "head": audit.head.text]))
        }
    }
}
