import Foundation
public import TerminalKit

/// A screen of a real terminal: a pane of tmux, on a server of its own.
public final class TmuxOracle {
    /// Columns and rows.
    public let size: Size
    private let socket: String
    private let folder: URL
    private let pipe: FileHandle
    private var marks = 0

    /// Why there is none.
    public struct Failure: Error {
        /// What tmux was asked.
        public let step: String
    }

    /// Whether tmux is there.
    public static let isAvailable =
        (try? run(["-V"], socket: "jbtest-version")) != nil

    /// Starts a server with one pane of this size.
    public init(size: Size) throws {
        self.size = size
        socket = "jbtest-\(UUID().uuidString.prefix(8))"
        folder = FileManager.default.temporaryDirectory.appending(path: socket)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = folder.appending(path: "settings")
        try Data("set -g status off\nset -g allow-rename off\nset -g set-titles off\n".utf8)
            .write(to: settings)
        let fifo = folder.appending(path: "bytes").path
        guard mkfifo(fifo, 0o600) == 0 else { throw Failure(step: "mkfifo") }
        try Self.run(
            [
                "-u", "-f", settings.path, "new-session", "-d", "-x", "\(size.columns)", "-y",
                "\(size.rows)", "stty raw -echo; exec cat '\(fifo)'",
            ], socket: socket)
        // Opening waits until cat reads.
        pipe = try FileHandle(forWritingTo: URL(filePath: fifo))
    }

    deinit {
        try? pipe.close()
        _ = try? Self.run(["kill-server"], socket: socket)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Sends bytes to the pane.
    public func feed(_ bytes: UnsafeRawBufferPointer) throws {
        try pipe.write(contentsOf: Data(bytes))
    }

    /// What the pane shows once it has taken everything in: a title sent after it tells when.
    public func screen() throws -> VirtualTerminal {
        marks += 1
        let mark = "mark-\(marks)"
        try pipe.write(contentsOf: Data("\u{1B}]2;\(mark)\u{1B}\\".utf8))
        for attempt in 0... {
            let title = try Self.run(["display-message", "-p", "#{pane_title}"], socket: socket)
            if title.hasPrefix(mark) { break }
            if attempt > 2000 { throw Failure(step: "waiting for \(mark)") }
        }
        let captured = try Self.run(["capture-pane", "-p", "-e", "-N"], socket: socket)
        var terminal = VirtualTerminal(size: size)
        terminal.feed(Array("\u{1B}[?7l".utf8))
        for (row, line) in captured.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix(size.rows).enumerated()
        {
            terminal.feed(Array("\u{1B}[\(row + 1)H\(line)".utf8))
        }
        return terminal
    }

    @discardableResult
    private static func run(_ arguments: [String], socket: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tmux", "-L", socket] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]
        ) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(step: "tmux \(arguments)") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
