import Glibc
import TerminalKit
import TerminalKitTesting

/// A pane of tmux, on a server of its own: a terminal that others wrote, as the judge of what ours shows.
///
/// What is fed to it is printed in the pane by `cat`; what the pane answers is brought back by another.
final class TmuxPane {
    struct Failure: Error {
        let step: String
    }

    /// Whether tmux can be started.
    static let isInstalled =
        getenv("PATH").map { String(cString: $0) }?.split(separator: ":")
        .contains { access("\($0)/tmux", X_OK) == 0 } == true

    private(set) var size: Size
    private let folder: String
    private let input: Int32
    private let output: Int32

    /// - Throws: where tmux does not start.
    init(size: Size) throws {
        self.size = size
        var template = Array("/tmp/jbtest-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(step: "a folder") }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard mkfifo("\(folder)/in", 0o600) == 0, mkfifo("\(folder)/out", 0o600) == 0 else {
            throw Failure(step: "pipes")
        }
        // Open for both, neither waits for the other end.
        input = open("\(folder)/in", O_RDWR | O_NONBLOCK | O_CLOEXEC)
        output = open("\(folder)/out", O_RDWR | O_NONBLOCK | O_CLOEXEC)
        let program =
            "stty raw -echo; exec 3<&0; cat <&3 >\(folder)/out & exec cat \(folder)/in"
        _ = try tmux(
            "-f /dev/null start-server \\; set-option -g status off \\; "
                + "new-session -d -x \(size.columns) -y \(size.rows) '\(program)' >/dev/null")
        _ = try cursor()
    }

    deinit {
        _ = try? tmux("kill-server")
        close(input)
        close(output)
        for name in ["in", "out"] { unlink("\(folder)/\(name)") }
        removeFolders()
    }

    /// Prints bytes in the pane.
    func feed(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            var ready = pollfd(fd: input, events: Int16(POLLOUT), revents: 0)
            guard poll(&ready, 1, 10_000) > 0 else { throw Failure(step: "feeding") }
            let count = write(input, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 { rest = rest.dropFirst(count) }
        }
    }

    func resize(_ size: Size) throws {
        self.size = size
        _ = try tmux("resize-window -x \(size.columns) -y \(size.rows)")
    }

    /// Where the cursor is once all was taken in that was fed before; the pane's answer tells that it was.
    func cursor() throws -> Position {
        try Array("\u{1B}[6n".utf8).withUnsafeBytes(feed)
        var answer: [UInt8] = []
        while answer.last != UInt8(ascii: "R") {
            var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 10_000) > 0 else { throw Failure(step: "the cursor") }
            var byte: UInt8 = 0
            if read(output, &byte, 1) == 1 { answer.append(byte) }
        }
        let numbers = String(decoding: answer.dropFirst(2).dropLast(), as: UTF8.self)
            .split(separator: ";").compactMap { Int($0) }
        guard numbers.count == 2 else {
            throw Failure(step: "an answer that is a place: \(answer)")
        }
        return Position(column: numbers[1] - 1, row: numbers[0] - 1)
    }

    /// What the pane shows once all was taken in that was fed before.
    func screen() throws -> VirtualTerminal {
        _ = try cursor()
        let captured = try tmux("capture-pane -p -e -N")
        var terminal = VirtualTerminal(size: size)
        terminal.feed(Array("\u{1B}[?7l".utf8))
        let lines = captured.split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.prefix(size.rows).enumerated() {
            terminal.feed(Array("\u{1B}[\(row + 1)H\(line)".utf8))
        }
        return terminal
    }

    private func tmux(_ command: String) throws -> String {
        let line =
            "TMUX= LC_ALL=C.UTF-8 TERM=xterm-256color TMUX_TMPDIR=\(folder) "
            + "tmux -u -L jbtest-\(getpid()) \(command) 2>/dev/null"
        guard let pipe = popen(line, "re") else { throw Failure(step: "tmux \(command)") }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&chunk, 1, chunk.count, pipe), count > 0 {
            bytes += chunk[..<count]
        }
        guard pclose(pipe) == 0 else { throw Failure(step: "tmux \(command)") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// tmux keeps its socket in a folder `tmux-USER`.
    private func removeFolders() {
        let sockets = "\(folder)/tmux-\(getuid())"
        unlink("\(sockets)/jbtest-\(getpid())")
        rmdir(sockets)
        rmdir(folder)
    }
}
