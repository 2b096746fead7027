/// What a bidder is bound to while nobody can read it: a digest of the bid's content and a nonce.
package enum Commitment {
    /// Keeps commitments apart from every other framed digest of the board (§4).
    private static let tag: [UInt8] = [0x01]

    /// `SHA-256(field(0x01) field(challenge) field(bidder) field(nonce) field(SHA-256(content)))`,
    /// `content` being the exact bytes of the canonical JSON.
    package static func compute(
        challenge: String, bidder: String, nonce: [UInt8], content: [UInt8],
        digest: DigestFunction
    ) -> Digest {
        var fields = Framing()
        fields.append(tag)
        fields.append(challenge)
        fields.append(bidder)
        fields.append(nonce)
        fields.append(digest(content).bytes)
        return digest(fields)
    }

    /// Whether a revealed nonce and content are the ones that were committed to (I7).
    package static func check(
        _ commitment: Digest, challenge: String, bidder: String, nonce: [UInt8], content: [UInt8],
        digest: DigestFunction
    ) -> Bool {
        commitment
            == compute(
                challenge: challenge, bidder: bidder, nonce: nonce, content: content,
                digest: digest)
    }
}
