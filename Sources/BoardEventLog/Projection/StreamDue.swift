package import BoardDomain

/// A stream in which the clock has something to do, and when.
package struct StreamDue: Sendable, Hashable {
    package let stream: String
    package let due: Instant

    package init(stream: String, due: Instant) {
        self.stream = stream
        self.due = due
    }
}
