/// What a document is by its own bytes: what its name says is never believed, and nothing that a
/// browser would run (HTML, SVG) has a type of its own.
package enum MediaType: String, Sendable, CaseIterable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case zip = "application/zip"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case csv = "text/csv"
    case text = "text/plain"
    case unknown = "application/octet-stream"

    /// The type of a whole document.
    package static func sniff(_ bytes: [UInt8]) -> MediaType {
        var sniffer = MediaSniffer()
        sniffer.look(at: bytes)
        return sniffer.mediaType
    }
}

/// Finds the media type of a document that passes by in pieces: keeps its head, its tail and
/// whether it has been UTF-8 text so far.
struct MediaSniffer {
    private static let headBytes = 4096
    /// A zip's list of names lies at its end.
    private static let tailBytes = 65_536

    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    private var size = 0
    private var text = TextScan()

    mutating func look(at chunk: [UInt8]) {
        head += chunk.prefix(Self.headBytes - head.count)
        tail += chunk.suffix(Self.tailBytes)
        if tail.count > Self.tailBytes { tail.removeFirst(tail.count - Self.tailBytes) }
        size += chunk.count
        text.look(at: chunk)
    }

    var mediaType: MediaType {
        if head.starts(with: "%PDF-".utf8) { return .pdf }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archive }
        guard size > 0, text.isWhole else { return .unknown }
        return isTable ? .csv : .text
    }

    private var archive: MediaType {
        let names = tail[...]
        if names.contains(Array("word/document.xml".utf8)) { return .docx }
        if names.contains(Array("xl/workbook.xml".utf8)) { return .xlsx }
        return .zip
    }

    /// Two lines or more, all with the same number of commas outside quotation marks.
    private var isTable: Bool {
        var commas: [Int] = []
        var current = 0
        var isQuoted = false
        var isLineEmpty = true
        for byte in head {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: current += 1
            case UInt8(ascii: "\n") where !isQuoted:
                commas.append(current)
                current = 0
                isLineEmpty = true
                continue
            default: break
            }
            isLineEmpty = false
        }
        if !isLineEmpty, size == head.count { commas.append(current) }
        guard commas.count > 1, let first = commas.first, first > 0 else { return false }
        return commas.allSatisfy { $0 == first }
    }
}

/// Walks UTF-8 that may be cut anywhere (Unicode, table 3-7), refusing control characters.
private struct TextScan {
    private var pending = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private var isText = true

    var isWhole: Bool { isText && pending == 0 }

    mutating func look(at chunk: [UInt8]) {
        guard isText else { return }
        for byte in chunk where !take(byte) {
            isText = false
            return
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if pending > 0 {
            guard allowed.contains(byte) else { return false }
            pending -= 1
            allowed = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: return true
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, allowed) = (2, 0xA0...0xBF)
        case 0xED: (pending, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
