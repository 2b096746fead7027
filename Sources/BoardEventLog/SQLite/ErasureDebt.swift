#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is still to be done to the file so that no byte of an erased key is left in it.
enum ErasureDebt: String, Comparable {
    /// Older copies of the pages go when the write-ahead log is carried over and emptied, for which
    /// nobody may stand on them.
    case pages
    /// First the file is written anew: when a page was split while the key stood there, a copy may
    /// have stayed behind in the page's free space.
    case file

    static func < (left: ErasureDebt, right: ErasureDebt) -> Bool {
        left == .pages && right == .file
    }

    /// What a transaction of these requests leaves to be done; nil where nothing is erased.
    init?(of requests: [AppendRequest]) {
        if requests.contains(where: { !$0.personErasures.isEmpty }) {
            self = .file
        } else if requests.contains(where: { !$0.keyErasures.isEmpty }) {
            self = .pages
        } else {
            return nil
        }
    }
}

/// The debt beside the database. It is written before the erasure is committed and goes when nothing
/// is left to be done, so that it outlives whoever erased: a killed program, or one that a reader
/// stood in the way of.
struct ErasureDebtFile {
    static let suffix = ".erasing"
    private let file: TextFile

    init(database: String) { file = TextFile(path: database + Self.suffix) }

    var owed: ErasureDebt? {
        guard access(file.path, F_OK) == 0 else { return nil }
        // What cannot be read may be the larger one.
        return file.read().flatMap(ErasureDebt.init(rawValue:)) ?? .file
    }

    func write(_ debt: ErasureDebt) throws(EventLogError) { try file.replace(with: debt.rawValue) }

    func settle() throws(EventLogError) {
        guard unlink(file.path) == 0 || errno == ENOENT else {
            throw .file(path: file.path, errno: errno)
        }
    }
}
