package import BoardDomain

/// Everything one command changes: recorded in one transaction, or not at all.
package struct AppendRequest: Sendable {
    package var person: String
    /// The idempotency key, unique per person; time-ordered keys are stored a third faster.
    package var commandID: String
    /// The digest of the command's body: another body under the same key is refused (I4).
    package var body: Digest
    /// JSON text that a repetition of the command gets back; nil where the events say it all, so
    /// that their positions are kept in its place.
    package var outcome: String?
    /// Empty for a refusal, which is stored too (I4).
    package var events: [EventDraft]
    /// The version that each stream must have, 0 for a new one; streams not named are not checked.
    package var expecting: [String: Int]
    /// The hash of the row that must precede this batch (C14: the head captured at a call's close).
    package var expectedHead: Digest?
    /// Carried out after the erasures; a deposit for the same bid and opener replaces the old one.
    package var keyDeposits: [SealedKey]
    package var keyErasures: [KeyErasure]
    /// Carried out after the erasures; a deposit for the same person replaces the old one.
    package var personKeys: [PersonKey]
    /// The persons whose keys go: once `owesErasure` says no, their bytes are nowhere in the file.
    package var personErasures: [String]
    package var projections: [StreamProjection]
    /// The server's instant; the log stores the later of this and the previous row's.
    package var recordedAt: Instant

    package init(
        person: String, commandID: String, body: Digest, outcome: String?,
        events: [EventDraft] = [], expecting: [String: Int] = [:], expectedHead: Digest? = nil,
        keyDeposits: [SealedKey] = [], keyErasures: [KeyErasure] = [],
        personKeys: [PersonKey] = [], personErasures: [String] = [],
        projections: [StreamProjection] = [], recordedAt: Instant
    ) {
        self.person = person
        self.commandID = commandID
        self.body = body
        self.outcome = outcome
        self.events = events
        self.expecting = expecting
        self.expectedHead = expectedHead
        self.keyDeposits = keyDeposits
        self.keyErasures = keyErasures
        self.personKeys = personKeys
        self.personErasures = personErasures
        self.projections = projections
        self.recordedAt = recordedAt
    }
}
