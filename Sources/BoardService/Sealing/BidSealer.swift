package import BoardDomain

/// Seals bids on the bidder's side (§4): after it, two openers must act before anyone reads.
package struct BidSealer: Sendable {
    /// The largest content, in bytes of canonical JSON.
    package static let contentLimit = 1 << 20

    private let random: RandomSource

    package init(random: RandomSource = .system) { self.random = random }

    /// A document as the bidder hands it over.
    package struct Document: Sendable {
        let name: DocumentName
        let bytes: [UInt8]

        package init(name: DocumentName, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Seals a content and its documents to the two openers named in the publication, and to the
    /// recovery key where the policy has one; `content.attachments` is replaced by what is found
    /// in the documents. The bidder keeps `copy`, whose nonce proves the commitment.
    package func seal(
        content: BidContent, attachments: [Document], challenge: String, bidder: String,
        openers: [KeyHolder], recovery: SealingPublicKey?
    ) throws(SealFault) -> (sealed: SealedBid, copy: OpenedBid) {
        try Self.check(openers: openers, recovery: recovery)
        var drawn = random.bytes(32)
        let key = SecretBytes(taking: &drawn)
        let nonce = random.bytes(BidEnvelope.nonceBytes)

        var content = content
        content.attachments = []
        var ciphertexts: [Digest: [UInt8]] = [:]
        for (index, document) in attachments.enumerated() {
            let cipher = Sodium.encrypt(
                document.bytes,
                binding: SealBinding.attachment(index + 1, challenge: challenge, bidder: bidder),
                nonce: random.bytes(Sodium.nonceBytes), key: Sodium.subkey(index + 1, of: key))
            let cipherDigest = Sodium.sha256(cipher)
            ciphertexts[cipherDigest] = cipher
            content.attachments.append(
                BidContent.Attachment(
                    name: document.name, mediaType: MediaType.sniff(document.bytes).rawValue,
                    size: Int64(document.bytes.count),
                    plainDigest: Sodium.sha256(document.bytes), cipherDigest: cipherDigest))
        }
        guard case .written(let phone, let email) = content.contact.reach else {
            throw .content(.missing("contact.phone"))
        }
        let reach = ContactReach(
            phone: phone, email: email, salt: random.bytes(ContactReach.saltBytes))
        content.contact.reach = .committed(reach.digest(Sodium.digest))
        do { try content.check() } catch { throw .content(error) }

        let bytes = content.canonical
        guard bytes.count + reach.canonical.count <= Self.contentLimit else {
            throw .contentTooLarge(limit: Self.contentLimit)
        }
        let binding = SealBinding(
            challenge: challenge, bidder: bidder,
            commitment: Commitment.compute(
                challenge: challenge, bidder: bidder, nonce: nonce, content: bytes,
                digest: Sodium.digest))
        let sealed = SealedBid(
            commitment: binding.commitment,
            ciphertext: Sodium.encrypt(
                BidEnvelope.pack(nonce: nonce, content: bytes, reach: reach.canonical),
                binding: binding.bytes,
                nonce: random.bytes(Sodium.nonceBytes), key: Sodium.subkey(0, of: key)),
            wrapped: try wrap(key, of: binding, openers: openers, recovery: recovery),
            attachments: ciphertexts)
        let copy = OpenedBid(
            binding: binding, content: content, reach: reach, nonce: nonce, key: key)
        return (sealed, copy)
    }

    private func wrap(
        _ key: SecretBytes, of binding: SealBinding, openers: [KeyHolder],
        recovery: SealingPublicKey?
    ) throws(SealFault) -> [String: [UInt8]] {
        let shares = KeyShare.split(key, random: random)
        var holders = [
            (openers[0].id, openers[0].key, shares.first),
            (openers[1].id, openers[1].key, shares.second),
        ]
        if let recovery { holders.append((SealedBid.recovery, recovery, shares.whole)) }
        var wrapped: [String: [UInt8]] = [:]
        for (id, key, share) in holders {
            guard let box = share.wrapped(to: key, binding: binding, random: random) else {
                throw .unusableKey(id)
            }
            wrapped[id] = box
        }
        return wrapped
    }

    private static func check(
        openers: [KeyHolder], recovery: SealingPublicKey?
    ) throws(SealFault) {
        let keys = openers.map(\.key) + [recovery].compactMap { $0 }
        guard openers.count == 2, Set(openers.map(\.id)).count == 2,
            Set(keys).count == keys.count,
            openers.allSatisfy({ !$0.id.isEmpty && $0.id != SealedBid.recovery })
        else { throw .openersNotTwo }
    }
}
