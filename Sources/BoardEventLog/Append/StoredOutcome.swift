package import BoardDomain

/// The first outcome of a command, with the digest of the body that it answered.
package struct StoredOutcome: Sendable, Equatable {
    package let body: Digest
    /// JSON text.
    package let outcome: String

    package init(body: Digest, outcome: String) {
        self.body = body
        self.outcome = outcome
    }
}
