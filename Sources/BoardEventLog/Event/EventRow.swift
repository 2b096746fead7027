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
    /// UTF-8, not yet checked to be: whoever reads JSON checks it, and twice was a tenth of the time
    /// that a stream takes.
    package internal(set) var payloadBytes: [UInt8]
    package internal(set) var hash: Digest

    package init(
        position: Int64, stream: String, version: Int, type: String, schema: Int,
        occurredAt: Instant, recordedAt: Instant, actor: String, onBehalfOf: String,
        commandID: String, correlation: String, causation: Int64, policy: String, payload: String,
        hash: Digest
    ) {
        self.init(
            position: position, stream: stream, version: version, type: type, schema: schema,
            occurredAt: occurredAt, recordedAt: recordedAt, actor: actor, onBehalfOf: onBehalfOf,
            commandID: commandID, correlation: correlation, causation: causation, policy: policy,
            payloadBytes: Array(payload.utf8), hash: hash)
    }

    init(
        position: Int64, stream: String, version: Int, type: String, schema: Int,
        occurredAt: Instant, recordedAt: Instant, actor: String, onBehalfOf: String,
        commandID: String, correlation: String, causation: Int64, policy: String,
        payloadBytes: [UInt8], hash: Digest
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
        self.payloadBytes = payloadBytes
        self.hash = hash
    }

    package internal(set) var payload: String {
        get { String(decoding: payloadBytes, as: UTF8.self) }
        set { payloadBytes = Array(newValue.utf8) }
    }
}
