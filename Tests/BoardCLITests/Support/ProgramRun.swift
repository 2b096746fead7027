import Glibc

/// The program, run as a user runs it: arguments in, streams and exit status out.
struct ProgramRun {
    let status: Int32
    let output: String
    let errors: String

    /// - Parameter folder: its home and data folder, so that nothing of the machine's user is read.
    init(_ arguments: [String], in folder: String, input: String = "") {
        let paths = ["in", "out", "err"].map { "\(folder)/\($0)" }
        Self.write(input, to: paths[0])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, paths[0], O_RDONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 1, paths[1], flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, paths[2], flags, 0o600)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let environment = ["HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data"]
        var child = pid_t()
        let code = Self.withPointers([Self.program] + arguments) { arguments in
            Self.withPointers(environment) { environment in
                posix_spawn(&child, Self.program, &actions, nil, arguments, environment)
            }
        }
        precondition(code == 0, "\(Self.program): \(String(cString: strerror(code)))")
        var result: Int32 = 0
        waitpid(child, &result, 0)
        status = (result >> 8) & 0xFF
        output = Self.read(paths[1])
        errors = Self.read(paths[2])
    }

    /// Built beside the tests.
    private static let program: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path[..<(path.lastIndex(of: "/") ?? path.endIndex)] + "/jiebang"
    }()

    private static func withPointers(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
    ) -> Int32 {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }

    private static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    private static func read(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
