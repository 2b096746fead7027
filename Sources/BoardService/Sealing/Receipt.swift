package import BoardDomain

/// What the bidder takes home: the board's signature under when and where his seal was recorded.
package struct Receipt: Hashable, Sendable {
    /// What the signature covers.
    package struct Body: Hashable, Sendable {
        package let board: String
        package let challenge: String
        package let bid: String
        package let commitment: Digest
        package let position: Int
        /// Hash of the row at `position`.
        package let head: Digest
        package let at: Instant

        package init(
            board: String, challenge: String, bid: String, commitment: Digest, position: Int,
            head: Digest, at: Instant
        ) {
            self.board = board
            self.challenge = challenge
            self.bid = bid
            self.commitment = commitment
            self.position = position
            self.head = head
            self.at = at
        }
    }

    private static let format = "jiebang-receipt/1"

    package let body: Body
    /// SHA-256 of the public key that verifies the signature.
    package let keyID: Digest
    /// Ed25519.
    package let signature: [UInt8]

    /// Signs with libsodium's 64-byte Ed25519 secret key; nil for a key of another length, a
    /// position before the first, or an id with a control: a line break would forge a line.
    package init?(signing body: Body, secretKey: [UInt8]) {
        guard secretKey.count == 64 else { return nil }
        let keyID = Sodium.sha256(Array(secretKey[32...]))
        self.init(
            body, keyID: keyID,
            signature: Sodium.sign(
                Array(Self.signedText(body, keyID: keyID).utf8), secretKey: secretKey))
    }

    /// As whoever holds the key has signed it; nil for what could not be read again.
    init?(_ body: Body, keyID: Digest, signature: [UInt8]) {
        let ids = [body.board, body.challenge, body.bid]
        guard body.position > 0, signature.count == 64,
            ids.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 } })
        else { return nil }
        self.body = body
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads `text`; nil where it is not exactly that form. The signature is not checked yet.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 11, lines[0] == Self.format, let commitment = Digest(text: lines[4]),
            let position = Int(lines[5]), let head = Digest(text: lines[6]),
            let at = Instant(text: lines[7]), let keyID = Digest(text: lines[8]),
            let signature = Hexadecimal.bytes(lines[9]), signature.count == 64
        else { return nil }
        body = Body(
            board: lines[1], challenge: lines[2], bid: lines[3], commitment: commitment,
            position: position, head: head, at: at)
        self.keyID = keyID
        self.signature = signature
        guard self.text == text else { return nil }
    }

    /// One line each, with a line feed at the end: the format, board, challenge, bid, commitment,
    /// position, head, instant, key id; then the signature over these lines.
    package var text: String {
        Self.signedText(body, keyID: keyID) + Hexadecimal.text(signature) + "\n"
    }

    /// Whether the holder of this key signed exactly this receipt.
    package func isSigned(by publicKey: [UInt8]) -> Bool {
        Sodium.sha256(publicKey) == keyID
            && Sodium.isSignature(
                signature, of: Array(Self.signedText(body, keyID: keyID).utf8),
                publicKey: publicKey)
    }

    static func signedText(_ body: Body, keyID: Digest) -> String {
        let lines = [
            format, body.board, body.challenge, body.bid, body.commitment.text,
            String(body.position), body.head.text, body.at.text, keyID.text,
        ]
        return lines.map { $0 + "\n" }.joined()
    }
}
