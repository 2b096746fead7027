#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of one test's own, gone with the value.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("\(P_tmpdir)/jiebang-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { preconditionFailure("mkdtemp: \(errno)") }
        path = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Every file below, by its path from here.
    var files: [String] { Self.walk(path).filter { !$0.isFolder }.map(\.path).sorted() }

    func write(_ bytes: [UInt8], to name: String) {
        let file = fopen("\(path)/\(name)", "w")
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func read(_ name: String) -> [UInt8] {
        guard let file = fopen("\(path)/\(name)", "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var byte = fgetc(file)
        while byte != EOF {
            bytes.append(UInt8(byte))
            byte = fgetc(file)
        }
        return bytes
    }

    func mode(_ name: String) -> UInt32 {
        var status = stat()
        guard stat("\(path)/\(name)", &status) == 0 else { return 0 }
        return UInt32(status.st_mode) & 0o777
    }

    func replace(_ place: String, withLinkTo target: String) {
        unlink(place)
        symlink(target, place)
    }

    private static func remove(_ path: String) {
        for entry in walk(path).reversed() {
            if entry.isFolder {
                rmdir(path + "/" + entry.path)
            } else {
                unlink(path + "/" + entry.path)
            }
        }
        rmdir(path)
    }

    private static func walk(_ root: String, _ below: String = "") -> [(
        path: String, isFolder: Bool
    )] {
        guard let folder = opendir(root + "/" + below) else { return [] }
        defer { closedir(folder) }
        var found: [(path: String, isFolder: Bool)] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            found.append((below + name, isFolder))
            if isFolder { found += walk(root, below + name + "/") }
        }
        return found
    }
}
