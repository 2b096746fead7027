package import BoardDomain

/// That somebody was shown restricted objects (I27).
package struct ObjectRead: Sendable, Equatable {
    /// In the record of reads; 0 before it is recorded.
    package var position: Int64 = 0
    package let at: Instant
    /// Who was shown them; nil for the public.
    package let person: PersonID?
    /// In which capacities.
    package let capacities: [String]
    /// Whose objects they are: `challenge/XC-2026-0007`.
    package let stream: String
    package let objects: [String]
    /// By which question: `show`, `print`, `timeline`, `log`.
    package let question: String
    /// The position of the board's log at which the past was asked; nil for the present.
    package let asOf: Int64?

    package init(
        at: Instant, person: PersonID?, capacities: [String], stream: String, objects: [String],
        question: String, asOf: Int64?
    ) {
        self.at = at
        self.person = person
        self.capacities = capacities
        self.stream = stream
        self.objects = objects
        self.question = question
        self.asOf = asOf
    }

    static let type = "ObjectRead"
    /// How the public stands in the column `actor`.
    private static let nobody = "public"

    /// The same with fewer objects.
    package func limited(to objects: [String]) -> ObjectRead {
        var read = ObjectRead(
            at: at, person: person, capacities: capacities, stream: stream, objects: objects,
            question: question, asOf: asOf)
        read.position = position
        return read
    }

    var actor: String { person ?? Self.nobody }

    var draft: EventDraft {
        var payload: [String: JSON] = [
            "as": .array(capacities.map(JSON.string)),
            "objects": .array(objects.map(JSON.string)), "question": .string(question),
        ]
        payload["asOf"] = asOf.map(JSON.integer)
        return EventDraft(
            stream: stream, type: Self.type, schema: 1, occurredAt: at, actor: actor,
            onBehalfOf: "", correlation: stream, causation: .none, policy: "",
            payload: JSON.object(payload).canonicalText)
    }

    init(_ row: EventRow) throws(EventLogError) {
        guard let payload = try? JSONReader.read(row.payload),
            let capacities = payload["as"]?.array?.compactMap(\.string),
            let objects = payload["objects"]?.array?.compactMap(\.string),
            let question = payload["question"]?.string
        else { throw .corrupt(position: row.position, column: "payload") }
        self.init(
            at: row.occurredAt, person: row.actor == Self.nobody ? nil : row.actor,
            capacities: capacities, stream: row.stream, objects: objects, question: question,
            asOf: payload["asOf"]?.integer)
        position = row.position
    }
}
