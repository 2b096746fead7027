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
        var missed = 0
        let appending = AppendBenchmark(commands: commands, folder: folder)
        for measurement in appending.measurements { missed += try await report(measurement) }
        let reading = try ReadBenchmark(events: events, folder: folder)
        for measurement in reading.measurements { missed += try await report(measurement) }
        try await reading.close()
        if missed > 0 { print("\(missed) of the aims were missed") }
    }

    private func report(_ measurement: Measurement) async throws -> Int {
        guard only.isEmpty || measurement.name.contains(only) else { return 0 }
        let comparison = try await measurement.comparison(rounds: rounds)
        print(comparison.described)
        return comparison.aim.isMet(by: comparison.value) ? 0 : 1
    }
}
