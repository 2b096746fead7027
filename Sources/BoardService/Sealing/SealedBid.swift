package import BoardDomain

/// A bid as the board keeps it until the opening: nothing in it can be read without two people.
package struct SealedBid: Hashable, Sendable {
    /// The name under which the recovery key's copy lies beside the openers' shares.
    package static let recovery = "recovery"

    package let commitment: Digest
    /// For the event's payload.
    package let ciphertext: [UInt8]
    /// For table `sealed_keys`, outside the hash: by the opener's id, or `recovery`.
    package let wrapped: [String: [UInt8]]
    /// For the document store, by their own digests.
    package let attachments: [Digest: [UInt8]]

    /// The ciphertext as an event's payload holds it: base64 with padding.
    package var ciphertextText: String { Sodium.base64(ciphertext) }

    /// Nil where the text is no base64.
    package static func ciphertext(text: String) -> [UInt8]? { Sodium.bytes(base64: text) }
}
