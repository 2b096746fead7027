/// What owns model, renderer and terminal of a running program, and nothing else runs on.
@globalActor
public actor TerminalActor {
    /// The one.
    public static let shared = TerminalActor()
}

/// A full-screen program: a model, messages that change it, and a view of it.
///
/// All four functions are called on `TerminalActor` and have to return soon; what takes time, reads a clock or reaches outside is an effect. A
/// frame is drawn after messages, 60 a second at most, and nothing is written where nothing looks different.
///
/// Three things are the loop's own: Ctrl-Z, or a signal that asks for it, gives the terminal to the shell, a signal that asks for the end ends
/// the program, and the terminal's answers about what it can do are taken by it.
public protocol Program: Sendable {
    /// All that it knows.
    associatedtype Model: Sendable
    /// All that can happen.
    associatedtype Message: Sendable

    /// How it begins, on a terminal of this size.
    func begin(size: Size) -> (Model, [Effect<Message>])

    /// What an event of the terminal means now; nil for nothing. A new size comes this way too.
    func message(for event: SessionEvent, _ model: Model) -> Message?

    /// What a message changes, and what is to be done about it.
    func update(_ model: inout Model, _ message: Message) -> [Effect<Message>]

    /// What the model looks like; nothing but that.
    func view(_ model: Model, into frame: inout Frame)
}

/// What a program wants done outside of its model.
public enum Effect<Message: Sendable>: Sendable {
    /// Work beside the loop; its message comes when it is done. Cancelled where the program ends before.
    case perform(@Sendable () async -> Message)
    /// The program ends.
    case end
    /// The terminal is the shell's until the program is called back.
    case suspend
    /// All of the screen is sent anew: something else has written on it.
    case redraw
    /// Text of the window's title.
    case title(SafeText)
    /// Text for the clipboard; only ever at a key of the user's.
    case copy(SafeText)
}

/// Why a program is over.
public enum ProgramOutcome: Hashable, Sendable {
    /// It wanted to.
    case ended
    /// It was asked to by a signal: save what is to be saved, then `TerminalSession.die(of:)`.
    case asked(signal: Int32)
    /// The terminal is gone.
    case closed
    /// The terminal could not be had back after a stop.
    case failed(SessionError)
}

/// What a program runs on: `TerminalSession`, or a test's.
public protocol Terminal: Sendable {
    /// What comes from it; ends after `end()`.
    var events: AsyncStream<SessionEvent> { get }
    /// Columns and rows.
    var size: Size { get }
    /// Sends bytes, all of them.
    func write(_ bytes: UnsafeRawBufferPointer)
    /// Gives it to the shell; returns when it is back, which is told by a `resized` as well.
    func suspend() throws(SessionError)
    /// Puts it back as it was. Nothing happens the second time.
    func end()
}

extension TerminalSession: Terminal {}

extension Program {
    /// Runs until it ends, and puts the terminal back.
    ///
    /// - Parameters:
    ///   - options: what the terminal can do; whether it knows synchronized output is asked of it.
    ///   - asksWidth: whether it is asked, too, how wide it draws ambiguous characters. The answer is also the program's, as `TerminalReply.cursor` in row 1: it
    ///     measures by it what it measures outside of a view.
    ///   - clock: what frames are paced by.
    /// - Returns: the model as it was at the end, and why that came.
    public func run(
        on terminal: some Terminal, options: Renderer.Options = Renderer.Options(),
        asksWidth: Bool = false, clock: some Clock<Duration> = .continuous
    ) async -> (model: Model, outcome: ProgramOutcome) {
        await ProgramLoop(self, terminal, options, asksWidth: asksWidth, clock).run()
    }
}
