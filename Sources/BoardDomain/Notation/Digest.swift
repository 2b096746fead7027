/// A SHA-256 value: 32 bytes, shown as 64 lower-case hexadecimal digits.
///
/// The bytes lie in the value itself: every row of the log holds one, and an array apiece took
/// longer to make than the row's other columns together.
package struct Digest: Hashable, Comparable, Sendable {
    /// As they lie in memory, in whichever order the machine reads them.
    private let first, second, third, fourth: UInt64

    package static let count = 32

    /// Nil unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard let copy = bytes.withUnsafeBytes({ Digest(copying: $0) }) else { return nil }
        self = copy
    }

    /// Nil unless there are 32 bytes.
    package init?(copying bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.count else { return nil }
        first = bytes.loadUnaligned(as: UInt64.self)
        second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    package var bytes: [UInt8] { Swift.withUnsafeBytes(of: self) { Array($0) } }

    /// The 32 bytes without a copy.
    package func withUnsafeBytes<Result>(
        _ read: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try Swift.withUnsafeBytes(of: self, read)
    }

    package init?(text: String) {
        guard let bytes = Hexadecimal.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    package var text: String { Hexadecimal.text(bytes) }

    package static func < (left: Digest, right: Digest) -> Bool {
        left.withUnsafeBytes { left in
            right.withUnsafeBytes { left.lexicographicallyPrecedes($0) }
        }
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
