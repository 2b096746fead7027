import BoardDomain
import CSodium

/// An Ed25519 key pair that signs checkpoints; its id is the SHA-256 of the public key.
package struct SigningKey: Sendable {
    /// 32 bytes; all else is derived from it.
    let seed: [UInt8]
    package let publicKey: [UInt8]
    private let secretKey: [UInt8]

    /// A fresh key from the library's randomness.
    package init() {
        Sodium.prepare()
        var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
        randombytes_buf(&seed, seed.count)
        // 32 bytes by construction.
        self.init(seed: seed)!
    }

    /// Nil unless there are 32 bytes.
    package init?(seed: [UInt8]) {
        guard seed.count == Int(crypto_sign_SEEDBYTES) else { return nil }
        Sodium.prepare()
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        guard crypto_sign_seed_keypair(&publicKey, &secretKey, seed) == 0 else { return nil }
        self.seed = seed
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    package var id: String { Self.id(of: publicKey) }

    package static func id(of publicKey: [UInt8]) -> String {
        SodiumDigest.sha256(publicKey).text
    }

    /// 64 bytes, the same for the same message.
    package func sign(_ message: some StringProtocol) -> [UInt8] {
        let bytes = Array(message.utf8)
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secretKey)
        return signature
    }

    package static func verifies(
        _ signature: [UInt8], of message: some StringProtocol, publicKey: [UInt8]
    ) -> Bool {
        guard signature.count == Int(crypto_sign_BYTES),
            publicKey.count == Int(crypto_sign_PUBLICKEYBYTES)
        else { return false }
        Sodium.prepare()
        let bytes = Array(message.utf8)
        return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), publicKey) == 0
    }
}
