package import BoardDomain

/// One row of the log: as it was written, but for a payload of an older schema.
package struct EventRow: Sendable, Equatable {
    /// 1, 2, 3, … without a gap (I1).
    package let position: Int64
    package let stream: String
    /// 1..n inside the stream (I1).
    package let version: Int
    package let type: String
    /// The payload is read in the newest schema, whatever it was written in.
    package internal(set) var schema: Int
    package let occurredAt: Instant
    /// Never before the previous row's.
    package let recordedAt: Instant
    package let actor: String
    package let onBehalfOf: String
    package let commandID: String
    package let correlation: String
    /// The position of the event that led here, 0 for none.
    package let causation: Int64
    package let policy: String
    package internal(set) var payload: String
    package internal(set) var hash: Digest

    package init(
        position: Int64, stream: String, version: Int, type: String, schema: Int,
        occurredAt: Instant, recordedAt: Instant, actor: String, onBehalfOf: String,
        commandID: String, correlation: String, causation: Int64, policy: String, payload: String,
        hash: Digest
    ) {
        self.position = position
        self.stream = stream
        self.version = version
        self.type = type
        self.schema = schema
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.commandID = commandID
        self.correlation = correlation
        self.causation = causation
        self.policy = policy
        self.payload = payload
        self.hash = hash
    }
}
