import ArgumentParser
import BoardService

/// The terminal program on a large board: what somebody waits for who opens it and presses keys.
struct ScreenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Measures the full-screen program on a large board.")

    @Option(help: "The built program.")
    var program: String

    @Option(help: "The board's size, in events.")
    var events = 1_000_000

    @Option(help: "Challenges that are run by real commands and copied.")
    var challenges = 20

    @Option(help: "How often it is opened.")
    var rounds = 11

    @Option(help: "How many keys are pressed in each table.")
    var keys = 500

    @Option(help: "Where the files are made.")
    var folder = "/tmp"

    func run() async throws {
        let files = try BenchmarkFolder(in: folder)
        let base = try await CopiedBoard.base(challenges: challenges, at: files.path + "/base")
        let large = try BoardFolder(in: files.path)
        let board = try await CopiedBoard.make(events, from: base, at: large.database)
        print("\(Figures.text(Double(board.events))) events, \(board.challenges) challenges")
        let benchmark = ScreenBenchmark(
            program: program, board: board, rounds: rounds, keys: keys)
        for comparison in try await benchmark.run() { print(comparison.described) }
    }
}
