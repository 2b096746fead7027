import BoardEventLog

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another process, whose lines are read as they come.
final class Subprocess {
    private let process: pid_t
    private let output: Int32
    private var rest: [UInt8] = []

    /// - Parameter environment: besides the test's own.
    init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw EventLogError.file(path: "pipe", errno: errno) }
        // Not inherited by processes that other tests start meanwhile.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var variables: [String] = []
        var own = environ
        while let variable = own.pointee {
            variables.append(String(cString: variable))
            own += 1
        }
        variables += environment.map { "\($0)=\($1)" }
        var child = pid_t()
        let code = Self.withPointers([program] + arguments) { arguments in
            Self.withPointers(variables) { variables in
                posix_spawnp(&child, program, &actions, nil, arguments, variables)
            }
        }
        close(ends[1])
        (process, output) = (child, ends[0])
        guard code == 0 else {
            close(ends[0])
            throw EventLogError.file(path: program, errno: code)
        }
    }

    /// The test's own program for this; it is built beside the tests.
    static func driver(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Subprocess {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return try Subprocess(
            path[..<(path.lastIndex(of: "/") ?? path.endIndex)] + "/LogDriver", arguments,
            environment: environment)
    }

    /// Whether a program ended with success.
    static func succeeds(_ program: String, _ arguments: [String]) -> Bool {
        (try? Subprocess(program, arguments))?.end() == 0
    }

    /// Nil at the end, where a line that was cut short is left out.
    func line() -> String? {
        while true {
            if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                defer { rest.removeSubrange(...end) }
                return String(decoding: rest[..<end], as: UTF8.self)
            }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = read(output, &bytes, bytes.count)
            guard count > 0 else { return nil }
            rest += bytes[..<count]
        }
    }

    func lines() -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }

    func destroy() { _ = kill(process, SIGKILL) }

    /// Waits for the end; the exit status, or the negative number of the signal.
    @discardableResult
    func end() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        close(output)
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    private static func withPointers(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
    ) -> Int32 {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
