package import BoardDomain

/// What a command left in the log; once it is handed out, its events survive a power cut.
package struct AppendReceipt: Sendable, Equatable {
    /// The outcome stored with the command: the first one where the command is a repetition.
    package let outcome: String
    /// Nil where nothing was appended: a refusal or a repetition.
    package let positions: ClosedRange<Int64>?
    /// The hash of the last row after this command.
    package let head: Digest
    /// The new version of every stream that was appended to.
    package let versions: [String: Int]
    /// Whether the same person, key and body had been here before (I4).
    package let repeated: Bool

    package init(
        outcome: String, positions: ClosedRange<Int64>?, head: Digest, versions: [String: Int],
        repeated: Bool
    ) {
        self.outcome = outcome
        self.positions = positions
        self.head = head
        self.versions = versions
        self.repeated = repeated
    }
}
