package import BoardDomain

/// A signed statement that the log had this hash at this position.
package struct Checkpoint: Sendable, Hashable {
    /// 0 for a board without events: the hash is its genesis.
    package let position: Int64
    package let hash: Digest
    package let at: Instant
    /// SHA-256 of the public key, in hexadecimal.
    package let keyID: String
    /// Ed25519, 64 bytes, over `message(board:)`.
    package let signature: [UInt8]

    package init(
        position: Int64, hash: Digest, at: Instant, keyID: String, signature: [UInt8]
    ) {
        self.position = position
        self.hash = hash
        self.at = at
        self.keyID = keyID
        self.signature = signature
    }

    /// Signs the head of a board's log.
    package init(of head: LogHead, board: String, at: Instant, key: SigningKey) {
        let message = Self.message(
            board: board, position: head.position, hash: head.hash, at: at, keyID: key.id)
        self.init(
            position: head.position, hash: head.hash, at: at, keyID: key.id,
            signature: key.sign(message))
    }

    /// The text that is signed.
    package func message(board: String) -> String {
        Self.message(board: board, position: position, hash: hash, at: at, keyID: keyID)
    }

    private static func message(
        board: String, position: Int64, hash: Digest, at: Instant, keyID: String
    ) -> String {
        "jiebang-checkpoint/1\n\(board)\n\(position)\n\(hash.text)\n\(at.text)\n\(keyID)\n"
    }

    package func isSigned(board: String, by publicKey: [UInt8]) -> Bool {
        SigningKey.verifies(signature, of: message(board: board), publicKey: publicKey)
    }
}
