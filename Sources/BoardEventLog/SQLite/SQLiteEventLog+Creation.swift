import BoardDomain

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SQLiteEventLog {
    /// Makes a log's file unless it is there, whichever of several processes comes first: made beside, it
    /// gets its name when it is whole.
    static func createOnce(
        path: String, _ board: BoardIdentity, at instant: Instant
    ) throws(EventLogError) {
        let file = LogFile(path: path)
        guard !file.exists else { return }
        let lock = try WriterLock(database: path, term: .command, since: instant, patience: 5000)
        lock.settle()
        defer { lock.release() }
        guard !file.exists else { return }
        let part = path + ".part"
        for suffix in LogFile.suffixes { unlink(part + suffix) }
        try LogFile(path: part).create(board)
        guard rename(part + ".signing-key", path + ".signing-key") == 0,
            rename(part, path) == 0
        else { throw .file(path: path, errno: errno) }
        for suffix in LogFile.suffixes { unlink(part + suffix) }
        TextFile.synchroniseFolder(of: path)
    }
}
