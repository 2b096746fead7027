import BoardCLI
import BoardTUI
import Glibc
import TerminalKit

/// Faces do not know each other: here the command line gets the terminal program that `tui` opens.
let terminal = TerminalFace { screen, theme, texts in
    do throws(TerminalFault) {
        _ = try TerminalNames(screen: screen, theme: theme)
    } catch {
        throw Complaint(.usage, error.message(in: texts))
    }
} run: { request in
    let opening = try await TerminalOpening(
        board: request.board, database: request.database, person: request.person,
        language: request.language, instant: request.instant, isPast: request.isPast,
        theme: request.theme, screen: request.screen)
    if request.isPlain {
        var plain = PlainBoard(opening, on: StandardLines())
        await plain.run()
    } else {
        try await BoardTerminal.run(opening, environment: BoardTerminal.environment)
    }
}
let status = await CommandLineProgram.run(
    Array(CommandLine.arguments.dropFirst()), terminal: terminal)
exit(status.rawValue)
