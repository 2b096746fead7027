import BoardDomain

/// A column of a projected row, written the same way by every implementation.
enum ProjectedValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    init(_ text: String?) { self = text.map(Self.text) ?? .null }
    init(_ number: Int) { self = .integer(Int64(number)) }

    /// Unambiguous on one line.
    var dumped: String {
        switch self {
        case .null: return "-"
        case .integer(let value): return String(value)
        case .bytes(let bytes): return Hexadecimal.text(bytes)
        case .text(let text):
            var line = "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": line += "\\\""
                case "\\": line += "\\\\"
                case "\n": line += "\\n"
                default: line.unicodeScalars.append(scalar)
                }
            }
            return line + "\""
        }
    }
}
