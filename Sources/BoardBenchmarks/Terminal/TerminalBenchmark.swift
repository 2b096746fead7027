import Glibc
import TerminalKit

/// Draws a workload's frames on standard output, and measures them.
struct TerminalBenchmark {
    /// What a frame took.
    struct Result {
        var wall = 0.0
        var processor = 0.0
        var bytes = 0.0

        /// In microseconds and bytes.
        var json: String {
            """
            {"us_per_frame":\(wall),"cpu_us":\(processor),"bytes_per_frame":\(bytes)}
            """
        }
    }

    let workload: TerminalWorkload
    let frames: Int

    /// The first frame is not measured: it fills the screen and the tables.
    /// - Parameter leavesLast: whether the last frame is left as it stands, without the terminal's own settings.
    func run(leavesLast: Bool) -> Result {
        let renderer = Renderer()
        var sent = 0
        draw(-1, renderer, &sent)
        sent = 0
        let start = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
        for number in 0..<frames {
            if workload.scenario == .full { renderer.invalidate() }
            draw(number, renderer, &sent)
        }
        let end = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
        if !leavesLast { send("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[2J\u{1B}[H") }
        let count = Double(max(1, frames))
        return Result(
            wall: (end.0 - start.0) / count, processor: (end.1 - start.1) / count,
            bytes: Double(sent) / count)
    }

    private func draw(_ number: Int, _ renderer: Renderer, _ sent: inout Int) {
        renderer.draw(size: TerminalWorkload.size, { workload.draw(number, on: &$0) }) { bytes in
            sent += bytes.count
            send(bytes)
        }
    }

    private func send(_ text: String) {
        var text = text
        text.withUTF8 { send(UnsafeRawBufferPointer($0)) }
    }

    private func send(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Microseconds.
    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
}
