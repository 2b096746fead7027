import Glibc

/// How the bytes of a list are to be read as text.
package enum ListEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    /// UTF-8 with a byte order mark, as Excel saves it.
    case utf8Marked = "UTF-8 BOM"
    /// What Excel in Chinese Windows saves by default; GBK and GB 2312 are parts of it.
    case gb18030 = "GB18030"

    /// The encoding and the text, without a byte order mark; nil for bytes that are text in neither.
    ///
    /// UTF-8 is tried first, since Chinese text in GB18030 is next to never valid UTF-8 while the
    /// reverse often decodes to nonsense.
    package static func decode(_ bytes: [UInt8]) -> (encoding: ListEncoding, text: String)? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isMarked = bytes.starts(with: mark)
        let rest = isMarked ? bytes[3...] : bytes[...]
        // No list has control characters; a workbook or an archive has plenty.
        guard rest.allSatisfy({ $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
            return nil
        }
        if let text = String(validating: rest, as: UTF8.self) {
            return (isMarked ? .utf8Marked : .utf8, text)
        }
        guard !isMarked, let converted = fromGB18030(bytes),
            let text = String(validating: converted, as: UTF8.self)
        else { return nil }
        return (.gb18030, text)
    }

    /// Nil where the bytes are not GB18030, or the C library has no table for it.
    private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1
        else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes become at most three of UTF-8, and one becomes one.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 8)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                var (left, room) = (input.count, output.count)
                guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else {
                    return nil
                }
                return output.count - room
            }
        }
        return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
    }
}
