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

    /// Events in the order of the log; an empty array at its end.
    func events(after position: Int64, limit: Int) async throws -> [EventRow]

    /// The events of one stream after a version.
    func stream(_ name: String, after version: Int) async throws -> [EventRow]

    /// The streams whose names begin so, in order of their names.
    func streams(prefix: String) async throws -> [String]

    /// The number after the highest one that streams `prefix` + digits bear, 1 where there is none.
    /// All numbers under one prefix have the same width.
    func nextNumber(prefix: String) async throws -> Int

    func head() async throws -> LogHead

    /// The wrapped shares of a bid's key, by opener.
    func sealedKeys(bid: String) async throws -> [SealedKey]

    /// Signs the head; where it has been signed already, gives that signature.
    func checkpoint(at instant: Instant) async throws -> Checkpoint

    /// Puts a fresh signing key in the place of the present one.
    func rotateSigningKey(at instant: Instant) async throws

    /// From the oldest on.
    func checkpoints() async throws -> [Checkpoint]

    /// From the oldest on; one of them, at most, has no end.
    func signingKeys() async throws -> [RegisteredKey]

    /// Walks the whole log, its checkpoints and the anchor, if there is one (I2).
    func verify(anchor: Anchor?) async throws -> LogAudit

    /// Lets go of the file; every later call throws `closed`.
    func close() async throws
}
