/// A value that writes itself into a snapshot: what all others are made of.
///
/// What has no order is sorted by its bytes, so that equal values give equal snapshots (I3).
package protocol SnapshotValue {
    func write(to encoder: SnapshotEncoder) throws
    init(snapshot decoder: SnapshotDecoder) throws
}

/// One that is a property of others, whose coding the compiler makes.
package protocol SnapshotLeaf: SnapshotValue, Codable {}

extension SnapshotLeaf {
    package func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? SnapshotEncoder else { throw SnapshotFault() }
        try write(to: encoder)
    }

    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? SnapshotDecoder else { throw SnapshotFault() }
        try self.init(snapshot: decoder)
    }
}

extension String: SnapshotValue {
    package func write(to encoder: SnapshotEncoder) {
        encoder.write(number: UInt64(utf8.count))
        encoder.write(bytes: utf8)
    }

    package init(snapshot decoder: SnapshotDecoder) throws { self = try decoder.readText() }
}

extension Bool: SnapshotValue {
    package func write(to encoder: SnapshotEncoder) { encoder.write(byte: self ? 1 : 0) }

    package init(snapshot decoder: SnapshotDecoder) throws { self = try decoder.readByte() != 0 }
}

extension Int64: SnapshotValue {
    /// The sign is the lowest bit, so that small numbers of either sign take few bytes.
    package func write(to encoder: SnapshotEncoder) {
        encoder.write(number: UInt64(bitPattern: self << 1 ^ self >> 63))
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        let number = try decoder.readNumber()
        self = Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
    }
}

extension Int: SnapshotValue {
    package func write(to encoder: SnapshotEncoder) { Int64(self).write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self = Int(try Int64(snapshot: decoder))
    }
}

extension Optional: SnapshotValue where Wrapped: Codable {
    package func write(to encoder: SnapshotEncoder) throws {
        encoder.write(byte: self == nil ? 0 : 1)
        if let self { try encoder.write(self) }
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self = try decoder.readByte() == 0 ? nil : try decoder.read(Wrapped.self)
    }
}

extension Array: SnapshotValue where Element: Codable {
    package func write(to encoder: SnapshotEncoder) throws {
        encoder.write(number: UInt64(count))
        for element in self { try encoder.write(element) }
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        let count = try decoder.readCount()
        self = []
        reserveCapacity(count)
        for _ in 0..<count { append(try decoder.read(Element.self)) }
    }
}

extension Set: SnapshotValue where Element: Codable {
    package func write(to encoder: SnapshotEncoder) throws {
        let all = try map { try SnapshotEncoder.bytes(of: $0) }
        encoder.write(number: UInt64(count))
        for bytes in all.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            encoder.write(bytes: bytes)
        }
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        let count = try decoder.readCount()
        self.init(minimumCapacity: count)
        for _ in 0..<count { insert(try decoder.read(Element.self)) }
    }
}

extension Dictionary: SnapshotValue where Key: Codable, Value: Codable {
    package func write(to encoder: SnapshotEncoder) throws {
        let all = try map { entry in
            try SnapshotEncoder.bytes(of: entry.key) + SnapshotEncoder.bytes(of: entry.value)
        }
        encoder.write(number: UInt64(count))
        for bytes in all.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            encoder.write(bytes: bytes)
        }
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        let count = try decoder.readCount()
        self.init(minimumCapacity: count)
        for _ in 0..<count {
            let key = try decoder.read(Key.self)
            self[key] = try decoder.read(Value.self)
        }
    }
}
