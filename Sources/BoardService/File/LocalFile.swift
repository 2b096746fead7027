package import BoardDomain

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whole files, as a face reads and writes them for its user; `-` is standard input.
package enum LocalFile {
    /// Larger ones are no input of this program.
    package static let limit = 64 * 1024 * 1024

    /// - Throws: `FileFault`; of more than `limit` bytes with `EFBIG`.
    package static func read(_ path: String) throws(FileFault) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault("open", path) }
        defer { if descriptor != 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                systemRead(descriptor, $0.baseAddress, $0.count)
            }
            guard count >= 0 else { throw FileFault("read", path) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw FileFault(operation: "read", path: path, code: EFBIG)
            }
        }
    }

    /// One JSON text.
    ///
    /// - Throws: `FileFault`, `JSONFileFault`.
    package static func json(_ path: String) throws -> JSON {
        let bytes = try read(path)
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw JSONFileFault(path: path, place: error.place(in: bytes), kind: error.kind)
        }
    }

    /// Whether anything has this name, readable or not.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a new file of mode 0600; one that is there already is left alone.
    package static func create(_ path: String, _ text: String) throws(FileFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            // A folder is no file that could be overwritten: another name is to be given.
            let code = errno == EEXIST && isFolder(path) ? EISDIR : errno
            throw FileFault(operation: "open", path: path, code: code)
        }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw FileFault("write", path) }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Refuses a path where no file is.
    package static func checkThere(_ path: String) throws(FileFault) {
        guard exists(path) else { throw FileFault("open", path) }
        guard !isFolder(path) else {
            throw FileFault(operation: "open", path: path, code: EISDIR)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes a folder and those above it, for this user alone.
    package static func makeFolder(_ path: String) throws(FileFault) {
        guard !path.isEmpty, path != "/", access(path, F_OK) != 0 else { return }
        if let cut = path.lastIndex(of: "/") { try makeFolder(String(path[..<cut])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw FileFault("mkdir", path)
        }
    }
}

/// A file that is no JSON, and where.
package struct JSONFileFault: Error, Hashable, Sendable {
    package let path: String
    /// From 1.
    package let line: Int
    package let column: Int
    package let kind: JSONFault.Kind

    init(path: String, place: (line: Int, column: Int), kind: JSONFault.Kind) {
        (self.path, self.kind) = (path, kind)
        (line, column) = place
    }
}

/// The system's call, whose name the type's own function hides.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
    read(descriptor, bytes, count)
}
