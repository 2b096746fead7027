import BoardCLI
import BoardTUI
import Glibc

/// Faces do not know each other: here the command line gets the terminal program that `tui` runs.
let status = await TerminalFace.$run.withValue({ request in
    try await BoardTerminal.run(
        TerminalOpening(
            board: request.board, database: request.database, person: request.person,
            language: request.language, instant: request.instant, isPast: request.isPast,
            theme: request.theme, screen: request.screen),
        environment: BoardTerminal.environment)
}) {
    await CommandLineProgram.run(Array(CommandLine.arguments.dropFirst()))
}
exit(status.rawValue)
