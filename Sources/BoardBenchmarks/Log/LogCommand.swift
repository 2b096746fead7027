import ArgumentParser
import BoardDomain
import BoardEventLog

/// The event log against raw C calls in the same process, run by turns.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Measures the event log against raw sqlite3 calls.")

    @Option(help: "How often each measurement is repeated.")
    var rounds = 5

    @Option(help: "Commands appended in a round.")
    var commands = 20_000

    @Option(help: "Events in the log that is replayed, rebuilt and looked into.")
    var events = 100_000

    @Option(help: "Where the files are made; a disk in memory leaves out the fsync.")
    var folder = "/tmp"

    @Option(help: "Only the measurements whose names contain this.")
    var only = ""

    func run() async throws {
        let appending = AppendBenchmark(commands: commands, folder: folder)
        let reading = ReadBenchmark(events: events, folder: folder)
        var missed = 0
        for measure in [appending.group, appending.single, appending.tail, appending.writers] {
            missed += try await report(measure)
        }
        let filled = try BenchmarkFolder(in: folder)
        try filled.fill(events)
        for measure in [
            reading.verify, reading.replay, reading.stream, reading.rebuild, reading.size,
        ] {
            missed += try await report { try await measure($0, $1, filled) }
        }
        if missed > 0 { print("\(missed) of the aims were missed") }
    }

    private func report(
        _ measure: (Int, String) async throws -> Comparison?
    ) async throws -> Int {
        guard let comparison = try await measure(rounds, only) else { return 0 }
        print(comparison.described)
        return comparison.aim.isMet(by: comparison.value) ? 0 : 1
    }
}
