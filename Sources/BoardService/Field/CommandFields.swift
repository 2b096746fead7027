package import BoardDomain

/// The fields that a command takes, over all its rows, and how a command line gives them.
package struct CommandFields: Sendable {
    /// By name; rows of one command may use one name in several shapes.
    private let shapes: [String: [FieldShape]]
    private let names: [String]
    private let reader: FieldReader

    package init(_ rows: [Transition], reader: FieldReader) {
        var shapes: [String: [FieldShape]] = [:]
        var names: [String] = []
        for use in rows.flatMap(\.declaredFields) {
            if shapes[use.name] == nil { names.append(use.name) }
            if shapes[use.name]?.contains(use.shape) != true {
                shapes[use.name, default: []].append(use.shape)
            }
        }
        self.shapes = shapes
        self.names = names
        self.reader = reader
    }

    /// Reads `name=value` arguments over the members of a JSON object, which they replace.
    package func record(
        arguments: [String], input: JSON? = nil
    ) throws(FieldInputFault) -> Record {
        var members: [String: JSON] = [:]
        if let input {
            guard let object = input.object else {
                throw FieldInputFault(path: "", given: input.canonicalText, reason: .noObject)
            }
            for name in object.keys.sorted() {
                let json = object[name] ?? ""
                members[name] = try first(name, given: json.canonicalText) {
                    (shape) throws(FieldInputFault) in
                    try reader.read(json, as: shape, path: name)
                }
            }
        }
        var typed: Set<String> = []
        for argument in arguments {
            guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
                throw FieldInputFault(path: argument, given: argument, reason: .noName)
            }
            let name = Width.trimmed(argument[..<equals])
            let text = String(argument[argument.index(after: equals)...])
            let value = try first(name, given: text) { (shape) throws(FieldInputFault) in
                try reader.read(text, as: shape, path: name)
            }
            if typed.insert(name).inserted {
                members[name] = value
            } else if case .array(let items) = value, let earlier = members[name]?.array {
                members[name] = .array(earlier + items)
            } else {
                throw FieldInputFault(path: name, given: text, reason: .twice)
            }
        }
        return Record(members)
    }

    /// The value in the first shape that takes it; the fault of the first where none does.
    private func first(
        _ name: String, given: String, _ read: (FieldShape) throws(FieldInputFault) -> JSON
    ) throws(FieldInputFault) -> JSON {
        guard let shapes = shapes[name] else {
            throw FieldInputFault(path: name, given: given, reason: .unknown(names))
        }
        var fault: FieldInputFault?
        for shape in shapes {
            do {
                return try read(shape)
            } catch {
                fault = fault ?? error
            }
        }
        throw fault ?? FieldInputFault(path: name, given: given, reason: .unknown(names))
    }
}
