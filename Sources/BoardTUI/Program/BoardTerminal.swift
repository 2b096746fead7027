import Glibc
package import TerminalKit

/// The board on a terminal, from its opening to its end.
package enum BoardTerminal {
    /// Runs until the user quits; the terminal is as it was afterwards.
    ///
    /// - Parameter environment: of the process: what the terminal can do is read from it.
    /// - Throws: `SessionError.noTerminal` where there is no terminal to take.
    package static func run(
        _ opening: TerminalOpening, environment: [String: String], color: ColorChoice = .automatic
    ) async throws {
        let session = try TerminalSession(environment: environment)
        let depth = ColorDepth.detect(color, environment: environment, isTerminal: true)
        let program = BoardProgram(opening: opening)
        let (model, outcome) = await program.run(
            on: session, options: Renderer.Options(depth: depth))
        model.part(program.desk(model))
        switch outcome {
        case .ended, .closed: return
        case .asked(let signal): session.die(of: signal)
        case .failed(let error): throw error
        }
    }

    /// What of the process's environment tells what its terminal can do.
    package static var environment: [String: String] {
        let names = [
            "TERM", "COLORTERM", "NO_COLOR", "CLICOLOR_FORCE", "TMUX", "SSH_CONNECTION",
        ]
        return names.reduce(into: [:]) { found, name in
            found[name] = getenv(name).map { String(cString: $0) }
        }
    }
}
