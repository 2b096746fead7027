import Synchronization
import TerminalKit
import TerminalKitTesting
import Testing

@Suite("A program in its loop", .timeLimit(.minutes(1)))
struct ProgramTests {
    /// Counts keys; `q` ends it, `e` adds a thousand later, `n` changes nothing, `t` the title, `u` and Ctrl-Z suspend.
    struct Counter: Program {
        enum Message: Sendable { case add(Int), end, suspend, nothing, title, resized(Size) }
        struct Model: Sendable {
            var count = 0
            var size: Size
        }
        let gate: AsyncStream<Void>

        func begin(size: Size) -> (Model, [Effect<Message>]) {
            (Model(size: size), [.title("计数")])
        }

        func message(for event: SessionEvent, _ model: Model) -> Message? {
            switch event {
            case .input(.key(KeyEvent(.character("q")))): .end
            case .input(.key(KeyEvent(.character("u")))): .suspend
            case .input(.key(KeyEvent(.character("n")))): .nothing
            case .input(.key(KeyEvent(.character("t")))): .title
            case .input(.key(KeyEvent(.character("e")))): .add(0)
            case .input(.key): .add(1)
            case .resized(let size): .resized(size)
            default: nil
            }
        }

        func update(_ model: inout Model, _ message: Message) -> [Effect<Message>] {
            switch message {
            case .add(0):
                return [
                    .perform { [gate] in
                        for await _ in gate { break }
                        return .add(1000)
                    }
                ]
            case .add(let number): model.count += number
            case .end: return [.end]
            case .suspend: return [.suspend]
            case .title: return [.title("又")]
            case .nothing: break
            case .resized(let size): model.size = size
            }
            return []
        }

        func view(_ model: Model, into frame: inout Frame) {
            frame.write(SafeText(model.count), column: 0)
            frame.write(SafeText(model.size.columns), column: 0, row: 1)
        }
    }

    /// What a loop sees, and what it has done to it.
    final class FakeTerminal: Terminal {
        struct Record {
            var writes: [[UInt8]] = []
            var suspensions = 0
            var ends = 0
            var size = Size(columns: 20, rows: 4)
            var waiting: [(count: Int, CheckedContinuation<Void, Never>)] = []
        }
        let record = Mutex(Record())
        let events: AsyncStream<SessionEvent>
        private let source: AsyncStream<SessionEvent>.Continuation

        init() { (events, source) = AsyncStream.makeStream(of: SessionEvent.self) }

        var size: Size { record.withLock { $0.size } }

        func write(_ bytes: UnsafeRawBufferPointer) {
            let ready = record.withLock { record in
                record.writes.append(Array(bytes))
                let ready = record.waiting.filter { $0.count <= record.writes.count }
                record.waiting.removeAll { $0.count <= record.writes.count }
                return ready
            }
            for (_, continuation) in ready { continuation.resume() }
        }

        func suspend() throws(SessionError) {
            record.withLock { $0.suspensions += 1 }
            source.yield(.resized(size))
        }

        func end() {
            record.withLock { $0.ends += 1 }
            source.finish()
        }

        func send(_ event: SessionEvent) { source.yield(event) }

        func press(_ keys: String) {
            for key in keys.unicodeScalars { send(.input(.key(KeyEvent(.character(key))))) }
        }

        func writes(reach count: Int) async {
            await withCheckedContinuation { continuation in
                let isThere = record.withLock { record in
                    if record.writes.count >= count { return true }
                    record.waiting.append((count, continuation))
                    return false
                }
                if isThere { continuation.resume() }
            }
        }

        /// What a terminal shows after all that was written, without the question and the title.
        var shown: (text: String, frames: Int, faults: [String]) {
            let (writes, size) = record.withLock { ($0.writes, $0.size) }
            var terminal = VirtualTerminal(size: size)
            let frames = writes.filter { !$0.starts(with: Array("\u{1B}[?2026$p".utf8)) }
            for frame in frames { terminal.feed(frame) }
            return (
                terminal.text, frames.count { !$0.starts(with: [0x1B, 0x5D]) }, terminal.faults
            )
        }
    }

