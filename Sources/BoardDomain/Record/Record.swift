/// Named values: the fields of a command, or of an event's payload.
package struct Record: Hashable, Sendable {
    package private(set) var members: [String: JSON]

    package init(_ members: [String: JSON] = [:]) { self.members = members }

    package init(_ build: (inout Record) -> Void) {
        members = [:]
        build(&self)
    }

    package var isEmpty: Bool { members.isEmpty }
    package var json: JSON { .object(members) }

    /// Nil where the field is absent or of another shape; commands are checked before they get here.
    package subscript<Value>(field: Field<Value>) -> Value? {
        get { members[field.name].flatMap(Value.init(json:)) }
        set { members[field.name] = newValue?.json }
    }

    package subscript<Value>(field: Field<Value>, default value: @autoclosure () -> Value) -> Value
    {
        self[field] ?? value()
    }

    package subscript(name name: String) -> JSON? { members[name] }

    /// A list field; empty where it is absent.
    package subscript<Element>(field: Field<[Element]>) -> [Element] {
        get { members[field.name].flatMap([Element].init(json:)) ?? [] }
        set { members[field.name] = newValue.json }
    }

    /// This record with every member of `other` put over it.
    package func merging(_ other: Record) -> Record {
        Record(members.merging(other.members) { _, new in new })
    }
}

/// A value made of fields: an indicator, a milestone's plan, a vote.
package protocol RecordValue: FieldValue, Codable {
    static var fields: [FieldUse] { get }
    /// Nil where a required field is missing; the shapes have been checked.
    init?(record: Record)
    var record: Record { get }
}

extension RecordValue {
    package static var shape: FieldShape { .record(fields) }
    package init?(json: JSON) {
        guard let members = json.object else { return nil }
        self.init(record: Record(members))
    }
    package var json: JSON { record.json }
}
