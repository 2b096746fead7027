#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A board's file under a name of its own, that gets its final name once it is found sound.
struct CopyInMaking: Sendable {
    /// Readable by its owner alone.
    let path: String
    private let target: String

    /// - Throws: `boardExists` where the target, or what a database leaves beside it, is there:
    ///   an old write-ahead log would be carried into the new file.
    init(target: String) throws(EventLogError) {
        for suffix in ["", "-wal", "-journal"] where access(target + suffix, F_OK) == 0 {
            throw .boardExists(path: target + suffix)
        }
        self.target = target
        var template = Array("\(target).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .file(path: target, errno: errno) }
        close(descriptor)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The bytes, then the name, survive a power cut; never overwrites.
    func finish() throws(EventLogError) {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path: path, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(path: path, errno: errno) }
        // A link, unlike a renaming, fails where the name is taken meanwhile.
        guard link(path, target) == 0 else {
            throw errno == EEXIST
                ? .boardExists(path: target) : .file(path: target, errno: errno)
        }
        unlink(path)
        TextFile.synchroniseFolder(of: target)
    }

    func discard() { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) } }
}