    /// A clock that stands still until it is told to go on.
    final class StandingClock: Clock, Sendable {
        struct Instant: InstantProtocol {
            var offset: Duration
            func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
            func duration(to other: Instant) -> Duration { other.offset - offset }
            static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
        }
        private struct State {
            var now = Instant(offset: .zero)
            var sleepers: [(until: Instant, CheckedContinuation<Void, Never>)] = []
            var watchers: [CheckedContinuation<Void, Never>] = []
        }
        private let state = Mutex(State())
        var now: Instant { state.withLock { $0.now } }
        var minimumResolution: Duration { .nanoseconds(1) }

        func sleep(until deadline: Instant, tolerance: Duration?) async throws {
            await withCheckedContinuation { continuation in
                let watchers = state.withLock { state in
                    state.sleepers.append((deadline, continuation))
                    defer { state.watchers = [] }
                    return state.watchers
                }
                for watcher in watchers { watcher.resume() }
            }
        }

        func sleeperArrives() async {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if !state.sleepers.isEmpty { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        }

        func advance(by duration: Duration) {
            let woken = state.withLock { state in
                state.now = state.now.advanced(by: duration)
                let woken = state.sleepers.filter { $0.until <= state.now }
                state.sleepers.removeAll { $0.until <= state.now }
                return woken
            }
            for (_, continuation) in woken { continuation.resume() }
        }
    }

    private let terminal = FakeTerminal()
    private let clock = StandingClock()
    private let gate: AsyncStream<Void>
    private let opener: AsyncStream<Void>.Continuation

    init() { (gate, opener) = AsyncStream.makeStream(of: Void.self) }

    private func start() -> Task<(model: Counter.Model, outcome: ProgramOutcome), Never> {
        let (terminal, clock, gate) = (terminal, clock, gate)
        return Task { await Counter(gate: gate).run(on: terminal, clock: clock) }
    }

    @Test("Keys become messages, messages a frame, and the end puts the terminal back")
    func runs() async {
        let run = start()
        await terminal.writes(reach: 3)
        #expect(terminal.shown.text == "0\n20\n\n")
        clock.advance(by: .seconds(1))
        terminal.press("a")
        await terminal.writes(reach: 4)
        #expect(terminal.shown.text == "1\n20\n\n")
        terminal.press("q")
        let (model, outcome) = await run.value
        #expect(model.count == 1 && outcome == .ended && terminal.shown.faults.isEmpty)
        #expect(terminal.record.withLock { $0.ends } > 0)
    }

    @Test("What comes within a sixtieth of a second shares a frame")
    func coalesces() async {
        let run = start()
        await terminal.writes(reach: 3)
        terminal.press(String(repeating: "a", count: 50) + "t")
        await terminal.writes(reach: 4)
        await clock.sleeperArrives()
        #expect(terminal.shown.frames == 1)
        clock.advance(by: .milliseconds(17))
        await terminal.writes(reach: 5)
        #expect(terminal.shown.text == "50\n20\n\n" && terminal.shown.frames == 2)
        terminal.press("q")
        _ = await run.value
        #expect(terminal.shown.frames == 2)
    }

    @Test("Nothing is written where nothing looks different")
    func idle() async {
        let run = start()
        await terminal.writes(reach: 3)
        for _ in 0..<20 {
            clock.advance(by: .seconds(1))
            terminal.press("n")
        }
        terminal.press("q")
        _ = await run.value
        #expect(terminal.shown.frames == 1)
    }

    @Test("A frame in which nothing looks different keeps no key waiting")
    func answersAtOnce() async {
        let run = start()
        await terminal.writes(reach: 3)
        clock.advance(by: .seconds(1))
        terminal.press("na")
        terminal.press("q")
        _ = await run.value
        #expect(terminal.shown.text == "1\n20\n\n" && terminal.shown.frames == 2)
    }

