@testable import TerminalKit

/// What is written, with `^` for ESC and names for the other controls.
func written(_ write: (inout ByteSink) -> Void) -> String {
    var sink = ByteSink()
    write(&sink)
    return readable(sink.written)
}

/// Bytes with `^` for ESC and `<CR>`, `<LF>`, `<BS>` for those.
func readable(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x1B: "^"
        case 0x0D: "<CR>"
        case 0x0A: "<LF>"
        case 0x08: "<BS>"
        default: String(scalar)
        }
    }.joined()
}
