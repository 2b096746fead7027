#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A board's file inside the folder of the measurement, gone with this.
final class BoardFolder {
    let database: String

    init(in folder: String, of size: Int = 0) throws {
        database = folder + "/copies-\(size).sqlite3"
    }

    deinit { Self.remove(database) }

    /// The database and what lies beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", ".lock", ".signing-key", ".rebuild"] {
            unlink(path + suffix)
        }
        for suffix in [".keys", ".documents"] {
            guard let folder = opendir(path + suffix) else { continue }
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink(path + suffix + "/" + name)
            }
            closedir(folder)
            rmdir(path + suffix)
        }
    }
}
