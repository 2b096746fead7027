/// A value that a field of a command or an event can hold.
package protocol FieldValue: Hashable, Sendable {
    static var shape: FieldShape { get }
    /// Nil where the value is not of the shape.
    init?(json: JSON)
    var json: JSON { get }
}

/// A named, typed field: `record[F.amount]` is a `Money?`, checked by the compiler.
package struct Field<Value: FieldValue>: Sendable {
    package let name: String
    package let shape: FieldShape

    package init(_ name: String, _ shape: FieldShape = Value.shape) {
        self.name = name
        self.shape = shape
    }
}

/// The board's fields, one constant a name; each concept declares its own in an extension.
package enum F {}
