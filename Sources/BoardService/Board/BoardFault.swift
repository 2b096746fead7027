package import BoardDomain

/// What goes wrong around the rules: nothing found, not allowed here, a key that does not open.
package enum BoardFault: Error, Hashable, Sendable {
    /// No such challenge, object, person or command.
    case notFound(String)
    /// No policy is in force at the instant.
    case noPolicy(Instant)
    /// `--at` on a board that is neither a sample nor a simulation.
    case instantNotAllowed
    /// `--at` before the last row of the log: what is over is not done again.
    case instantPast(given: Instant, last: Instant)
    /// A command is tried out at an instant before which the clock has something to do in so many
    /// streams: what would be so then is not known yet.
    case stepsDue(count: Int, at: Instant)
    /// Others have changed the stream since the person read it; the last change that he may see.
    case changedSince(stream: String, read: Int64, last: Int64)
    /// The person has no key file, or one already.
    case keyMissing(PersonID)
    case keyExists(PersonID)
    /// The wrapped shares of a bid are not there.
    case sharesMissing(bid: String)
    /// The person is not one of the call's two openers.
    case notAnOpener(PersonID)
}
