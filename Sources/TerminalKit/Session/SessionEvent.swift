/// What a session tells its program.
public enum SessionEvent: Hashable, Sendable {
    case input(InputEvent)
    /// The window has another size, or the terminal has been taken back after a stop: everything on
    /// it has to be drawn anew.
    case resized(Size)
    /// Somebody asks the process to end: `SIGHUP`, `SIGINT` or `SIGTERM`.
    case asked(signal: Int32)
    /// Somebody asks it to stop as Ctrl-Z does: `SIGTSTP`.
    case askedToStop
    /// The terminal is gone: its other end was closed.
    case closed
}

/// Why a session could not be had.
public enum SessionError: Error, Hashable, Sendable {
    /// Standard input or output is no terminal, or `TERM` says that it can do nothing: a program then
    /// speaks in lines.
    case noTerminal
    /// A session is running already; a process has one terminal.
    case busy
    /// The system refused a call, by its `errno`.
    case system(call: String, code: Int32)
}
