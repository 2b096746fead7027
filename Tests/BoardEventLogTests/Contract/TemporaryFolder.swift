import BoardDomain
import BoardEventLog
import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that goes with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
        var template = Array("\(parent)/jiebang-log-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw EventLogError.file(path: "mkdtemp", errno: errno)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for file in files() { _ = remove(path + "/" + file) }
        rmdir(path)
    }

    /// The names of what lies in it, in order.
    func files() -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    var database: String { path + "/board.sqlite3" }

    func create() throws {
        let board = Sample.board
        try SQLiteEventLog.create(
            path: database, name: board.name, kind: board.kind, id: board.id, at: board.createdAt)
    }

    func open(
        _ term: WriterTerm = .life, vocabulary: EventVocabulary = Sample.vocabulary,
        patience: Int = 5000
    ) throws -> SQLiteEventLog {
        try SQLiteEventLog(
            path: database, term: term, vocabulary: vocabulary, at: Sample.start,
            patience: patience)
    }

    func newBoard(term: WriterTerm) throws -> SQLiteEventLog {
        try create()
        return try open(term)
    }

    /// What somebody with the sqlite3 shell does to the file.
    func shell(_ sql: String, path: String? = nil) throws {
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        sqlite3_open(path ?? database, &handle)
        sqlite3_busy_timeout(handle, 5000)
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw EventLogError.storage(
                code: code, message: String(cString: sqlite3_errmsg(handle)))
        }
    }

    /// The file's permission bits.
    static func mode(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    func size(of suffix: String) -> Int {
        var status = stat()
        return stat(database + suffix, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether the bytes stand anywhere in the database or its write-ahead log.
    func bytes(contain pattern: [UInt8]) -> Bool {
        ["", "-wal"].contains { suffix in
            guard let file = fopen(database + suffix, "r") else { return false }
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: size(of: suffix))
            let count = fread(&bytes, 1, bytes.count, file)
            let read = bytes[..<count]
            return read.indices.contains {
                read[$0] == pattern[0] && read[$0...].starts(with: pattern)
            }
        }
    }

    static func put(_ text: String, at path: String) {
        guard let file = fopen(path, "w") else { return }
        defer { fclose(file) }
        fputs(text, file)
    }
}
