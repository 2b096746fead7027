import ArgumentParser
package import BoardDomain
package import BoardResources
package import BoardService
import Glibc

/// What the terminal program is opened with. The command line does not know it: faces are put
/// together where the executable is composed.
package struct TerminalRequest: Sendable {
    package let board: LocalBoard
    /// The path of the board's file.
    package let database: String
    package let person: PersonID?
    package let language: Language
    /// Given by `--at`.
    package let instant: Instant?
    /// Whether the board is looked at as it was.
    package let isPast: Bool
    /// As `--screen` and `--theme` name them.
    package let screen: String?
    package let theme: String?
    /// Whether it speaks in lines.
    package let isPlain: Bool
}

/// The terminal program, as the executable that has one hands it to the command line.
package struct TerminalFace: Sendable {
    /// Throws where `--screen` or `--theme` names nothing that there is.
    let check: @Sendable (_ screen: String?, _ theme: String?, Texts) throws -> Void
    /// Runs until the user quits.
    let run: @Sendable (TerminalRequest) async throws -> Void

    package init(
        check: @escaping @Sendable (_ screen: String?, _ theme: String?, Texts) throws -> Void,
        run: @escaping @Sendable (TerminalRequest) async throws -> Void
    ) {
        self.check = check
        self.run = run
    }
}

/// `tui`: the full-screen program; without a terminal, the inbox.
struct TerminalCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("tui")
    static let looksBack = true

    @Option(
        name: .customLong("screen"),
        help: ArgumentHelp(say("cli.tui.screen.help"), valueName: "name"))
    var screen: String?

    @Option(
        name: .customLong("theme"),
        help: ArgumentHelp(say("cli.tui.theme.help"), valueName: "name"))
    var theme: String?

    @Flag(name: .customLong("plain"), help: ArgumentHelp(say("cli.tui.plain.help")))
    var isPlain = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws { try await run(in: session, on: nil) }

    func run(in session: Session, on face: TerminalFace?) async throws {
        let isDumb = ["", "dumb"].contains(getenv("TERM").map { String(cString: $0) } ?? "")
        let isScreen = isatty(0) == 1 && isatty(1) == 1 && !isDumb
        try face?.check(screen, theme, session.texts)
        guard let face, isPlain || isScreen else {
            return try await InboxCommand.show(showingAll: false, in: session)
        }
        let board = try await session.open()
        try await face.run(
            TerminalRequest(
                board: board, database: session.database,
                person: try await session.viewer(on: board), language: session.texts.language,
                instant: session.givenInstant, isPast: session.isPast, screen: screen,
                theme: theme, isPlain: isPlain))
    }
}
