package import BoardDomain

/// A public key that the board lists, and the time in which it may sign.
package struct RegisteredKey: Sendable, Hashable {
    package let id: String
    package let publicKey: [UInt8]
    package let from: Instant
    /// Nil for the key in force.
    package let until: Instant?

    package init(id: String, publicKey: [UInt8], from: Instant, until: Instant?) {
        self.id = id
        self.publicKey = publicKey
        self.from = from
        self.until = until
    }

    /// Whether the checkpoint names this key, the id is this key's, and its time had come.
    func covers(_ checkpoint: Checkpoint) -> Bool {
        checkpoint.keyID == id && SigningKey.id(of: publicKey) == id && checkpoint.at >= from
            && until.map { checkpoint.at <= $0 } ?? true
    }
}
