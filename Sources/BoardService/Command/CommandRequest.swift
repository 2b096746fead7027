package import BoardDomain

/// A command with what makes it safe to repeat: the key under which it is known.
package struct CommandRequest: Sendable {
    package var command: Command
    /// The idempotency key.
    package var id: String
    /// The case or request that it belongs to.
    package var correlation: String
    /// The stream's version that a face rehearsed on; nil where any will do. Told to nobody: it counts
    /// what the person may not see yet.
    package var expectedVersion: Int?
    /// The position of the log up to which the person has read the stream; nil where any will do.
    package var lastRead: Int64?
    /// A past instant, on sample and simulation boards only; nil for now.
    package var at: Instant?
    /// Whether the stream is the next free name, which the board gave and not the person.
    package var namesStreamAnew: Bool

    package init(
        _ command: Command, id: String, correlation: String? = nil, expectedVersion: Int? = nil,
        lastRead: Int64? = nil, at: Instant? = nil, namesStreamAnew: Bool = false
    ) {
        self.command = command
        self.id = id
        self.correlation = correlation ?? command.stream.id
        self.expectedVersion = expectedVersion
        self.lastRead = lastRead
        self.at = at
        self.namesStreamAnew = namesStreamAnew
    }

    /// What is compared when the same key comes again (I4); by then the next free name is another.
    var body: JSON {
        let kind = command.stream.kind
        return [
            "stream": .string(namesStreamAnew ? kind.rawValue + "/new" : command.stream.text),
            "object": .string(command.subject.text),
            "command": .string(command.name), "fields": Protection(command).withoutContacts.json,
        ]
    }
}
