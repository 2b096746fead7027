/// What was written is not of this shape, or was cut.
package struct SnapshotFault: Error {}

/// Reads what `SnapshotEncoder` wrote.
package final class SnapshotDecoder: Decoder {
    private let bytes: UnsafeRawBufferPointer
    // One thread reads, one value after the other: nothing is ever accessed twice at once.
    @exclusivity(unchecked) private var position = 0
    @exclusivity(unchecked) private var known: [ObjectIdentifier: (any SnapshotValue.Type)?] = [:]
    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// - Throws: where there are more bytes than are read, or fewer.
    static func read<Value>(
        _ bytes: UnsafeRawBufferPointer, _ body: (SnapshotDecoder) throws -> Value
    ) throws -> Value {
        let decoder = SnapshotDecoder(bytes)
        let value = try body(decoder)
        guard decoder.position == bytes.count else { throw SnapshotFault() }
        return value
    }

    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // The commonest first, without a detour.
        if type == String.self { return unsafeBitCast(try readText(), to: type) }
        if let own = own(type) { return try restored(own, as: type) }
        return try Value(from: self)
    }

    /// How a type reads itself; nil for one whose coding the compiler made. Kept, since to ask for the
    /// conformance takes longer than to read the value.
    private func own(_ type: any Decodable.Type) -> (any SnapshotValue.Type)? {
        if let known = known[ObjectIdentifier(type)] { return known }
        let own = type as? any SnapshotValue.Type
        known[ObjectIdentifier(type)] = .some(own)
        return own
    }

    /// - Parameter own: the same type as `type`.
    private func restored<Own: SnapshotValue, Value>(
        _ own: Own.Type, as type: Value.Type
    ) throws -> Value {
        unsafeBitCast(try own.init(snapshot: self), to: type)
    }

    func readByte() throws -> UInt8 {
        guard position < bytes.count else { throw SnapshotFault() }
        defer { position += 1 }
        return bytes[position]
    }

    func readNumber() throws -> UInt64 {
        var (number, shift) = (UInt64(0), UInt64(0))
        while true {
            let byte = try readByte()
            guard shift < 64 else { throw SnapshotFault() }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    /// Of a list whose entries take a byte at least.
    func readCount() throws -> Int {
        let count = try readNumber()
        guard count <= UInt64(bytes.count - position) else { throw SnapshotFault() }
        return Int(count)
    }

    func readBytes(_ count: Int) throws -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - position else { throw SnapshotFault() }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    func readText() throws -> String {
        String(decoding: try readBytes(try readCount()), as: UTF8.self)
    }

    package func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Properties(decoder: self))
    }

    package func singleValueContainer() -> any SingleValueDecodingContainer {
        Single(decoder: self)
    }

    package func unkeyedContainer() -> any UnkeyedDecodingContainer { preconditionFailure() }

    private struct Properties<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let decoder: SnapshotDecoder
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { preconditionFailure() }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            try decoder.read(type)
        }

        // Asked before each value that may be missing.
        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) throws -> Bool { try decoder.readByte() == 0 }

        func nestedContainer<Other: CodingKey>(
            keyedBy: Other.Type, forKey key: Key
        ) -> KeyedDecodingContainer<Other> { preconditionFailure() }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
            preconditionFailure()
        }
        func superDecoder() -> any Decoder { preconditionFailure() }
        func superDecoder(forKey key: Key) -> any Decoder { preconditionFailure() }
    }

    private struct Single: SingleValueDecodingContainer {
        let decoder: SnapshotDecoder
        var codingPath: [any CodingKey] { [] }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try decoder.read(type)
        }
        func decodeNil() -> Bool { preconditionFailure() }
    }
}
