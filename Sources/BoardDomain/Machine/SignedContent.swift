/// What the signers of an act in parts sign of the objects, beside the command's fields.
///
/// Each signature records the digest of it, and a change of it ends the act that waits, so that no
/// signature stands under another text. It is read from the row's own stream, and is no secret with few
/// values: whoever sees the step sees its digest.
package struct SignedContent: Sendable {
    private let content: @Sendable (Turn) -> JSON?

    init(_ content: @escaping @Sendable (Turn) -> JSON?) { self.content = content }

    /// SHA-256 of its canonical JSON, of the empty object where there is nothing.
    func digest(in turn: Turn) -> Digest { turn.context.digest(content(turn) ?? [:]) }
}
