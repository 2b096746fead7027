import BoardDomain

/// What the holder of an unlocked key may do with the shares that were sealed to him.
///
/// An opening is two acts. The first opener re-wraps his share of every bid to the second one's
/// key, so that nothing readable is stored between the acts; the second opens with both. The
/// recovery key opens alone (C16b). A hand-over re-wraps to the successor (G14).
package struct ShareVault: Sendable {
    private let keys: SealingKeyPair
    private let random: RandomSource

    package init(_ keys: SealingKeyPair, random: RandomSource = .system) {
        self.keys = keys
        self.random = random
    }

    /// The holder's share, wrapped for another key; throws for this bid alone.
    package func rewrap(
        _ wrapped: [UInt8], of binding: SealBinding, to key: SealingPublicKey
    ) throws(SealFault) -> [UInt8] {
        let share = try KeyShare(unwrapping: wrapped, with: keys, binding: binding)
        guard let box = share.wrapped(to: key, binding: binding, random: random) else {
            throw .unusableKey(key.text)
        }
        return box
    }

    /// Opens one bid with shares that are all wrapped for this holder: his own and the one he was
    /// handed, or the recovery copy. `binding` comes from the log, never from the ciphertext.
    package func open(
        _ ciphertext: [UInt8], of binding: SealBinding, shares wrapped: [[UInt8]]
    ) throws(SealFault) -> OpenedBid {
        var shares: [KeyShare] = []
        for share in wrapped {
            shares.append(try KeyShare(unwrapping: share, with: keys, binding: binding))
        }
        let key = try KeyShare.combine(shares)
        let plain = Sodium.decrypt(
            ciphertext, binding: binding.bytes, key: Sodium.subkey(0, of: key))
        guard let plain, let (nonce, bytes, beside) = BidEnvelope.unpack(plain) else {
            throw .corrupt
        }
        let isCommitted = Commitment.check(
            binding.commitment, challenge: binding.challenge, bidder: binding.bidder,
            nonce: nonce, content: bytes, digest: Sodium.digest)
        guard isCommitted else { throw .commitmentMismatch }
        let content: BidContent
        do { content = try BidContent(canonical: bytes) } catch { throw .content(error) }
        let reach = beside.flatMap(ContactReach.init(canonical:))
        if case .committed(let digest) = content.contact.reach,
            reach?.digest(Sodium.digest) != digest
        {
            throw .content(.badText("contact.digest"))
        }
        return OpenedBid(
            binding: binding, content: content, reach: reach, nonce: nonce, key: key)
    }
}
