import BoardDomain

/// A text of the log with the places where a copy bears another name.
struct CopiedText {
    private enum Part {
        case literal(String)
        case name(CopiedName)
        /// What follows a title or a number.
        case mark
    }

    private var parts: [Part] = []
    /// What must stand only once on a board (I24): numbers of documents, of orders and their
    /// confirmations; and the titles, so that they tell the copies apart.
    private static let unique = ["number", "baseDocument", "idempotencyKey", "confirmation"]
    /// Never in a text of the log, whose JSON escapes it.
    private static let mark: UInt8 = 1

    /// - Parameters:
    ///   - names: of streams, by their ids.
    ///   - titles: of challenges, as they stand in a payload.
    init(_ text: String, names: [String: CopiedName], titles: Set<String>) {
        var literal = ""
        let marked = Self.marked(Array(text.utf8), titles)
        var rest = marked[...]
        while let byte = rest.first {
            let run = rest.prefix { Self.kind(of: $0) == Self.kind(of: byte) }
            rest = rest[run.endIndex...]
            let word = String(decoding: run, as: UTF8.self)
            if byte == Self.mark {
                parts += [.literal(literal), .mark]
                literal = ""
            } else if let name = names[word] {
                parts += [.literal(literal), .name(name)]
                literal = ""
            } else {
                literal += word
            }
        }
        parts.append(.literal(literal))
    }

    private enum Kind { case word, mark, other }

    private static func kind(of byte: UInt8) -> Kind {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: .word
        case mark: .mark
        default: .other
        }
    }

    /// A mark at the end of each text that a copy has to change.
    private static func marked(_ text: [UInt8], _ titles: Set<String>) -> [UInt8] {
        var marked = text
        for name in unique + ["title"] {
            let start = Array("\"\(name)\":\"".utf8)
            var place = 0
            while let found = marked[place...].firstRange(of: start),
                let end = marked[found.upperBound...].firstIndex(of: UInt8(ascii: "\""))
            {
                place = end
                let value = String(decoding: marked[found.upperBound..<end], as: UTF8.self)
                guard name != "title" || titles.contains(value) else { continue }
                marked.insert(mark, at: end)
            }
        }
        return marked
    }

    func text(copy: Int, group: Int) -> String {
        guard copy > 0 else { return original }
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .name(let name): text += name.text(copy: copy, group: group)
            case .mark: text += "（\(copy)）"
            }
        }
        return text
    }

    private var original: String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .literal(let literal): text += literal
            case .name(let name): text += name.text(copy: 0, group: 0)
            case .mark: break
            }
        }
    }
}

/// How a stream is called in a copy.
enum CopiedName {
    /// `XC-2023-0007` and so on: each copy has numbers of its own.
    case numbered(prefix: String, number: Int, suffix: String, stride: Int)
    /// A person or a pool: a group of copies shares it.
    case shared(String)
    /// A unified code, whose end tells the group.
    case coded(String)

    func text(copy: Int, group: Int) -> String {
        switch self {
        case .numbered(let prefix, let number, let suffix, let stride):
            let digits = String(number + copy * stride)
            return prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                + suffix
        case .shared(let name): return group == 0 ? name : "\(name)-g\(group)"
        case .coded(let code): return group == 0 ? code : "\(code.dropLast(3))G\(10 + group)"
        }
    }
}
