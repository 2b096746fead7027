package import BoardDomain

/// An event as a command proposes it; the log adds position, version, recorded instant and hash.
package struct EventDraft: Sendable, Equatable {
    /// The event that led to this one.
    package enum Causation: Sendable, Hashable {
        case none
        /// An event that is already in the log.
        case position(Int64)
        /// The index of an earlier event of the same request.
        case inBatch(Int)
    }

    package var stream: String
    package var type: String
    /// The version of the payload's shape.
    package var schema: Int
    package var occurredAt: Instant
    /// The person, or `clock`.
    package var actor: String
    /// The organisation, empty for none.
    package var onBehalfOf: String
    package var correlation: String
    package var causation: Causation
    /// The version of the policy that the decision was made under.
    package var policy: String
    /// JSON; exactly these bytes are hashed.
    package var payload: String

    package init(
        stream: String, type: String, schema: Int, occurredAt: Instant, actor: String,
        onBehalfOf: String, correlation: String, causation: Causation, policy: String,
        payload: String
    ) {
        self.stream = stream
        self.type = type
        self.schema = schema
        self.occurredAt = occurredAt
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.correlation = correlation
        self.causation = causation
        self.policy = policy
        self.payload = payload
    }
}
