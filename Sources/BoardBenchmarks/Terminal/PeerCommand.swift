import ArgumentParser
import Glibc

/// The frames of `terminal` and those of another program that draws the same table, by turns in one run, so that how fast the machine is makes no
/// difference to their ratio.
struct PeerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peer",
        abstract: "Measures frames of 200 × 60 beside those of another program, by turns.",
        discussion: """
            The other program is given the scenario, the number of frames and the table, writes \
            its frames to standard output, and cpu_us a frame as JSON to the file that BENCH_OUT \
            names.
            """)

    @Option(help: "The other program; scripts/bench peer builds one with ncurses.")
    var program: String

    @Option(help: "The table's file.")
    var table: String

    @Option(help: "How often each scenario is measured.")
    var rounds = 7

    @Option(help: "How many frames are drawn in a round.")
    var frames = 1000

    /// Microseconds and bytes a frame, as they are aimed at.
    private static let aims: [(scenario: TerminalWorkload.Scenario, time: Double, bytes: Double)] =
        [(.select, 100, 584), (.scroll, 150, 834), (.full, 300, 15_174)]

    func run() throws {
        var missed = 0
        for (scenario, time, bytes) in Self.aims {
            let name = scenario.rawValue
            var ratio = Comparison("\(name), ratio", unit: "µs of CPU a frame", aim: .atMost(0.12))
            var own = Comparison("\(name), time", unit: "µs of CPU a frame", aim: .atMost(time))
            for _ in 0..<rounds {
                let ours = try processorTime(of: ownCall(name, frames))
                own.reached.add(ours)
                ratio.reached.add(ours)
                ratio.baseline.add(try processorTime(of: peerCall(name, frames)))
            }
            var sent = Comparison("\(name), length", unit: "bytes a frame", aim: .atMost(bytes))
            sent.reached.add(try bytesPerFrame { ownCall(name, $0) })
            let peer = try bytesPerFrame { peerCall(name, $0) }
            for comparison in [ratio, own, sent] {
                print(comparison.described)
                missed += comparison.aim.isMet(by: comparison.value) ? 0 : 1
            }
            print("    \(Figures.text(peer)) bytes a frame of the other program")
        }
        if missed > 0 { print("\(missed) of the aims were missed") }
    }

    private func ownCall(_ scenario: String, _ frames: Int) -> [String] {
        ["/proc/self/exe", "terminal", scenario, "--frames", String(frames)]
    }

    private func peerCall(_ scenario: String, _ frames: Int) -> [String] {
        [program, scenario, String(frames), table]
    }

    private func processorTime(of call: [String]) throws -> Double {
        let figures = try MeasuredProcess(call, output: "/dev/null").figures
        guard let time = figures["cpu_us"] else {
            throw ValidationError("\(call[0]) gave no cpu_us")
        }
        return time
    }

    /// What more frames write more: beginning and end are left out.
    private func bytesPerFrame(_ call: (Int) -> [String]) throws -> Double {
        let all = try MeasuredProcess(call(frames), output: nil).outputLength
        let none = try MeasuredProcess(call(0), output: nil).outputLength
        return Double(all - none) / Double(max(1, frames))
    }
}
