import BoardDomain

/// A checkpoint kept outside of the board: only it finds a tail that was cut (I2).
///
/// Its text is the checkpoint's signed text and one more line, the signature in hexadecimal.
package struct Anchor: Sendable, Hashable {
    package let board: String
    package let checkpoint: Checkpoint

    package init(board: String, checkpoint: Checkpoint) {
        self.board = board
        self.checkpoint = checkpoint
    }

    package var text: String {
        checkpoint.message(board: board) + Hexadecimal.text(checkpoint.signature) + "\n"
    }

    /// Nil unless the text is exactly what `text` gives, give or take the last line's end.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 7 || lines.count == 8 && lines[7].isEmpty,
            lines[0] == "jiebang-checkpoint/1", let position = Int64(lines[2]),
            let hash = Digest(text: lines[3]), let at = Instant(text: lines[4]),
            let signature = Hexadecimal.bytes(lines[6]), signature.count == 64
        else { return nil }
        let anchor = Anchor(
            board: lines[1],
            checkpoint: Checkpoint(
                position: position, hash: hash, at: at, keyID: lines[5], signature: signature))
        guard anchor.text == (lines.count == 8 ? text : text + "\n") else { return nil }
        self = anchor
    }
}
