import Glibc

/// A program on a pseudo-terminal of its own, whose other end is held here.
public final class TerminalChild {
    /// What the system did not give.
    public struct Failure: Error {
        /// The call that failed.
        public let call: String
        /// Its `errno`.
        public let code: Int32
    }

    /// What Glibc keeps from Swift: `POSIX_SPAWN_SETSID`, `TIOCSPTLCK`, `TIOCGPTN`.
    private enum Linux {
        static let newSession: Int16 = 0x80
        static let lock: UInt = 0x4004_5431
        static let number: UInt = 0x8004_5430
    }

    private let master: Int32
    private let child: pid_t
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// Starts a program, the terminal of which is its session's own.
    ///
    /// - Parameters:
    ///   - call: the program's path, then its arguments.
    ///   - environment: `NAME=value`, all of it.
    /// - Throws: `Failure`.
    public init(
        _ call: [String], environment: [String], columns: UInt16 = 80, rows: UInt16 = 24
    ) throws(Failure) {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, Linux.lock, &unlocked) == 0,
            ioctl(master, Linux.number, &number) == 0
        else { throw Failure(call: "/dev/ptmx", code: errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Linux.newSession)
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
        var arguments = Self.list(call)
        var settings = Self.list(environment)
        defer { for text in arguments + settings { free(text) } }
        var child = pid_t()
        let code = posix_spawn(&child, call[0], &actions, &attributes, &arguments, &settings)
        guard code == 0 else {
            close(master)
            throw Failure(call: call[0], code: code)
        }
        self.child = child
    }

    /// As `posix_spawn` takes them: copies, nil at the end.
    private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { text in strdup(text) } + [nil]
    }

    deinit {
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
        close(master)
    }

    /// Sends what a keyboard would.
    public func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Makes the window another size.
    public func resize(columns: UInt16, rows: UInt16) {
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// What the program has written since; nil where nothing comes for so many milliseconds, or it has ended.
    public func read(milliseconds: Int32) -> ArraySlice<UInt8>? {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, milliseconds) > 0 else { return nil }
        let count = buffer.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
        return count > 0 ? buffer[..<count] : nil
    }
}
