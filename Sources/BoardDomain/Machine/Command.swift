/// What a person asks for.
package struct Command: Hashable, Sendable {
    package var stream: StreamID
    /// The object that it is put to; a command that creates one is put to the stream's own object.
    package let subject: ObjectReference
    package let name: String
    package let fields: Record
    package let person: PersonID

    package init(
        stream: StreamID, subject: ObjectReference, name: String, fields: Record = Record(),
        person: PersonID
    ) {
        self.stream = stream
        self.subject = subject
        self.name = name
        self.fields = fields
        self.person = person
    }

    /// Sends back an act that waits for a signature; `step` names its row.
    package static let sendBack = "send-back"
}

extension F {
    /// The key of the row whose act is sent back.
    package static let step = Field<String>("step", .text(40))
}

/// What a decision comes to: nothing has happened until the caller has appended it.
package struct Decision: Sendable {
    package let events: [(stream: StreamID, event: Event)]
    package let keyDeposits: [KeyDeposit]
    package let keyWithdrawals: [KeyWithdrawal]
    /// Subjects whose keys go.
    package let personKeyErasures: [String]
    /// The world as it will be.
    package let world: World

    init(_ turn: Turn) {
        events = turn.recorded
        keyDeposits = turn.keyDeposits
        keyWithdrawals = turn.keyWithdrawals
        personKeyErasures = turn.personKeyErasures
        world = turn.world
    }

    package var streams: Set<StreamID> { Set(events.map(\.stream)) }
}
