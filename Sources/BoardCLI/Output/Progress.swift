import Glibc

/// How far long work has come: one line on a terminal, nothing in a pipe.
struct Progress: Sendable {
    private let label: String
    private let isShown: Bool

    init(_ label: String, isShown: Bool = Screen.hasTerminalForErrors) {
        self.label = label
        self.isShown = isShown
    }

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let width = 24
        let filled = min(width, done * width / total)
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        draw("\(label) \(bar) \(done)/\(total)")
    }

    /// Does something of unknown length while the seconds are counted.
    func during<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard isShown else { return try await work() }
        let ticking = Task {
            var seconds = 0
            while !Task.isCancelled {
                draw("\(label) \(seconds) s")
                try? await Task.sleep(nanoseconds: 1_000_000_000)
                seconds += 1
            }
        }
        defer {
            ticking.cancel()
            end()
        }
        return try await work()
    }

    /// Takes the line away again.
    func end() { if isShown { draw("") } }

    private func draw(_ text: String) {
        // Back to the first column, the text, and erase what is left of the line before.
        let bytes = Array("\r\(text)\u{1B}[K".utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }
}
