import Foundation
import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("A terminal is left as it was found")
struct TerminalSessionTests {
    /// The program that takes the terminal, built beside the tests.
    private static let driver: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path[..<(path.lastIndex(of: "/") ?? path.endIndex)] + "/TerminalDriver"
    }()

    private static let leaving = String(decoding: TerminalModes().leave, as: UTF8.self)
    private static let entering = String(decoding: TerminalModes().enter, as: UTF8.self)

    /// Starts the driver between two looks at the line settings.
    private func start(_ way: String, on terminal: Pseudoterminal) throws {
        terminal.type(
            "trap : INT; stty -g; \(Self.driver) \(way); echo ended=$?; stty -g; echo d''one\n")
        try terminal.read(until: Self.entering)
    }

    /// Reads to the end, and checks what is left behind.
    private func check(_ terminal: Pseudoterminal, endedWith code: Int32) throws {
        let output = try terminal.read(until: "done\r\n")
        #expect(output.contains("ended=\(code)\r\n"), "\(output.debugDescription)")
        let settings = output.split(separator: "\r\n").filter { $0.split(separator: ":").count > 8 }
        try #require(settings.count == 2)
        #expect(settings[0] == settings[1])
        checkModes(terminal)
        let left = try #require(output.range(of: Self.leaving, options: .backwards))
        #expect(output[left.upperBound...].contains("\u{1B}") == false)
    }

    /// Every mode that was set is as a terminal has it that nobody has touched.
    private func checkModes(_ terminal: Pseudoterminal) {
        var replayed = VirtualTerminal(size: Size(columns: 80, rows: 24))
        replayed.feed(terminal.output)
        for mode in [1002, 1004, 1006, 1049, 2004, 2026] {
            #expect(replayed.modes[mode] == false, "mode \(mode)")
        }
        for mode in [7, 25] { #expect(replayed.modes[mode] == true, "mode \(mode)") }
        #expect(replayed.style == .plain)
        #expect(replayed.title == nil)
        let text = String(decoding: terminal.output, as: UTF8.self)
        let pushed = text.components(separatedBy: "\u{1B}[>1u").count
        #expect(pushed == text.components(separatedBy: "\u{1B}[<1u").count)
    }

    static let deaths: [(String, Int32)] = [
        ("throw", 4), ("index", 128 + SIGILL), ("unwrap", 128 + SIGILL),
        ("overflow", 128 + SIGILL), ("divide", 128 + SIGILL), ("abort", 128 + SIGABRT),
        ("exit", 7),
    ]

    #if arch(x86_64)
        @Test("Whatever ends the program, the terminal is as it was", arguments: deaths)
        func dies(way: String, code: Int32) throws {
            let terminal = try Pseudoterminal()
            try start(way, on: terminal)
            try check(terminal, endedWith: code)
        }
    #endif

    @Test("Quitting leaves nothing behind")
    func quits() throws {
        let terminal = try Pseudoterminal()
        try start("quit", on: terminal)
        terminal.type("q")
        try check(terminal, endedWith: 0)
    }

    @Test(
        "A signal that asks for the end gets it, and the terminal is as it was",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV])
    func signals(signal: Int32) throws {
        let terminal = try Pseudoterminal()
        try start("wait", on: terminal)
        let before = try terminal.read(until: "<ready ").utf8.count
        let number = try terminal.read(until: ">", from: before).dropLast()
        kill(try #require(pid_t(number)), signal)
        try check(terminal, endedWith: 128 + signal)
    }

    @Test("Ctrl-Z gives the terminal to the shell, and fg takes it again")
    func suspends() throws {
        let terminal = try Pseudoterminal()
        terminal.type("stty -g; \(Self.driver) wait; echo stopped; stty -g\n")
        try terminal.read(until: "<ready")
        terminal.type("\u{1A}")
        let stopped = try terminal.read(until: "stopped\r\n")
        #expect(stopped.contains(Self.leaving))
        let start = terminal.output.count
        terminal.type("fg; echo ended=$?; stty -g; echo d''one\n")
        let back = try terminal.read(until: "<size 80x24>", from: start)
        #expect(back.contains(Self.entering))
        terminal.type("q")
        let end = try terminal.read(until: "done\r\n", from: start)
        #expect(end.contains("ended=0\r\n"))
        let all = try terminal.read(until: "done\r\n")
        let settings = all.split(separator: "\r\n").filter { $0.split(separator: ":").count > 8 }
        #expect(settings.count == 3)
        #expect(Set(settings).count == 1)
    }

    @Test("Keys, pastes and a new size arrive while the program has the terminal")
    func arrives() throws {
        let terminal = try Pseudoterminal()
        try start("wait", on: terminal)
        try terminal.read(until: "<ready")
        terminal.type("轴")
        try terminal.read(until: "character(\"\\u{8F74}\")")
        terminal.type("\u{1B}")
        try terminal.read(until: "escape")
        terminal.type("\u{1B}[200~a\rb\u{1B}[201~")
        try terminal.read(until: "paste(\"a\\nb\")")
        terminal.resize(columns: 132, rows: 50)
        try terminal.read(until: "<size 132x50>")
        terminal.type("q")
        try check(terminal, endedWith: 0)
    }

    @Test("What is typed faster than the program takes it waits, and nothing is lost")
    func waits() throws {
        let terminal = try Pseudoterminal()
        try start("late", on: terminal)
        terminal.type(String(repeating: "x", count: 20_000) + "?")
        try terminal.read(until: "<20000 letters>")
        terminal.type("q")
        try check(terminal, endedWith: 0)
    }

    @Test("Stopped and continued by somebody else, the program takes the terminal again")
    func stoppedFromOutside() throws {
        let terminal = try Pseudoterminal()
        try start("wait", on: terminal)
        let before = try terminal.read(until: "<ready ").utf8.count
        let number = try #require(
            pid_t(try terminal.read(until: ">", from: before).dropLast()))
        kill(number, SIGSTOP)
        kill(number, SIGCONT)
        try terminal.read(until: "<size 80x24>")
        terminal.type("fg\n\u{1B}")
        terminal.type("q")
        try terminal.read(until: "ended=")
    }

    @Test("A program in its loop draws, is stopped and called back, resized and ended")
    func program() throws {
        let terminal = try Pseudoterminal()
        terminal.type("stty -g; \(Self.driver) program; echo stopped; stty -g\n")
        try terminal.read(until: "columns 80")
        terminal.type("x")
        try terminal.read(until: "乙")
        terminal.type("\u{1A}")
        try terminal.read(until: "stopped\r\n")
        let start = terminal.output.count
        terminal.type("fg; echo ended=$?; stty -g; echo d''one\n")
        let back = try terminal.read(until: "columns 80", from: start)
        #expect(back.contains("乙"))
        terminal.resize(columns: 132, rows: 50)
        try terminal.read(until: "columns 132", from: start)
        terminal.type("q")
        let end = try terminal.read(until: "done\r\n", from: start)
        #expect(end.contains("ended=0\r\n"))
        let settings = try terminal.read(until: "done\r\n").split(separator: "\r\n")
            .filter { $0.split(separator: ":").count > 8 }
        #expect(settings.count == 3)
        #expect(Set(settings).count == 1)
    }

    @Test(
        "A program that a signal asks to stop gives the terminal to the shell, and fg takes it again"
    )
    func askedToStop() throws {
        let terminal = try Pseudoterminal()
        terminal.type("stty -g; \(Self.driver) program; echo stopped; stty -g\n")
        let before = try terminal.read(until: "<ready ").utf8.count
        let number = try terminal.read(until: ">", from: before).dropLast()
        try terminal.read(until: "columns 80")
        kill(try #require(pid_t(number)), SIGTSTP)
        let stopped = try terminal.read(until: "stopped\r\n")
        #expect(stopped.contains(Self.leaving))
        checkModes(terminal)
        let start = terminal.output.count
        terminal.type("fg; echo ended=$?; stty -g; echo d''one\n")
        let back = try terminal.read(until: "columns 80", from: start)
        #expect(back.contains(Self.entering))
        terminal.type("q")
        try terminal.read(until: "done\r\n", from: start)
        let settings = try terminal.read(until: "done\r\n").split(separator: "\r\n")
            .filter { $0.split(separator: ":").count > 8 }
        #expect(settings.count == 3)
        #expect(Set(settings).count == 1)
    }

    @Test("A program that a signal asks to end dies of it, and the terminal is as it was")
    func asked() throws {
        let terminal = try Pseudoterminal()
        try start("program", on: terminal)
        let before = try terminal.read(until: "<ready ").utf8.count
        let number = try terminal.read(until: ">", from: before).dropLast()
        try terminal.read(until: "columns 80")
        kill(try #require(pid_t(number)), SIGTERM)
        try check(terminal, endedWith: 128 + SIGTERM)
    }

    /// Waits until a passphrase is asked for. Gives the process's number.
    private func startSecret(on terminal: Pseudoterminal) throws -> pid_t {
        terminal.type(
            "trap : INT; stty -g; \(Self.driver) secret; echo ended=$?; stty -g; echo d''one\n")
        let before = try terminal.read(until: "<ready ").utf8.count
        let number = try terminal.read(until: ">", from: before).dropLast()
        try terminal.read(until: "口令: ", from: before)
        return try #require(pid_t(number))
    }

    private func checkSecret(_ terminal: Pseudoterminal, endedWith code: Int32) throws {
        let output = try terminal.read(until: "done\r\n")
        #expect(output.contains("ended=\(code)\r\n"), "\(output.debugDescription)")
        let settings = output.split(separator: "\r\n").filter { $0.split(separator: ":").count > 8 }
        #expect(settings.count == 2 && settings.first == settings.last)
        #expect(!output.contains("\u{1B}"))
    }

    @Test("A passphrase is not shown while it is typed, and what is typed afterwards is")
    func secret() throws {
        let terminal = try Pseudoterminal()
        _ = try startSecret(on: terminal)
        terminal.type("hidden词\n")
        try terminal.read(until: "<7 letters>")
        #expect(!String(decoding: terminal.output, as: UTF8.self).contains("hidden"))
        try checkSecret(terminal, endedWith: 0)
    }

    @Test(
        "Whatever ends the asking for a passphrase, the terminal is as it was",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func secretEnds(signal: Int32) throws {
        let terminal = try Pseudoterminal()
        kill(try startSecret(on: terminal), signal)
        try checkSecret(terminal, endedWith: 128 + signal)
    }

    @Test("Without a terminal that can do it there is no session", arguments: ["TERM=dumb", ""])
    func plain(setting: String) throws {
        let terminal = try Pseudoterminal()
        let input = setting.isEmpty ? "</dev/null" : ""
        terminal.type("\(setting) \(Self.driver) quit \(input); echo ended=$?\n")
        let output = try terminal.read(until: "ended=3")
        #expect(output.contains("plain: noTerminal"))
        #expect(!output.contains("\u{1B}"))
    }
}
