package import BoardDomain

/// The append-only log that is the board's only truth; every implementation passes one contract
/// suite.
///
/// It refuses to know what an event means: it knows streams, versions, bytes and their chain.
package protocol EventLog: ProjectionQueries {
    var board: BoardIdentity { get }

    /// Records all that a command changes, or throws and changes nothing.
    ///
    /// Once it returns, the events survive a power cut. The same person, key and body again gives
    /// the first outcome and appends nothing (I4). Throws `EventLogError`.
    func append(_ request: AppendRequest) async throws -> AppendReceipt

    /// What a command was answered; nil where the log has not seen it (I4).
    func outcome(person: String, commandID: String) async throws -> StoredOutcome?

    /// Events in the order of the log, up to a position; an empty array at its end.
    func events(after position: Int64, through last: Int64, limit: Int) async throws -> [EventRow]

    /// The same rows as they were recorded and hashed: payloads of older schemas are not lifted.
    func recordedRows(
        after position: Int64, through last: Int64, limit: Int
    ) async throws -> [EventRow]

    /// What is there after a position and then what comes, by whichever process: without a gap and
    /// without a repetition.
    func subscribe(after position: Int64) -> EventSubscription

    /// The events of one stream after a version, up to a position of the log.
    func stream(_ name: String, after version: Int, through last: Int64) async throws -> [EventRow]

    /// The streams whose names begin so and that had an event by a position, in order of their
    /// names.
    func streams(prefix: String, through last: Int64) async throws -> [String]

    /// The events of all streams whose names begin so, up to a position: stream by stream, in the
    /// order of their names.
    func events(inStreams prefix: String, through last: Int64) async throws -> [EventRow]

    /// The number after the highest one that streams `prefix` + digits bear, 1 where there is none.
    /// All numbers under one prefix have the same width.
    func nextNumber(prefix: String) async throws -> Int

    func head() async throws -> LogHead

    /// The end of the log as it was then: its position bounds all else that is asked of that time.
    func head(asOf moment: AsOf) async throws -> LogHead

    /// Makes all projections anew from the first event on, beside the old ones, and puts them in
    /// their place at once. Until then the old ones answer; what is appended meanwhile is not
    /// missed. Killed halfway, it has changed nothing.
    ///
    /// - Parameter progress: called after every few thousand events.
    /// - Throws: what the fold throws, and `EventLogError`.
    func rebuildProjections(
        with fold: some ProjectionFold, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws

    /// The wrapped shares of a bid's key, by opener.
    func sealedKeys(bid: String) async throws -> [SealedKey]

    /// The keys of those persons who have one, by person.
    func personKeys(of persons: Set<String>) async throws -> [String: [UInt8]]

    /// Whether bytes of erased keys may still lie in the file: a reader stood on the old pages, the
    /// disk was full, or the program ended in between. Whoever opens the log or writes next settles it.
    func owesErasure() async throws -> Bool

    /// Signs the head; where it has been signed already, gives that signature.
    func checkpoint(at instant: Instant) async throws -> Checkpoint

    /// Signs a text with the board's present key, whose id the text may name: 64 bytes of Ed25519.
    ///
    /// - Throws: `readOnly` for a past, `signingKeyMissing`.
    func sign(
        _ text: @Sendable (_ keyID: String) -> String
    ) async throws -> (keyID: String, signature: [UInt8])

    /// Puts a fresh signing key in the place of the present one.
    func rotateSigningKey(at instant: Instant) async throws

    /// From the oldest on.
    func checkpoints() async throws -> [Checkpoint]

    /// From the oldest on; one of them, at most, has no end.
    func signingKeys() async throws -> [RegisteredKey]

    /// Walks the whole log, its checkpoints and the anchor, if there is one (I2).
    ///
    /// - Parameter progress: called after every few thousand events.
    func verify(
        anchor: Anchor?, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws -> LogAudit

    /// Lets go of the file; every later call throws `closed`.
    func close() async throws
}

extension EventLog {
    /// Walks the whole log, its checkpoints and the anchor, if there is one (I2).
    package func verify(anchor: Anchor?) async throws -> LogAudit {
        try await verify(anchor: anchor) { _ in }
    }

    /// Events in the order of the log; an empty array at its end.
    package func events(after position: Int64, limit: Int) async throws -> [EventRow] {
        try await events(after: position, through: .max, limit: limit)
    }

    /// The events of one stream after a version.
    package func stream(_ name: String, after version: Int) async throws -> [EventRow] {
        try await stream(name, after: version, through: .max)
    }

    /// The streams whose names begin so, in order of their names.
    package func streams(prefix: String) async throws -> [String] {
        try await streams(prefix: prefix, through: .max)
    }
}
