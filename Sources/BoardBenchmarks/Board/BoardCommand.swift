import ArgumentParser
import BoardDomain
import BoardEventLog
import BoardService

/// The board itself at sizes that a county reaches: what a user waits for, at each.
struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Measures boards of several sizes.")

    @Option(help: "The sizes, in events, separated by commas; each is held against the first.")
    var events = "10000,1000000"

    @Option(help: "Challenges that are run by real commands and copied.")
    var challenges = 20

    @Option(help: "How often each question is put.")
    var rounds = 21

    @Option(help: "Where the files are made.")
    var folder = "/tmp"

    func run() async throws {
        let sizes = events.split(separator: ",").compactMap { Int($0) }
        guard !sizes.isEmpty else { throw ValidationError("--events 10000,1000000") }
        let files = try BenchmarkFolder(in: folder)
        let base = try await CopiedBoard.base(challenges: challenges, at: files.path + "/base")
        var first: [String: Figures] = [:]
        var firstBoard: (board: CopiedBoard, folder: BoardFolder)?
        for size in sizes {
            let folder = try BoardFolder(in: files.path, of: size)
            var board: CopiedBoard?
            let time = try await seconds {
                board = try await CopiedBoard.make(size, from: base, at: folder.database)
            }
            guard let board else { continue }
            print(
                """
                \(Figures.text(Double(board.events))) events, \(board.challenges) challenges, \
                made in \(Figures.text(time)) s
                """)
            let benchmark = BoardBenchmark(
                board: board, first: firstBoard?.board, rounds: rounds)
            if firstBoard == nil { firstBoard = (board, folder) }
            for (comparison, isFlat) in try await benchmark.run() {
                print(comparison.described)
                guard isFlat else { continue }
                guard let small = first[comparison.name] else {
                    first[comparison.name] = comparison.reached
                    continue
                }
                var growth = Comparison(
                    comparison.name + ", against the first board", unit: comparison.unit,
                    aim: .atMost(1.2))
                (growth.reached, growth.baseline) = (comparison.reached, small)
                print(growth.described)
            }
        }
    }
}
