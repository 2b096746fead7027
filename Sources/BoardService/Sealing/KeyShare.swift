import BoardDomain

/// One of the two XOR shares of a bid's content key, or the whole key for the recovery.
///
/// Written as part, digest of the binding, bytes. The digest keeps an operator from having an
/// opener re-wrap or combine a sealed bid's share under another bid's name.
struct KeyShare: Sendable {
    enum Part: UInt8, Sendable { case whole, first, second }

    let part: Part
    let bytes: SecretBytes

    static func split(
        _ key: SecretBytes, random: RandomSource
    ) -> (whole: KeyShare, first: KeyShare, second: KeyShare) {
        var mask = random.bytes(key.count)
        let first = SecretBytes(taking: &mask)
        return (
            KeyShare(part: .whole, bytes: key), KeyShare(part: .first, bytes: first),
            KeyShare(part: .second, bytes: key.combined(with: first))
        )
    }

    /// The content key: from the whole, or from both shares.
    static func combine(_ shares: [KeyShare]) throws(SealFault) -> SecretBytes {
        if let whole = shares.first(where: { $0.part == .whole }) { return whole.bytes }
        guard let first = shares.first(where: { $0.part == .first }),
            let second = shares.first(where: { $0.part == .second })
        else { throw .missingShare }
        return first.bytes.combined(with: second.bytes)
    }

    /// Nil where the key is unusable.
    func wrapped(
        to key: SealingPublicKey, binding: SealBinding, random: RandomSource
    ) -> [UInt8]? {
        var plain = [part.rawValue] + Sodium.sha256(binding.bytes).bytes
        plain += UnsafeBufferPointer(start: bytes.pointer, count: bytes.count)
        defer { Sodium.wipe(&plain) }
        var seed = random.bytes(32)
        return Sodium.box(plain, to: key.bytes, seed: &seed)
    }

    init(part: Part, bytes: SecretBytes) {
        self.part = part
        self.bytes = bytes
    }

    init(
        unwrapping wrapped: [UInt8], with keys: SealingKeyPair, binding: SealBinding
    ) throws(SealFault) {
        // Bound once: a second reference would make the wiping below wipe a copy.
        guard
            var plain = Sodium.unbox(
                wrapped, publicKey: keys.publicKey.bytes, secret: keys.secret)
        else { throw .unreadableShare }
        defer { Sodium.wipe(&plain) }
        guard plain.count == 65, let part = Part(rawValue: plain[0]) else {
            throw .unreadableShare
        }
        guard Array(plain[1..<33]) == Sodium.sha256(binding.bytes).bytes else {
            throw .foreignShare
        }
        var share = Array(plain[33...])
        self.init(part: part, bytes: SecretBytes(taking: &share))
    }
}
