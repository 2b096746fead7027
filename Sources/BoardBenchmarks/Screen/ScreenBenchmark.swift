import ArgumentParser
import BoardDomain
import BoardService
import TerminalKitTesting

/// The full-screen program on a terminal, as its user waits for it: how long it opens, how long a key takes.
struct ScreenBenchmark {
    let program: String
    let board: CopiedBoard
    let rounds: Int
    /// Keys that are pressed in each table.
    let keys: Int

    private static let size: (columns: UInt16, rows: UInt16) = (120, 40)
    /// So long nothing is written where all is on the screen, in milliseconds.
    private static let silence: Int32 = 250
    /// Longer than a frame's share of a second: the next frame is drawn at once.
    private static let pause: Int32 = 25

    func run() async throws -> [Comparison] {
        let now = board.now
        let settings = try BoardSettings.embedded { now }
        // Copies are rows of the log alone.
        let fresh = try await LocalBoard.openForRebuild(path: board.path, settings: settings)
        try await fresh.rebuild { _, _ in }
        try await fresh.close()
        let opened = try await LocalBoard.open(path: board.path, settings: settings)
        let directory = try await opened.directory()
        try await opened.close()
        let instant = board.now
        guard let reviewer = directory.holders(of: .reviewer, at: instant).first else {
            throw ValidationError("the board has no reviewer")
        }
        try settle(reviewer)
        return try opening(reviewer) + [
            pressing("a key in the list of cases", reviewer, "board"),
            pressing("a key in the log", reviewer, "audit"),
        ]
    }

    private func start(_ person: PersonID, _ screen: String) throws -> TerminalChild {
        try TerminalChild(
            [
                program, "tui", "--db", board.path, "--as", person, "--screen", screen,
            ], environment: ["TERM=xterm-256color", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"],
            columns: Self.size.columns, rows: Self.size.rows)
    }

    /// The first who opens a board has the clock's due steps done before it.
    private func settle(_ person: PersonID) throws {
        let terminal = try start(person, "inbox")
        var wait: Int32 = 600_000
        while terminal.read(milliseconds: wait) != nil { wait = 5_000 }
    }

    /// From the start of the process to the first frame, and to the last of what the inbox shows.
    private func opening(_ person: PersonID) throws -> [Comparison] {
        var first = Comparison("first frame of the inbox", unit: "ms", aim: .atMost(150))
        var whole = Comparison("the inbox with all its rows", unit: "ms", aim: .atMost(150))
        for _ in 0..<rounds {
            let clock = ContinuousClock()
            let begin = clock.now
            let terminal = try start(person, "inbox")
            var (written, last) = (0, begin)
            var isFirst = true
            var wait: Int32 = 10_000
            while let bytes = terminal.read(milliseconds: wait) {
                written += bytes.count
                last = clock.now
                wait = Self.silence
                // What is sent before is modes and questions, a few dozen bytes.
                if isFirst, written > 500 {
                    isFirst = false
                    first.reached.add(Self.milliseconds(begin, last))
                }
            }
            guard !isFirst else { throw ValidationError("no frame: \(written) bytes") }
            whole.reached.add(Self.milliseconds(begin, last))
        }
        return [first, whole]
    }

    /// From a key on the wire to its frame, at the 99th percentile.
    private func pressing(
        _ name: String, _ person: PersonID, _ screen: String
    ) throws -> Comparison {
        let terminal = try start(person, screen)
        var wait: Int32 = 10_000
        while terminal.read(milliseconds: wait) != nil { wait = Self.silence }
        var times = Figures()
        let clock = ContinuousClock()
        for number in 0..<keys {
            let begin = clock.now
            // Down and then up again, at times by a page, so that rows come that were not there.
            let isDown = number < keys / 2
            let page = isDown ? "\u{1B}[6~" : "\u{1B}[5~"
            terminal.write(number % 10 == 9 ? page : isDown ? "j" : "k")
            guard terminal.read(milliseconds: 1000) != nil else { continue }
            times.add(Self.milliseconds(begin, clock.now))
            while terminal.read(milliseconds: Self.pause) != nil {}
        }
        guard times.values.count > keys / 2 else {
            throw ValidationError("\(name): \(times.values.count) frames for \(keys) keys")
        }
        var result = Comparison(
            name + " (\(times.values.count) frames, 99th percentile)", unit: "ms", aim: .atMost(5))
        result.reached.add(times.percentile(0.99))
        print("\(name): median \(Figures.hundredths(times.median)) ms")
        return result
    }

    private static func milliseconds(
        _ begin: ContinuousClock.Instant, _ end: ContinuousClock.Instant
    ) -> Double {
        let (whole, rest) = begin.duration(to: end).components
        return Double(whole) * 1000 + Double(rest) * 1e-15
    }
}
