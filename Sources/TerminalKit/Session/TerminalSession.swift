import CTerminal
import Glibc
import Synchronization

/// The terminal while a full-screen program has it.
///
/// One at a time. It is put back by `end()`, and whatever else happens: when the process traps,
/// aborts, exits or is told to end (see `CTerminal`).
public final class TerminalSession: Sendable {
    private struct Condition {
        var isActive = false
        var reader: pthread_t?
        /// Continuations that `suspend` has brought about itself.
        var ownContinuations = 0
    }

    private let tty: Int32
    private let modes: TerminalModes
    /// Read end, write end: signals, and the session's own word to the reader.
    private let pipe: (read: Int32, write: Int32)
    private let condition = Mutex(Condition())
    /// Held for the length of a write: the reader switches the modes on again while frames are drawn.
    private let writing = Mutex(())
    private let continuation: AsyncStream<SessionEvent>.Continuation
    private static let running = Mutex(false)
    /// More than a person types while a frame is drawn; what comes beyond waits in the terminal.
    private static let buffered = 4096
    /// Told to the reader through the pipe: end. No signal has the number 0.
    private static let endOfReading: UInt8 = 0

    /// What comes from the terminal, and of it; ends after `end()`.
    public let events: AsyncStream<SessionEvent>

    /// Takes the terminal: raw, alternate screen, modes on.
    ///
    /// - Parameters:
    ///   - environment: `TERM` and `SSH_CONNECTION` are read.
    ///   - tty: a terminal that is read and written; standard input unless told otherwise.
    /// - Throws: `SessionError`.
    public init(
        modes: TerminalModes = TerminalModes(), environment: [String: String],
        tty: Int32 = 0
    ) throws(SessionError) {
        guard isatty(tty) == 1, environment["TERM"] != "dumb" else {
            throw SessionError.noTerminal
        }
        let isFree = Self.running.withLock { running in
            defer { running = true }
            return !running
        }
        guard isFree else { throw SessionError.busy }
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else {
            let code = errno
            Self.running.withLock { $0 = false }
            throw SessionError.system(call: "pipe", code: code)
        }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        self.tty = tty
        self.modes = modes
        pipe = (ends[0], ends[1])
        (events, continuation) = AsyncStream.makeStream(
            of: SessionEvent.self, bufferingPolicy: .bufferingOldest(Self.buffered))
        let reset = modes.leave
        let code = reset.withUnsafeBytes { bytes in
            cterminal_guard(
                tty, ends[1], bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        do throws(SessionError) {
            guard code == 0 else {
                throw SessionError.system(call: "tcgetattr or sigaction", code: code)
            }
            try enter()
        } catch {
            release()
            throw error
        }
        startReading(patience: environment["SSH_CONNECTION"] == nil ? 50 : 100)
    }

    private func enter() throws(SessionError) {
        let code = cterminal_raw()
        guard code == 0 else { throw SessionError.system(call: "tcsetattr", code: code) }
        condition.withLock { $0.isActive = true }
        write(modes.enter)
    }

    /// Puts the terminal back as it was found. Nothing happens the second time.
    public func end() {
        guard leave() else { return }
        var word = Self.endOfReading
        _ = Glibc.write(pipe.write, &word, 1)
        if let reader = condition.withLock({ $0.reader }) { pthread_join(reader, nil) }
        release()
    }

    /// Gives back what a session holds beside the terminal.
    private func release() {
        cterminal_release()
        close(pipe.read)
        close(pipe.write)
        Self.running.withLock { $0 = false }
    }

    /// - Returns: whether it was the program's until now.
    private func leave() -> Bool {
        let wasActive = condition.withLock { condition in
            defer { condition.isActive = false }
            return condition.isActive
        }
        guard wasActive else { return false }
        write(modes.leave)
        _ = cterminal_restore()
        cterminal_disarm()
        return true
    }

    /// Gives the terminal to the shell as Ctrl-Z does; comes back when the process is in the
    /// foreground again, and tells it as a `resized`.
    public func suspend() throws(SessionError) {
        guard leave() else { return }
        var foreground: pid_t
        repeat {
            condition.withLock { $0.ownContinuations += 1 }
            cterminal_stop()
            foreground = tcgetpgrp(tty)
        } while foreground >= 0 && foreground != getpgrp()
        try enter()
        continuation.yield(.resized(size))
    }

    /// Somebody else stopped the process and let it go on: the shell had the line settings meanwhile.
    ///
    /// - Returns: false after the session's own stop, and where the terminal is not the session's.
    private func takesBack() -> Bool {
        let isForeign = condition.withLock { condition in
            guard condition.ownContinuations == 0 else {
                condition.ownContinuations -= 1
                return false
            }
            return condition.isActive
        }
        guard isForeign, cterminal_raw() == 0 else { return false }
        // What was switched meanwhile, nobody knows. The title was not put back: it is not put aside again.
        var switched = modes
        switched.title = false
        write(switched.leave + switched.enter)
        return true
    }

    /// Ends the process as the signal that asked for it would have, the terminal put back first.
    public func die(of signal: Int32) -> Never {
        end()
        cterminal_die(signal)
        exit(128 + signal)
    }

    /// Writes all of it: one frame, one call, but where the terminal is slower.
    public func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

    /// Writes all of it, as it lies in memory.
    public func write(_ bytes: UnsafeRawBufferPointer) {
        writing.withLock { _ in writeAll(bytes) }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                tty, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: tty, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, 1000)
            } else if errno != EINTR {
                return
            }
        }
    }

    /// The window's size; 80 × 24 where the terminal does not say.
    public var size: Size {
        var window = winsize()
        guard ioctl(tty, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
        else {
            return Size(columns: 80, rows: 24)
        }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    // MARK: Reading

    /// - Parameter patience: milliseconds until a lone escape is known for one.
    private func startReading(patience: Int32) {
        let reader = Reader(session: self, patience: patience)
        var thread = pthread_t()
        let box = Unmanaged.passRetained(reader)
        let code = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Reader>.fromOpaque(raw).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        if code == 0 {
            condition.withLock { $0.reader = thread }
        } else {
            box.release()
            continuation.finish()
        }
    }

    private final class Reader {
        private let session: TerminalSession
        private let patience: Int32
        private var decoder = InputDecoder()

        init(session: TerminalSession, patience: Int32) {
            self.session = session
            self.patience = patience
        }

        /// A thread of its own: waiting for a key must not take one of the pool's.
        func run() {
            var chunk = [UInt8](repeating: 0, count: 4096)
            while true {
                var waiting = [
                    pollfd(fd: session.tty, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: session.pipe.read, events: Int16(POLLIN), revents: 0),
                ]
                let count = poll(&waiting, 2, decoder.isWaiting ? patience : -1)
                if count < 0 {
                    if errno == EINTR { continue }
                    break
                }
                if count == 0 {
                    tell(decoder.flush())
                    continue
                }
                if waiting[1].revents != 0, !readPipe() { break }
                guard waiting[0].revents != 0 else { continue }
                let length = read(session.tty, &chunk, chunk.count)
                if length > 0 {
                    tell(decoder.decode(chunk[..<length]))
                } else if waiting[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
                    || length < 0 && errno != EAGAIN && errno != EINTR
                {
                    yield(.closed)
                    awaitEnd()
                    break
                }
            }
            session.continuation.finish()
        }

        /// The terminal is gone; signals are told until the session ends.
        private func awaitEnd() {
            while readPipe() {
                var only = pollfd(fd: session.pipe.read, events: Int16(POLLIN), revents: 0)
                if poll(&only, 1, -1) < 0, errno != EINTR { return }
            }
        }

        private func tell(_ events: [InputEvent]) {
            for event in events { yield(.input(event)) }
        }

        /// Waits where the program is behind: what is not read yet stays in the terminal.
        private func yield(_ event: SessionEvent) {
            while case .dropped = session.continuation.yield(event) {
                guard session.condition.withLock({ $0.isActive }) else { return }
                poll(nil, 0, 5)
            }
        }

        /// - Returns: false when reading ends.
        private func readPipe() -> Bool {
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(session.pipe.read, &bytes, bytes.count)
            guard count > 0 else { return true }
            for byte in bytes[..<count] {
                switch Int32(byte) {
                case Int32(TerminalSession.endOfReading): return false
                case SIGWINCH: yield(.resized(session.size))
                case SIGCONT: if session.takesBack() { yield(.resized(session.size)) }
                case SIGTSTP: yield(.askedToStop)
                case let signal: yield(.asked(signal: signal))
                }
            }
            return true
        }
    }
}
