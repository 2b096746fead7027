package import BoardDomain

/// A bid that was opened, or the bidder's own view of what was just sealed.
package struct OpenedBid: Sendable {
    package let binding: SealBinding
    package let content: BidContent
    /// How to reach whom the content names; nil of a seal that has it in the content itself.
    package let reach: ContactReach?
    /// Committed to before the deadline: part of the draw's seed (§5).
    package let nonce: [UInt8]
    let key: SecretBytes

    /// The plain document behind `content.attachments[index]`; its key goes with this value, so
    /// the opening decrypts what it wants to keep.
    package func attachment(_ index: Int, ciphertext: [UInt8]) throws(SealFault) -> [UInt8] {
        let entry = content.attachments[index]
        let number = index + 1
        let bound = SealBinding.attachment(
            number, challenge: binding.challenge, bidder: binding.bidder)
        guard Sodium.sha256(ciphertext) == entry.cipherDigest,
            let plain = Sodium.decrypt(
                ciphertext, binding: bound, key: Sodium.subkey(number, of: key)),
            Int64(plain.count) == entry.size, Sodium.sha256(plain) == entry.plainDigest
        else { throw .corruptAttachment(number) }
        return plain
    }

    /// How to reach whom the content names, wherever the seal has it.
    var contact: JSON? {
        if let reach { return reach.json }
        guard case .written(let phone, let email) = content.contact.reach else { return nil }
        return ["email": .string(email), "phone": .string(phone)]
    }
}
