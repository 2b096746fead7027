/// Writes a value as bytes: its properties one after the other as they are declared, without names.
///
/// What is written is what the compiler finds declared, so that no property can be forgotten. Only
/// the same program reads it back (`StreamProjection.version`); what is to last is in the log.
package final class SnapshotEncoder: Encoder {
    // One thread writes, one value after the other: nothing is ever accessed twice at once.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = SnapshotEncoder()
        try encoder.write(value)
        return encoder.bytes
    }

    func write<Value: Encodable>(_ value: Value) throws {
        if let value = value as? any SnapshotValue {
            try value.write(to: self)
        } else {
            try value.encode(to: self)
        }
    }

    func write(byte: UInt8) { bytes.append(byte) }

    /// Seven bits a byte, the lowest first.
    func write(number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    func write(bytes more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

    package func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Properties(encoder: self))
    }

    package func singleValueContainer() -> any SingleValueEncodingContainer {
        Single(encoder: self)
    }

    /// Lists are written by themselves (`SnapshotValue`).
    package func unkeyedContainer() -> any UnkeyedEncodingContainer { preconditionFailure() }

    private struct Properties<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: SnapshotEncoder
        var codingPath: [any CodingKey] { [] }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            try encoder.write(value)
        }

        func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
            encoder.write(byte: value == nil ? 0 : 1)
            if let value { try encoder.write(value) }
        }

        // For these the protocol has defaults, which write nothing where there is no value.
        func encodeIfPresent(_ value: String?, forKey key: Key) throws {
            try value.write(to: encoder)
        }
        func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
            try value.write(to: encoder)
        }
        func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
            try value.write(to: encoder)
        }
        func encodeIfPresent(_ value: Int64?, forKey key: Key) throws {
            try value.write(to: encoder)
        }

        func encodeNil(forKey key: Key) { preconditionFailure() }
        func nestedContainer<Other: CodingKey>(
            keyedBy: Other.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Other> { preconditionFailure() }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            preconditionFailure()
        }
        func superEncoder() -> any Encoder { preconditionFailure() }
        func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure() }
    }

    private struct Single: SingleValueEncodingContainer {
        let encoder: SnapshotEncoder
        var codingPath: [any CodingKey] { [] }

        func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }
        func encodeNil() { preconditionFailure() }
    }
}
