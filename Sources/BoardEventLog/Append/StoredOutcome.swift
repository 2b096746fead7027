package import BoardDomain

/// The first outcome of a command, with the digest of the body that it answered.
package struct StoredOutcome: Sendable, Equatable {
    package let body: Digest
    /// JSON text: the command's own, or the positions of its events.
    package let outcome: String

    package init(body: Digest, outcome: String) {
        self.body = body
        self.outcome = outcome
    }

    /// `[first,last]`: of an accepted command. What it recorded stands in the events; said again it
    /// was an eighth of a board's file.
    static func text(_ positions: ClosedRange<Int64>) -> String {
        "[\(positions.lowerBound),\(positions.upperBound)]"
    }

    /// The positions of the events that are the outcome; nil where it has a text of its own.
    package static func positions(in outcome: String) -> ClosedRange<Int64>? {
        guard case .array(let ends) = try? JSONReader.read(outcome), ends.count == 2,
            case .integer(let first) = ends[0], case .integer(let last) = ends[1], first <= last
        else { return nil }
        return first...last
    }
}
