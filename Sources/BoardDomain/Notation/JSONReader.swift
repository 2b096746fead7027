/// What is wrong with a JSON text, and at which byte.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Kind: String, Sendable {
        case unexpected, unfinished, badEscape, badUTF8, floatingPoint, tooLarge, null, twice,
            tooDeep
    }
    package let kind: Kind
    /// Bytes from the start of the text.
    package let offset: Int

    /// Where it stands in the text that was read: line and column from 1, a column for each character.
    package func place(in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let line = before.split(separator: 0x0A, omittingEmptySubsequences: false)
        let column = String(decoding: line.last ?? [], as: UTF8.self).unicodeScalars.count
        return (max(1, line.count), column + 1)
    }
}

/// Reads one JSON text strictly: integers only, no null, no member twice, at most 64 levels.
package struct JSONReader {
    /// Bytes where they lie: every event of a case that is loaded goes through here, and to read an
    /// array element by element took most of the time.
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
        try bytes.withUnsafeBufferPointer { (bytes) throws(JSONFault) in try read(bytes) }
    }

    package static func read(_ text: String) throws(JSONFault) -> JSON {
        try read(Array(text.utf8))
    }

    /// - Parameter bytes: of no use any more after the call.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> JSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.fault(.unexpected) }
        return value
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private func fault(_ kind: JSONFault.Kind) -> JSONFault {
        JSONFault(kind: kind, offset: position)
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        guard depth < 64 else { throw fault(.tooDeep) }
        skipSpace()
        guard position < bytes.count else { throw fault(.unfinished) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try word("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .boolean(false)
        case UInt8(ascii: "n"): throw fault(.null)
        default: return .integer(try integer())
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONFault) {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[position...].starts(with: expected) else { throw fault(.unexpected) }
        position += expected.count
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSON {
        position += 1
        var members: [String: JSON] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        // Most have no more; growing hashes every name again.
        members.reserveCapacity(6)
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw fault(position < bytes.count ? .unexpected : .unfinished)
            }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault(.unexpected) }
            guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else {
                throw fault(.twice)
            }
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw fault(.unexpected) }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSON {
        position += 1
        var items: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(items) }
            guard take(UInt8(ascii: ",")) else { throw fault(.unexpected) }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func integer() throws(JSONFault) -> Int64 {
        let isNegative = take(UInt8(ascii: "-"))
        let first = position
        var (value, isTooLarge) = (Int64(0), false)
        while position < bytes.count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            // Downwards, since there is one number more below zero.
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, more) = tens.subtractingReportingOverflow(Int64(digit))
            (value, isTooLarge) = (next, isTooLarge || overflow || more)
            position += 1
        }
        guard position > first else { throw fault(.unexpected) }
        if position < bytes.count, [0x2E, 0x65, 0x45].contains(bytes[position]) {
            throw fault(.floatingPoint)
        }
        guard bytes[first] != 0x30 || position == first + 1 else { throw fault(.unexpected) }
        guard !isTooLarge, isNegative || value != .min else { throw fault(.tooLarge) }
        return isNegative ? value : -value
    }

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        // The common case, no escape, copies once.
        while position < bytes.count {
            let byte = bytes[position]
            guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                break
            }
            position += 1
        }
        guard position < bytes.count else { throw fault(.unfinished) }
        if bytes[position] == UInt8(ascii: "\"") {
            let plain = UnsafeBufferPointer(rebasing: bytes[start..<position])
            guard let text = String(validating: plain, as: UTF8.self) else {
                throw fault(.badUTF8)
            }
            position += 1
            return text
        }
        var decoded = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: decoded, as: UTF8.self) else {
                    throw fault(.badUTF8)
                }
                position += 1
                return text
            case UInt8(ascii: "\\"): try escape(into: &decoded)
            case 0..<0x20: throw fault(.unexpected)
            default:
                decoded.append(byte)
                position += 1
            }
        }
        throw fault(.unfinished)
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(JSONFault) {
        position += 1
        guard position < bytes.count else { throw fault(.unfinished) }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            var unit = try hexadecimalUnit()
            if (0xD800..<0xDC00).contains(unit) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
                    throw fault(.badEscape)
                }
                let low = try hexadecimalUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw fault(.badEscape) }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw fault(.badEscape) }
            decoded.append(contentsOf: Character(scalar).utf8)
        default: throw fault(.badEscape)
        }
    }

    private mutating func hexadecimalUnit() throws(JSONFault) -> UInt32 {
        guard position + 4 <= bytes.count else { throw fault(.unfinished) }
        var unit: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Hexadecimal.value(of: byte) else { throw fault(.badEscape) }
            unit = unit << 4 | UInt32(digit)
        }
        position += 4
        return unit
    }
}
