import BoardResources
import Glibc

/// Whole files, as a command line reads and writes them; `-` is standard input.
enum LocalFile {
    /// Larger ones are no input of this program.
    static let limit = 64 * 1024 * 1024

    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFileFault(path: path, errno: errno) }
        defer { if descriptor != 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            guard count >= 0 else { throw InputFileFault(path: path, errno: errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw InputFileFault(path: path, errno: EFBIG) }
        }
    }

    /// Makes a new file of mode 0600; one that is there already is left alone.
    static func create(_ path: String, _ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw InputFileFault(path: path, errno: errno) }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw InputFileFault(path: path, errno: errno) }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Makes a folder and those above it, for this user alone.
    static func makeFolder(_ path: String) throws {
        guard !path.isEmpty, path != "/", access(path, F_OK) != 0 else { return }
        if let cut = path.lastIndex(of: "/") { try makeFolder(String(path[..<cut])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw InputFileFault(path: path, errno: errno)
        }
    }
}

/// A file that could not be read or written.
struct InputFileFault: Error {
    let path: String
    let errno: Int32

    /// Of the file system's faults, the ones that a user can do something about have words.
    func reason(in texts: Texts) -> String {
        let names: [Int32: String] = [
            ENOENT: "ENOENT", EEXIST: "EEXIST", EACCES: "EACCES", EPERM: "EACCES",
            ENOSPC: "ENOSPC", ENOTDIR: "ENOTDIR", EISDIR: "EISDIR", EROFS: "EROFS",
            EFBIG: "EFBIG", EIO: "EIO", ENAMETOOLONG: "ENAMETOOLONG",
        ]
        return names[errno].map { texts.text("error.errno." + $0) }
            ?? texts.text("error.errno", ["number": String(errno)])
    }

    /// A file that is not there is not found, one that is there already a conflict.
    var status: ExitStatus {
        switch errno {
        case ENOENT, ENOTDIR: .notFound
        case EEXIST: .conflict
        default: .storage
        }
    }
}
