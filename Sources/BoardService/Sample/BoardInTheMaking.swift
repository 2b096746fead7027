import BoardEventLog

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files of a board that is still being made, beside where it is to stand: whoever is killed
/// halfway leaves nothing that looks like a board.
struct BoardInTheMaking: Sendable {
    /// Where the board is to stand.
    let path: String

    /// Where it is made.
    var part: String { path + ".part" }

    private static let files = ["", "-wal", "-shm", ".lock", ".signing-key"]
    private static let folders = [".keys", ".documents"]

    /// Makes room, also where an earlier run was killed.
    ///
    /// - Throws: `EventLogError.boardExists` rather than overwrite, `locked` while another run makes
    ///   the same board, `file` where key files of some other board are in the way.
    func begin() throws {
        guard !OpenFile.isThere(path) else { throw EventLogError.boardExists(path: path) }
        try refuseWhileAnotherRuns()
        for folder in Self.folders where OpenFile.isThere(path + folder) {
            // A run that was killed between its renames has moved its own folder already.
            guard OpenFile.isThere(part), !OpenFile.isThere(part + folder) else {
                throw EventLogError.file(path: path + folder, errno: EEXIST)
            }
            Self.removeFolder(path + folder)
        }
        abandon()
    }

    /// Gives everything its lasting name, the database last: until then there is no board.
    func finish() throws {
        for folder in Self.folders where OpenFile.isThere(part + folder) {
            try OpenFile.rename(part + folder, to: path + folder)
        }
        try OpenFile.rename(part + ".signing-key", to: path + ".signing-key")
        try OpenFile.rename(part, to: path)
        abandon()
    }

    /// Removes whatever is left of the making.
    func abandon() {
        for file in Self.files { OpenFile.remove(part + file) }
        for folder in Self.folders { Self.removeFolder(part + folder) }
    }

    private func refuseWhileAnotherRuns() throws(EventLogError) {
        let descriptor = open(part + ".lock", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .locked(pid: nil, since: nil)
        }
        flock(descriptor, LOCK_UN)
    }

    /// A folder of files, as those beside a board are.
    private static func removeFolder(_ path: String) {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { OpenFile.remove(path + "/" + name) }
        }
        closedir(folder)
        rmdir(path)
    }
}
