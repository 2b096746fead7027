import BoardDomain
import CSodium

/// libsodium, called here and nowhere else in this module; lengths are checked before each call.
enum Sodium {
    private static let isReady = sodium_init() >= 0

    static func start() { precondition(isReady, "libsodium did not start") }

    static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
        bytes = []
    }

    // MARK: Digests and randomness

    static let digest = DigestFunction { sha256($0) }

    static func sha256(_ bytes: [UInt8]) -> Digest {
        var running = RunningDigest()
        running.append(bytes)
        return running.finish()
    }

    /// A SHA-256 over bytes that come in pieces.
    struct RunningDigest {
        private var state = crypto_hash_sha256_state()

        init() { crypto_hash_sha256_init(&state) }

        mutating func append(_ bytes: [UInt8]) {
            crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
        }

        mutating func finish() -> Digest {
            var bytes = [UInt8](repeating: 0, count: 32)
            crypto_hash_sha256_final(&state, &bytes)
            guard let digest = Digest(bytes: bytes) else { preconditionFailure("32 bytes") }
            return digest
        }
    }

    static func random(_ count: Int) -> [UInt8] {
        start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// ChaCha20's key stream: the same bytes for the same 32-byte seed.
    static func stream(seed: Digest, count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf_deterministic(&bytes, count, seed.bytes)
        return bytes
    }

    // MARK: Encryption with a key

    static let nonceBytes = 24
    private static let tagBytes = 16

    /// XChaCha20-Poly1305: nonce, ciphertext and tag in one; `binding` is authenticated with them.
    static func encrypt(
        _ plain: [UInt8], binding: [UInt8], nonce: [UInt8], key: SecretBytes
    ) -> [UInt8] {
        precondition(nonce.count == nonceBytes && key.count == 32)
        var cipher = [UInt8](repeating: 0, count: plain.count + tagBytes)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &cipher, nil, plain, UInt64(plain.count), binding, UInt64(binding.count), nil, nonce,
            key.pointer)
        return nonce + cipher
    }

    /// Nil where a bit of the ciphertext, the binding or the key is another one.
    static func decrypt(_ sealed: [UInt8], binding: [UInt8], key: SecretBytes) -> [UInt8]? {
        guard sealed.count >= nonceBytes + tagBytes, key.count == 32 else { return nil }
        let cipher = Array(sealed[nonceBytes...])
        var plain = [UInt8](repeating: 0, count: cipher.count - tagBytes)
        let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &plain, nil, nil, cipher, UInt64(cipher.count), binding, UInt64(binding.count),
            sealed, key.pointer)
        return status == 0 ? plain : nil
    }

    /// The numbered subkey of a bid's content key.
    static func subkey(_ number: Int, of key: SecretBytes) -> SecretBytes {
        precondition(key.count == 32)
        return SecretBytes(count: 32) {
            crypto_kdf_derive_from_key($0, 32, UInt64(number), "jb-seal1", key.pointer)
        }
    }

    /// Nil where the machine has not the memory that the cost asks for.
    static func key(passphrase: String, salt: [UInt8], cost: PassphraseCost) -> SecretBytes? {
        precondition(salt.count == 16)
        start()
        var bytes = [UInt8](repeating: 0, count: 32)
        let length = UInt64(passphrase.utf8.count)
        let status = crypto_pwhash(
            &bytes, 32, passphrase, length, salt, UInt64(cost.operations),
            Int(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13)
        return status == 0 ? SecretBytes(taking: &bytes) : nil
    }

    // MARK: Encryption to a person

    static func boxKeys(seed: inout [UInt8]) -> (publicKey: [UInt8], secret: SecretBytes) {
        precondition(seed.count == 32)
        var publicKey = [UInt8](repeating: 0, count: 32)
        let secret = SecretBytes(count: 32) { crypto_box_seed_keypair(&publicKey, $0, seed) }
        wipe(&seed)
        return (publicKey, secret)
    }

    static func publicKey(of secret: SecretBytes) -> [UInt8] {
        var publicKey = [UInt8](repeating: 0, count: 32)
        crypto_scalarmult_base(&publicKey, secret.pointer)
        return publicKey
    }

    /// What `crypto_box_seal` makes, with the ephemeral key drawn from a seed so that samples can
    /// be deterministic; nil for a public key that no secret key belongs to.
    static func box(_ plain: [UInt8], to receiver: [UInt8], seed: inout [UInt8]) -> [UInt8]? {
        precondition(receiver.count == 32)
        let (ephemeral, secret) = boxKeys(seed: &seed)
        var nonce = [UInt8](repeating: 0, count: nonceBytes)
        let keys = ephemeral + receiver
        crypto_generichash(&nonce, nonceBytes, keys, UInt64(keys.count), nil, 0)
        var cipher = [UInt8](repeating: 0, count: plain.count + tagBytes)
        let status = crypto_box_easy(
            &cipher, plain, UInt64(plain.count), nonce, receiver, secret.pointer)
        return status == 0 ? ephemeral + cipher : nil
    }

    /// Nil where the box is damaged or made for another key.
    static func unbox(_ sealed: [UInt8], publicKey: [UInt8], secret: SecretBytes) -> [UInt8]? {
        guard sealed.count >= 32 + tagBytes else { return nil }
        var plain = [UInt8](repeating: 0, count: sealed.count - 32 - tagBytes)
        let status = crypto_box_seal_open(
            &plain, sealed, UInt64(sealed.count), publicKey, secret.pointer)
        return status == 0 ? plain : nil
    }

    // MARK: Signatures

    static func sign(_ message: [UInt8], secretKey: [UInt8]) -> [UInt8] {
        precondition(secretKey.count == 64)
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), secretKey)
        return signature
    }

    static func isSignature(
        _ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]
    ) -> Bool {
        guard signature.count == 64, publicKey.count == 32 else { return false }
        return crypto_sign_verify_detached(
            signature, message, UInt64(message.count), publicKey) == 0
    }

    // MARK: Base64

    static func base64(_ bytes: [UInt8]) -> String {
        let capacity = sodium_base64_encoded_len(bytes.count, sodium_base64_VARIANT_ORIGINAL)
        var text = [CChar](repeating: 0, count: capacity)
        sodium_bin2base64(
            &text, capacity, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL)
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    static func bytes(base64 text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: text.utf8.count / 4 * 3)
        var count = 0
        let status = sodium_base642bin(
            &bytes, bytes.count, text, text.utf8.count, nil, &count, nil,
            sodium_base64_VARIANT_ORIGINAL)
        guard status == 0 else { return nil }
        return Array(bytes.prefix(count))
    }
}
