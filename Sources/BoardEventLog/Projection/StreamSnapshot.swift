/// A stream as it stands at a version, so that nobody has to replay it.
package struct StreamSnapshot: Sendable, Hashable {
    package let stream: String
    package let version: Int
    /// What the service wrote; the log refuses to know what it means.
    package let text: String

    package init(stream: String, version: Int, text: String) {
        self.stream = stream
        self.version = version
        self.text = text
    }
}
