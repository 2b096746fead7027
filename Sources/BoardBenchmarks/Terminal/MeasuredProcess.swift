import ArgumentParser
import Glibc

/// A program that was run to its end and has left its figures in the file that `BENCH_OUT` names.
struct MeasuredProcess {
    /// By name.
    let figures: [String: Double]
    /// Bytes that it wrote to standard output.
    let outputLength: Int

    /// - Parameter output: where standard output goes; nil for a file that is measured and removed.
    init(_ call: [String], output: String?) throws {
        var template = Array("/tmp/board-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ValidationError("no folder in /tmp") }
        let folder = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let (written, frames) = ("\(folder)/figures", "\(folder)/frames")
        defer {
            unlink(written)
            unlink(frames)
            rmdir(folder)
        }
        guard Self.run(call, output: output ?? frames, figures: written) else {
            throw ValidationError("\(call[0]) failed")
        }
        var status = stat()
        outputLength = stat(frames, &status) == 0 ? Int(status.st_size) : 0
        figures = Self.figures(in: written)
    }

    private static func run(_ call: [String], output: String, figures: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var arguments: [UnsafeMutablePointer<CChar>?] = call.map { text in strdup(text) } + [nil]
        let settings = ["BENCH_OUT=\(figures)", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
        var environment: [UnsafeMutablePointer<CChar>?] =
            settings.map { text in strdup(text) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var child = pid_t()
        guard posix_spawn(&child, call[0], &actions, nil, &arguments, &environment) == 0 else {
            return false
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return false } }
        return status == 0
    }

    /// Of one line of JSON with numbers alone.
    private static func figures(in path: String) -> [String: Double] {
        guard let file = fopen(path, "r") else { return [:] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = fread(&bytes, 1, bytes.count, file)
        var figures: [String: Double] = [:]
        for pair in String(decoding: bytes[..<count], as: UTF8.self).split(separator: ",") {
            let parts = pair.split(separator: ":")
            guard parts.count == 2 else { continue }
            let name = String(parts[0].filter { $0.isLetter || $0 == "_" })
            figures[name] = Double(String(parts[1].filter { $0.isNumber || ".e-".contains($0) }))
        }
        return figures
    }
}
