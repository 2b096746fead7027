/// A program while it runs.
@TerminalActor
final class ProgramLoop<P: Program, T: Terminal, C: Clock<Duration>> {
    /// More than the eye sees would only be sent for nothing.
    private static var interval: Duration { .nanoseconds(16_666_667) }
    /// DECRQM: does the terminal know synchronized output? Some never answer (tmux before 3.7), so nothing waits for it.
    private static var question: [UInt8] { Array("\u{1B}[?2026$p".utf8) }

    /// How wide is “? Below the first row, for the answer from there could be a key. The first frame clears it away.
    private static var widthQuestion: [UInt8] { Array("\u{1B}[2;1H“\u{1B}[6n".utf8) }

    private let program: P
    private let terminal: T
    private let clock: C
    private let renderer: Renderer
    private var model: P.Model
    private var size: Size
    private var begun: [Effect<P.Message>]
    private var outcome: ProgramOutcome?
    private var work: [Int: Task<Void, Never>] = [:]
    private var started = 0
    /// Whether something may look different from what is shown.
    private var isDirty = true
    private var isTickPending = false
    /// Before it no frame is drawn that nobody's key has asked for.
    private var earliest: C.Instant?
    /// Before it no frame is drawn at all: the last that was written is too short a time ago.
    private var earliestForInput: C.Instant?
    private var asksWidth: Bool
    /// What the window was called last: a shell that had the terminal meanwhile calls it otherwise.
    private var title: SafeText?

    init(
        _ program: P, _ terminal: T, _ options: Renderer.Options, asksWidth: Bool, _ clock: C
    ) {
        self.asksWidth = asksWidth
        self.program = program
        self.terminal = terminal
        self.clock = clock
        renderer = Renderer(options)
        size = terminal.size
        (model, begun) = program.begin(size: size)
    }

    func run() async -> (model: P.Model, outcome: ProgramOutcome) {
        send(Self.question)
        if asksWidth { send(Self.widthQuestion) }
        perform(begun)
        begun = []
        refresh(after: earliest)
        if outcome == nil {
            for await event in terminal.events {
                take(event)
                if outcome != nil { break }
            }
        }
        for task in work.values { task.cancel() }
        terminal.end()
        return (model, outcome ?? .closed)
    }

    private func take(_ event: SessionEvent) {
        guard outcome == nil else { return }
        switch event {
        case .asked(let signal): end(.asked(signal: signal))
        case .closed: end(.closed)
        case .input(.key(KeyEvent(.character("z"), .control))), .askedToStop: suspend()
        case .input(.reply(.mode(2026, let state))):
            renderer.options.synchronized = state == .set || state == .reset
        case .input(.reply(.cursor(row: 1, let column))) where asksWidth:
            asksWidth = false
            renderer.options.ambiguous = column > 1 ? .wide : .narrow
            isDirty = true
            pass(event)
        case .resized(let size):
            self.size = size
            renderer.invalidate()
            isDirty = true
            pass(event)
        case .input: pass(event)
        }
        refresh(after: earliestForInput)
    }

    private func pass(_ event: SessionEvent) {
        if let message = program.message(for: event, model) { take(message) }
    }

    private func take(_ message: P.Message) {
        isDirty = true
        perform(program.update(&model, message))
    }

    private func perform(_ effects: [Effect<P.Message>]) {
        for effect in effects where outcome == nil {
            switch effect {
            case .perform(let body): start(body)
            case .end: end(.ended)
            case .suspend: suspend()
            case .redraw:
                renderer.invalidate()
                isDirty = true
            case .title(let text):
                title = text
                send(ControlString.title(text))
            case .copy(let text): send(ControlString.clipboard(text))
            }
        }
    }

    private func start(_ body: @escaping @Sendable () async -> P.Message) {
        started += 1
        let number = started
        work[number] = Task {
            let message = await body()
            work[number] = nil
            guard outcome == nil else { return }
            take(message)
            refresh(after: earliest)
        }
    }

    /// Ending the terminal ends its events, and so the loop.
    private func end(_ reason: ProgramOutcome) {
        outcome = reason
        terminal.end()
    }

    private func suspend() {
        do {
            try terminal.suspend()
            // The event of the new size, which follows, draws.
            renderer.invalidate()
            if let title { send(ControlString.title(title)) }
        } catch {
            end(.failed(error))
        }
    }

    /// Draws now where the last frame is long enough ago, otherwise as soon as it is; messages until then share the frame.
    private func refresh(after instant: C.Instant?) {
        guard isDirty, outcome == nil else { return }
        guard let instant, clock.now < instant else {
            draw()
            return
        }
        guard !isTickPending else { return }
        isTickPending = true
        Task {
            try? await clock.sleep(until: instant, tolerance: nil)
            isTickPending = false
            refresh(after: earliest)
        }
    }

    /// A frame in which nothing looks different keeps no key waiting for the next one.
    private func draw() {
        isDirty = false
        let next = clock.now.advanced(by: Self.interval)
        earliest = next
        renderer.draw(
            size: size, { program.view(model, into: &$0) },
            write: { bytes in
                earliestForInput = next
                terminal.write(bytes)
            })
    }

    private func send(_ bytes: [UInt8]) { bytes.withUnsafeBytes(terminal.write) }
}
