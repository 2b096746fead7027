import ArgumentParser

/// What the board can do, measured against the same work in raw C calls.
@main
struct BoardBenchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "BoardBenchmarks", abstract: "Measures the board on this machine.",
        subcommands: [
            LogCommand.self, BoardCommand.self, ScreenCommand.self, TerminalCommand.self,
            PeerCommand.self,
        ])
}
