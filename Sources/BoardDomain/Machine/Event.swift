/// One thing that happened to one object, under one row of the table.
package struct Event: Hashable, Sendable {
    package let type: EventType
    /// The row or duty under which it happened: `C9`, `K15/substitute`.
    package let rule: String
    /// The first half of the name of a step or an overdue mark, empty for a fact.
    package let act: String
    package let subject: ObjectReference
    /// The state that it puts its subject in; nil where the state stays.
    package let state: String?
    package let fields: Record
    package let by: Signature
    /// The domain's instant: for the clock the instant at which it was due, however late it ran.
    package let at: Instant

    package init(
        type: EventType, rule: String, act: String = "", subject: ObjectReference, state: String?,
        fields: Record, by: Signature, at: Instant
    ) {
        self.type = type
        self.rule = rule
        self.act = act
        self.subject = subject
        self.state = state
        self.fields = fields
        self.by = by
        self.at = at
    }

    /// The name in the log's `type` column: `ListPublished`, `ArgumentConclusionProposed`.
    package var name: String { type.actSuffix.map { act + $0 } ?? type.name }

    /// What is hashed and kept; what stands in columns of the row is not in it.
    package var payload: JSON {
        var members: [String: JSON] = [
            "rule": .string(rule), "object": .string(subject.text), "fields": fields.json,
            "as": .string(by.capacity.rawValue),
        ]
        if let state { members["state"] = .string(state) }
        return .object(members)
    }

    /// Reads an event back from a row of the log; nil where the program does not know the type or
    /// the payload, which stops it (it never skips what it does not understand).
    package init?(
        name: String, payload: JSON, actor: String, organisation: String, at: Instant
    ) {
        guard let (type, act) = Self.known[name],
            let rule = payload["rule"]?.string,
            let subject = payload["object"].flatMap(ObjectReference.init(json:)),
            let fields = payload["fields"]?.object,
            let capacity = payload["as"].flatMap(Capacity.init(json:))
        else { return nil }
        self.init(
            type: type, rule: rule, act: act, subject: subject, state: payload["state"]?.string,
            fields: Record(fields),
            by: Signature(
                actor: actor == Self.clockName ? .clock : .person(actor), capacity: capacity,
                organisation: organisation),
            at: at)
    }

    /// How the clock stands in the log's `actor` column.
    package static let clockName = "clock"

    /// Every name that the table can give an event, with the type and the act.
    private static let known: [String: (type: EventType, act: String)] = {
        var known: [String: (type: EventType, act: String)] = [:]
        for act in TransitionTable.standard.acts {
            for type in EventType.actTypes { known[act + (type.actSuffix ?? "")] = (type, act) }
        }
        // A fact that is called like an act's event is the fact.
        for type in EventType.allCases where type.actSuffix == nil { known[type.name] = (type, "") }
        return known
    }()
}
