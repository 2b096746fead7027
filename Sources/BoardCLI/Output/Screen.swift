import BoardDomain
@preconcurrency import Glibc

/// Where the program writes: results to standard output, all else to standard error.
enum Screen {
    static func write(_ lines: [String]) {
        for line in lines { print(line) }
    }

    static func write(_ text: String, ending: String = "\n") { print(text, terminator: ending) }

    static func write(_ json: JSON) { print(json.canonicalText) }

    /// A message may hold what others typed.
    static func complain(_ text: String) { put(ColumnText.safe(text) + "\n") }

    static func complain(_ json: JSON) { put(json.canonicalText + "\n") }

    private static func put(_ text: String) {
        fflush(nil)
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Whether all that was written has gone where standard output leads.
    static var isWritten: Bool { fflush(stdout) == 0 && ferror(stdout) == 0 }

    static var isTerminal: Bool { isatty(1) == 1 }
    static var hasTerminalForErrors: Bool { isatty(2) == 1 }

    /// Columns for sentences where there is no terminal.
    static let paper = 80

    /// Columns of the terminal; nil in a pipe, where nothing is cut.
    static var width: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

extension Screen {
    /// A question, without a line's end.
    static func prompt(_ text: String) {
        fflush(nil)
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }
}
