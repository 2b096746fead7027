package import BoardDomain

/// The public half of an opener's or a recovery key: X25519, 32 bytes.
package struct SealingPublicKey: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads lower-case hexadecimal, the form in which the log names a key.
    package init?(text: String) {
        guard let bytes = Hexadecimal.bytes(text), Hexadecimal.text(bytes) == text else {
            return nil
        }
        self.init(bytes: bytes)
    }

    package var text: String { Hexadecimal.text(bytes) }

    /// SHA-256 of the key.
    package var id: Digest { Sodium.sha256(bytes) }
}

/// An unlocked key of an opener, or the recovery key: its secret leaves memory with the value.
package struct SealingKeyPair: Sendable {
    package let publicKey: SealingPublicKey
    let secret: SecretBytes

    /// Draws a new pair.
    package init(random: RandomSource = .system) {
        var seed = random.bytes(32)
        self.init(secret: Sodium.boxKeys(seed: &seed).secret)
    }

    init(secret: SecretBytes) {
        guard let key = SealingPublicKey(bytes: Sodium.publicKey(of: secret)) else {
            preconditionFailure("a public key has 32 bytes")
        }
        publicKey = key
        self.secret = secret
    }
}

/// A person who holds one of the two shares, and the key it is sealed to.
package struct KeyHolder: Hashable, Sendable {
    package let id: String
    package let key: SealingPublicKey

    package init(id: String, key: SealingPublicKey) {
        self.id = id
        self.key = key
    }
}
