package import BoardDomain

/// A moment in the log's past, from which a question is answered.
package enum AsOf: Sendable, Hashable {
    /// After the event at this position; one beyond the end stands for the end.
    case position(Int64)
    /// After the last event that was recorded by then.
    case recorded(by: Instant)
}
