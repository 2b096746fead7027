import FoundationEssentials
import Glibc

/// A folder of one test's own, gone with the value.
final class ScratchFolder {
    let path: String

    init() {
        var template = Array("\(P_tmpdir)/jiebang-cli-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { preconditionFailure("mkdtemp: \(errno)") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
