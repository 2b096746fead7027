package import BoardDomain

/// Which bid a ciphertext and its shares belong to, as the log says: nothing of one bid opens
/// under the name of another.
package struct SealBinding: Hashable, Sendable {
    package let challenge: String
    package let bidder: String
    package let commitment: Digest

    package init(challenge: String, bidder: String, commitment: Digest) {
        self.challenge = challenge
        self.bidder = bidder
        self.commitment = commitment
    }

    /// Authenticated with the content's ciphertext; its digest lies in every share.
    var bytes: [UInt8] {
        var fields = Framing()
        fields.append("jiebang-seal/1")
        fields.append(challenge)
        fields.append(bidder)
        fields.append(commitment.bytes)
        return fields.bytes
    }

    /// Authenticated with an attachment. The commitment is missing on purpose: it covers the
    /// content, which names the attachment's ciphertext by digest.
    static func attachment(_ number: Int, challenge: String, bidder: String) -> [UInt8] {
        var fields = Framing()
        fields.append("jiebang-attachment/1")
        fields.append(challenge)
        fields.append(bidder)
        fields.append(number)
        return fields.bytes
    }
}