    @Test("An effect's message comes when its work is done")
    func effects() async {
        let run = start()
        await terminal.writes(reach: 3)
        clock.advance(by: .seconds(1))
        terminal.press("e")
        opener.yield()
        await clock.sleeperArrives()
        clock.advance(by: .seconds(1))
        await terminal.writes(reach: 4)
        #expect(terminal.shown.text.hasPrefix("1000\n"))
        terminal.press("q")
        #expect(await run.value.model.count == 1000)
    }

    @Test("Work that is not done when the program ends is cancelled and brings nothing")
    func cancelled() async {
        let run = start()
        terminal.press("eq")
        let (model, outcome) = await run.value
        #expect(model.count == 0 && outcome == .ended)
    }

    @Test("A new size draws everything anew")
    func resizes() async {
        let run = start()
        await terminal.writes(reach: 3)
        clock.advance(by: .seconds(1))
        terminal.record.withLock { $0.size = Size(columns: 30, rows: 3) }
        terminal.send(.resized(Size(columns: 30, rows: 3)))
        await terminal.writes(reach: 4)
        #expect(terminal.shown.text == "0\n30\n")
        terminal.press("q")
        _ = await run.value
    }

    @Test(
        "Ctrl-Z and the program's own wish suspend, and all is drawn and the title told when it is back"
    )
    func suspends() async {
        let run = start()
        await terminal.writes(reach: 3)
        for (count, event) in [
            (5, KeyEvent(.character("z"), .control)), (7, KeyEvent(.character("u"))),
        ] {
            clock.advance(by: .seconds(1))
            terminal.send(.input(.key(event)))
            await terminal.writes(reach: count)
        }
        #expect(terminal.record.withLock { $0.suspensions } == 2)
        let (title, last) = terminal.record.withLock {
            (
                String(decoding: $0.writes[5], as: UTF8.self),
                String(decoding: $0.writes[6], as: UTF8.self)
            )
        }
        #expect(title.contains("计数"), "the shell called the window otherwise")
        #expect(last.contains("\u{1B}[2J") && last.contains("20"))
        terminal.press("q")
        _ = await run.value
    }

    @Test("A signal or a lost terminal ends it, and says why")
    func asked() async {
        let asked = start()
        terminal.send(.asked(signal: 15))
        #expect(await asked.value.outcome == .asked(signal: 15))
        let other = FakeTerminal()
        let (gate, clock) = (gate, clock)
        let run = Task { await Counter(gate: gate).run(on: other, clock: clock) }
        other.send(.closed)
        #expect(await run.value.outcome == .closed)
    }

    @Test(
        "A terminal that draws “ wide is drawn for so, and the program is told", arguments: [1, 2])
    func asksWidth(columns: Int) async {
        let (gate, clock, terminal) = (gate, clock, terminal)
        let run = Task {
            await Counter(gate: gate).run(on: terminal, asksWidth: true, clock: clock)
        }
        await terminal.writes(reach: 4)
        let question = terminal.record.withLock { String(decoding: $0.writes[1], as: UTF8.self) }
        #expect(question == "\u{1B}[2;1H“\u{1B}[6n")
        clock.advance(by: .seconds(1))
        terminal.send(.input(.reply(.cursor(row: 1, column: columns))))
        if columns == 2 {
            await terminal.writes(reach: 5)
            let last = terminal.record.withLock { String(decoding: $0.writes[4], as: UTF8.self) }
            #expect(last.contains("\u{1B}[2J"))
        }
        terminal.press("q")
        _ = await run.value
        #expect(terminal.record.withLock { $0.writes.count } == (columns == 2 ? 5 : 4))
    }

    @Test("Frames are bracketed once the terminal has said that it knows brackets")
    func synchronizes() async {
        let run = start()
        await terminal.writes(reach: 3)
        clock.advance(by: .seconds(1))
        terminal.send(.input(.reply(.mode(2026, .reset))))
        terminal.press("a")
        await terminal.writes(reach: 4)
        let last = terminal.record.withLock { String(decoding: $0.writes[3], as: UTF8.self) }
        #expect(last.hasPrefix("\u{1B}[?2026h") && last.hasSuffix("\u{1B}[?2026l"))
        terminal.press("q")
        _ = await run.value
    }
}
