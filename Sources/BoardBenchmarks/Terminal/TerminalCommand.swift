import ArgumentParser
import BoardResources
import Glibc

/// The table of milestones drawn on standard output; the figures go to the file that `BENCH_OUT` names, so that they do not stand among
/// the frames.
struct TerminalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal",
        abstract: "Measures frames of 200 × 60: select, scroll or full.")

    @Argument(help: "What changes from frame to frame: select, scroll or full.")
    var scenario: TerminalWorkload.Scenario

    @Option(help: "How many frames are measured.")
    var frames = 1000

    func run() throws {
        guard let output = getenv("BENCH_OUT").map({ String(cString: $0) }) else {
            throw ValidationError("BENCH_OUT names no file for the figures.")
        }
        let table = String(decoding: try EmbeddedFiles.terminalTable(), as: UTF8.self)
        let benchmark = TerminalBenchmark(
            workload: TerminalWorkload(scenario, table: table), frames: frames)
        let result = benchmark.run(leavesLast: getenv("NOEND") != nil)
        guard let file = fopen(output, "w") else {
            throw ValidationError("\(output) cannot be written.")
        }
        fputs(result.json + "\n", file)
        fclose(file)
    }
}

extension TerminalWorkload.Scenario: ExpressibleByArgument {}
