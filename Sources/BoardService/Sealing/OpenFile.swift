#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A call to the system that failed, with the number it left.
package struct FileFault: Error, Hashable, Sendable {
    package let operation: String
    package let path: String
    /// `errno`.
    package let code: Int32

    init(_ operation: String, _ path: String) {
        self.operation = operation
        self.path = path
        code = errno
    }

    package init(operation: String, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    var isMissing: Bool { code == ENOENT }
    package var isTaken: Bool { code == EEXIST }
}

/// An open file, closed when the value goes; symbolic links in the last step are refused.
struct OpenFile: ~Copyable {
    private let descriptor: Int32
    private let path: String

    init(reading path: String) throws(FileFault) {
        try self.init(path, flags: O_RDONLY)
    }

    /// Fails where the file exists; readable and writable by its owner alone.
    init(creating path: String) throws(FileFault) {
        try self.init(path, flags: O_WRONLY | O_CREAT | O_EXCL)
    }

    private init(_ path: String, flags: Int32) throws(FileFault) {
        descriptor = open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw FileFault("open", path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func append(_ bytes: [UInt8]) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFault("write", path) }
            written += count
        }
    }

    /// At most 64 KiB; empty at the end.
    func next() throws(FileFault) -> [UInt8] {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
            repeat {
                count = read(descriptor, buffer.baseAddress, 65_536)
            } while count < 0
                && errno == EINTR
            filled = max(count, 0)
        }
        guard count >= 0 else { throw FileFault("read", path) }
        return bytes
    }

    func sync() throws(FileFault) {
        guard fsync(descriptor) == 0 else { throw FileFault("fsync", path) }
    }

    /// Makes a folder for its owner alone, and its name survive a power cut; one that exists is
    /// left as it is.
    static func makeFolder(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileFault("mkdir", path) }
        try syncFolder(of: path)
    }

    /// Gives a file its lasting name, and makes the name survive a power cut.
    static func rename(_ path: String, to target: String) throws(FileFault) {
        guard systemRename(path, target) == 0 else { throw FileFault("rename", target) }
        try syncFolder(of: target)
    }

    static func syncFolder(of path: String) throws(FileFault) {
        guard let slash = path.lastIndex(of: "/") else {
            return try OpenFile(reading: ".").sync()
        }
        try OpenFile(reading: String(path[...slash])).sync()
    }

    static func remove(_ path: String) { unlink(path) }

    /// Bytes; nil where there is no such file.
    static func size(_ path: String) -> Int64? {
        var found = stat()
        return lstat(path, &found) == 0 ? Int64(found.st_size) : nil
    }

    static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

/// The system's call, whose name the type's own function hides.
private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
