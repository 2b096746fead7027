import Glibc
import Testing

/// A shell under a pseudo-terminal, typed at and read as a person would.
final class Pseudoterminal {
    /// What Glibc keeps from Swift: `POSIX_SPAWN_SETSID`, `TIOCSPTLCK`, `TIOCGPTN`.
    private enum Linux {
        static let newSession: Int16 = 0x80
        static let lock: UInt = 0x4004_5431
        static let number: UInt = 0x8004_5430
    }
    private let master: Int32
    private let shell: pid_t
    /// All that has been written to the terminal.
    private(set) var output: [UInt8] = []

    /// - Throws: where the system gives no pseudo-terminal.
    init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        try #require(
            master >= 0 && ioctl(master, Linux.lock, &unlocked) == 0
                && ioctl(master, Linux.number, &number) == 0)
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
        let slave = "/dev/pts/\(number)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Linux.newSession)
        var arguments = Self.list(["sh", "-i"])
        var environment = Self.list(["TERM=xterm-256color", "PS1=", "PATH=/usr/bin:/bin"])
        defer { for text in arguments + environment { free(text) } }
        var child = pid_t()
        let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, &environment)
        try #require(code == 0)
        shell = child
    }

    /// As `posix_spawn` takes them: copies, nil at the end.
    private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { text in strdup(text) } + [nil]
    }

    deinit {
        kill(shell, SIGKILL)
        waitpid(shell, nil, 0)
        close(master)
    }

    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    func resize(columns: UInt16, rows: UInt16) {
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// Reads until something has been written, counted from a place in the output.
    ///
    /// - Returns: what stands from there to its end.
    @discardableResult
    func read(until text: String, from start: Int = 0) throws -> String {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let seen = String(decoding: output[start...], as: UTF8.self)
            if let end = seen.firstRange(of: text) { return String(seen[..<end.upperBound]) }
            var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            let isReady = poll(&ready, 1, 20_000) > 0
            try #require(isReady, "“\(text)” was not written; what was: \(seen.debugDescription)")
            let count = Glibc.read(master, &chunk, chunk.count)
            try #require(count > 0)
            output += chunk[..<count]
        }
    }
}

extension String {
    /// Where a text stands first; the standard library's `firstRange` needs Foundation's strings.
    fileprivate func firstRange(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
