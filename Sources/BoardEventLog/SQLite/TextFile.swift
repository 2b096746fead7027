#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A small private file beside the database.
struct TextFile {
    let path: String

    /// Nil where it cannot be read; at most 4 KiB.
    func read() -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return Self.read(descriptor)
    }

    static func read(_ descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Written beside, synchronised, renamed: a reader finds the old text or the new one.
    func replace(with text: String) throws(EventLogError) {
        let next = path + ".next"
        let descriptor = open(next, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: next, errno: errno) }
        let bytes = Array(text.utf8)
        // An older file of that name keeps its mode on opening.
        let isWritten =
            fchmod(descriptor, 0o600) == 0 && write(descriptor, bytes, bytes.count) == bytes.count
            && fsync(descriptor) == 0
        let failure = errno
        close(descriptor)
        guard isWritten else {
            unlink(next)
            throw .file(path: next, errno: failure)
        }
        guard rename(next, path) == 0 else { throw .file(path: path, errno: errno) }
        Self.synchroniseFolder(of: path)
    }

    /// A new name survives a power cut only once its folder is synchronised.
    static func synchroniseFolder(of path: String) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
