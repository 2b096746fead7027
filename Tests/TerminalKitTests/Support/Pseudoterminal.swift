import TerminalKitTesting
import Testing

/// A shell under a pseudo-terminal, typed at and read as a person would.
final class Pseudoterminal {
    private let shell: TerminalChild
    /// All that has been written to the terminal.
    private(set) var output: [UInt8] = []

    /// - Throws: where the system gives no pseudo-terminal.
    init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
        shell = try TerminalChild(
            ["/bin/sh", "-i"],
            environment: ["TERM=xterm-256color", "PS1=", "PATH=/usr/bin:/bin"], columns: columns,
            rows: rows)
    }

    func type(_ text: String) { shell.write(text) }

    func resize(columns: UInt16, rows: UInt16) { shell.resize(columns: columns, rows: rows) }

    /// Reads until something has been written, counted from a place in the output.
    ///
    /// - Returns: what stands from there to its end.
    @discardableResult
    func read(until text: String, from start: Int = 0) throws -> String {
        while true {
            let seen = String(decoding: output[start...], as: UTF8.self)
            if let end = seen.firstRange(of: text) { return String(seen[..<end.upperBound]) }
            let chunk = try #require(
                shell.read(milliseconds: 20_000),
                "“\(text)” was not written; what was: \(seen.debugDescription)")
            output += chunk
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
