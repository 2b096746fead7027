/// A SHA-256 value: 32 bytes, shown as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Comparable, Sendable {
    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    package init?(text: String) {
        guard let bytes = Hexadecimal.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    package var text: String { Hexadecimal.text(bytes) }

    package static func < (left: Digest, right: Digest) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

/// The digest function that comes in with the context: the domain holds no cryptography of its own.
package struct DigestFunction: Sendable {
    private let sha256: @Sendable ([UInt8]) -> Digest

    package init(sha256: @escaping @Sendable ([UInt8]) -> Digest) { self.sha256 = sha256 }

    package func callAsFunction(_ bytes: [UInt8]) -> Digest { sha256(bytes) }

    package func callAsFunction(_ fields: Framing) -> Digest { sha256(fields.bytes) }

    /// The digest of a value's canonical JSON.
    package func callAsFunction(_ json: JSON) -> Digest { sha256(json.canonical) }

    /// HMAC-SHA-256 of RFC 2104, for keys of at most 64 bytes (the draw's seed has 32).
    package func hmac(key: [UInt8], message: [UInt8]) -> Digest {
        precondition(key.count <= 64, "longer keys are hashed first, which the board never needs")
        let padded = key + Array(repeating: 0, count: 64 - key.count)
        let inner = sha256(padded.map { $0 ^ 0x36 } + message)
        return sha256(padded.map { $0 ^ 0x5C } + inner.bytes)
    }
}
