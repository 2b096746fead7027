/// The number of a document in use, unique per kind across the board while it is projected (I24).
package struct DocumentNumberRow: Sendable, Hashable {
    package var number: String
    /// What it is evidence of, inside the stream.
    package var object: String
    /// The kind of document: numbers of two kinds never collide.
    package var kind: String

    package init(number: String, object: String, kind: String) {
        self.number = number
        self.object = object
        self.kind = kind
    }
}

/// Where a document number is in use.
package struct DocumentNumberHolder: Sendable, Hashable {
    package let stream: String
    package let object: String

    package init(stream: String, object: String) {
        self.stream = stream
        self.object = object
    }
}
