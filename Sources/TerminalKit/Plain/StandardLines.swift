import CTerminal
import Glibc

/// Standard input and output as lines, a terminal or not. Nothing of a terminal is set but that a passphrase is not shown.
public final class StandardLines: LineChannel {
    private let input: Int32
    private let output: Int32
    private var read: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// What a line brings beyond this is dropped.
    private static let longest = 64 * 1024

    /// Standard input and output, unless told otherwise.
    public init(input: Int32 = 0, output: Int32 = 1) {
        self.input = input
        self.output = output
    }

    /// Whether a program has to speak in lines: it was told to, or input or output is no terminal, or `TERM` says that the terminal can do nothing.
    public static func areNeeded(
        isAsked: Bool, environment: [String: String], input: Int32 = 0, output: Int32 = 1
    ) -> Bool {
        let term = environment["TERM"] ?? ""
        return isAsked || isatty(input) != 1 || isatty(output) != 1 || term.isEmpty
            || term == "dumb"
    }

    /// The next line, which a terminal gives when Enter is pressed.
    public func readLine() -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if let end = read[start...].firstIndex(of: 0x0A) {
                line += read[start..<end].prefix(Self.longest - line.count)
                start = end + 1
                if line.last == 0x0D { line.removeLast() }
                return line
            }
            line += read[start...].prefix(Self.longest - line.count)
            guard !isAtEnd, readMore() else { return line.isEmpty ? nil : line }
        }
    }

    /// Nobody types so fast; of what comes through a pipe nothing can be said.
    public var isPasted: Bool {
        guard isatty(input) == 1 else { return false }
        if start < read.count { return true }
        var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
    }

    /// On a terminal the line is not shown; whatever ends the process, the terminal shows what is typed again.
    public func readSecretLine(after prompt: [UInt8]) -> [UInt8]? {
        guard isatty(input) == 1, cterminal_guard(input, -1, nil, 0) == 0 else {
            write(prompt)
            return readLine()
        }
        _ = cterminal_hide()
        defer {
            _ = cterminal_show()
            cterminal_release()
            write([0x0A])
        }
        // Only now: what is typed before is shown, and let go.
        write(prompt)
        return readLine()
    }

    /// Writes all of it.
    public func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR && errno != EAGAIN {
                return
            }
        }
    }

    private func readMore() -> Bool {
        read.removeAll(keepingCapacity: true)
        start = 0
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(input, &chunk, chunk.count)
            if count > 0 {
                read += chunk[..<count]
                return true
            }
            if count < 0 && errno == EINTR { continue }
            isAtEnd = true
            return false
        }
    }
}
