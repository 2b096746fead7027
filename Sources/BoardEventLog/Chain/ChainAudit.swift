import BoardDomain

/// Walks the rows in order and says what is wrong first; the caller brings the rows.
struct ChainAudit {
    private let genesis: Digest
    private(set) var position: Int64 = 0
    private(set) var head: Digest
    private var recordedAt = ""
    private var versions: [String: Int] = [:]
    /// The hashes that a checkpoint or the anchor speaks of.
    private var witnessed: [Int64: Digest]
    private let wanted: Set<Int64>

    init(board: String, wanted: Set<Int64>) {
        genesis = Chain.genesis(board: board)
        head = genesis
        witnessed = [0: genesis]
        self.wanted = wanted
    }

    /// - Parameters:
    ///   - recordedAt: in the form of the rows, which sorts as text.
    ///   - digest: recomputed from the row's columns.
    ///   - hash: as stored; nil where it is not one.
    mutating func advance(
        position: Int64, stream: String, version: Int, recordedAt: String, digest: Digest,
        hash: Digest?
    ) -> VerificationFault? {
        guard position == self.position + 1 else { return .missing(position: self.position + 1) }
        let expected = Chain.next(previous: head, digest: digest)
        guard expected == hash else { return .hash(position: position) }
        let next = versions[stream, default: 0] + 1
        guard version == next else {
            return .streamVersion(
                position: position, stream: stream, expected: next, found: version)
        }
        guard recordedAt >= self.recordedAt else { return .recordedBackwards(position: position) }
        versions[stream] = version
        self.position = position
        self.recordedAt = recordedAt
        head = expected
        if wanted.contains(position) { witnessed[position] = expected }
        return nil
    }

    /// Compares what was walked with the checkpoints inside and the anchor from outside.
    func settle(
        checkpoints: [Checkpoint], keys: [RegisteredKey], board: String, anchor: Anchor?
    ) -> VerificationFault? {
        for checkpoint in checkpoints {
            let at = checkpoint.position
            guard let hash = witnessed[at] else {
                return .checkpointBeyondEnd(position: at, last: position)
            }
            guard hash == checkpoint.hash else { return .checkpointHash(position: at) }
            guard let key = keys.first(where: { $0.covers(checkpoint) }) else {
                return .checkpointKey(position: at, keyID: checkpoint.keyID)
            }
            guard checkpoint.isSigned(board: board, by: key.publicKey) else {
                return .checkpointSignature(position: at)
            }
        }
        guard let anchor else { return nil }
        let at = anchor.checkpoint.position
        guard anchor.board == board else { return .anchorOfAnotherBoard(board: anchor.board) }
        guard let hash = witnessed[at] else {
            return .anchorBeyondEnd(position: at, last: position)
        }
        guard hash == anchor.checkpoint.hash else { return .anchorHash(position: at) }
        guard let key = keys.first(where: { $0.covers(anchor.checkpoint) }) else {
            return .anchorKey(position: at, keyID: anchor.checkpoint.keyID)
        }
        return anchor.checkpoint.isSigned(board: board, by: key.publicKey)
            ? nil : .anchorSignature(position: at)
    }
}
