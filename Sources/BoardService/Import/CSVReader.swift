import BoardDomain

/// What is wrong with the quoting of a record.
enum CSVFault: Hashable {
    /// A quote inside an unquoted field, such as `5" pipe`: kept as written.
    case strayQuote(column: Int)
    case textAfterQuote(column: Int)
    /// Opened here and never closed: nothing after it can be told apart.
    case unclosedQuote(column: Int)
}

/// One record of a CSV file.
struct CSVRecord: Hashable {
    /// Counted from 1 with blank lines, as a spreadsheet numbers its rows.
    let row: Int
    let fields: [String]
    let fault: CSVFault?

    var isBlank: Bool { fields.allSatisfy(\.isEmpty) }
}

/// Reads RFC 4180 with any line ending, in one pass.
///
/// Ours and not SwiftCSV: a finding has to name the row as a spreadsheet shows it, one faulty row
/// must not cost the others, and the heading is not the first row; SwiftCSV numbers no rows and gives
/// up the whole file at a stray quote.
struct CSVReader {
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private var position = 0

    /// The records, their fields without the white space around them.
    static func read(_ text: String) -> [CSVRecord] {
        var reader = CSVReader(bytes: Array(text.utf8))
        var records: [CSVRecord] = []
        while reader.position < reader.bytes.count {
            records.append(reader.record(row: records.count + 1))
        }
        return records
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func record(row: Int) -> CSVRecord {
        var fields: [String] = []
        var fault: CSVFault?
        while true {
            let (field, fieldFault) = field(column: fields.count + 1)
            fields.append(field)
            fault = fault ?? fieldFault
            guard position < bytes.count else { break }
            let separator = bytes[position]
            position += 1
            if separator == Self.comma {
                // A comma at the very end of the file still opens a last, empty field.
                if position == bytes.count { fields.append("") }
                if position < bytes.count { continue }
            } else if separator == Self.carriageReturn, position < bytes.count,
                bytes[position] == Self.lineFeed
            {
                position += 1
            }
            break
        }
        return CSVRecord(row: row, fields: fields, fault: fault)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func field(column: Int) -> (String, CSVFault?) {
        guard position < bytes.count, bytes[position] == Self.quote else {
            let rest = unquoted()
            return (
                Self.text(rest), rest.contains(Self.quote) ? .strayQuote(column: column) : nil
            )
        }
        position += 1
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == Self.quote else {
                content.append(byte)
                continue
            }
            guard position < bytes.count, bytes[position] == Self.quote else {
                let rest = unquoted()
                let isClean = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
                return (
                    Self.text(content[...] + rest), isClean ? nil : .textAfterQuote(column: column)
                )
            }
            content.append(byte)
            position += 1
        }
        return (Self.text(content[...]), .unclosedQuote(column: column))
    }

    private mutating func unquoted() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        Width.trimmed(String(decoding: bytes, as: UTF8.self))
    }
}
