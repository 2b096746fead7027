/// A stream as it stands at a version, so that nobody has to replay it.
package struct StreamSnapshot: Sendable, Hashable {
    package let stream: String
    package let version: Int
    /// What the service wrote; the log refuses to know what it means.
    package let bytes: [UInt8]

    package init(stream: String, version: Int, bytes: [UInt8]) {
        self.stream = stream
        self.version = version
        self.bytes = bytes
    }
}

/// What becomes of a stream's snapshot when its projection is replaced.
package enum SnapshotChange: Sendable, Hashable {
    /// There is none, or none any more.
    case absent
    /// The one that stands there, if any, goes on standing: the events since are few.
    case kept
    case taken(version: Int, bytes: [UInt8])
}
