import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What is being filled in for one shape: what is typed stays as it was typed, whatever it is worth.
indirect enum FormNode: Sendable, Hashable {
    /// A line: figures, days, codes, short texts.
    case line(TextEditor)
    /// Several lines of text.
    case area(TextEditor)
    /// Yes, no, or not said.
    case flag(Bool?)
    /// One of the names, or none yet.
    case choice([String], Int?)
    case record([FormField])
    case list(FieldShape, [FormNode])

    /// Texts of more scalars are typed in an area.
    private static let mostOfLine = 200

    init(_ shape: FieldShape) {
        switch shape {
        case .flag: self = .flag(nil)
        case .choice(let names): self = .choice(names, nil)
        case .record(let uses): self = .record(uses.map(FormField.init))
        case .list(let element): self = .list(element, [])
        case .text(let limit) where limit > Self.mostOfLine,
            .protectedText(let limit) where limit > Self.mostOfLine:
            self = .area(TextEditor(.body, limit: limit))
        case .text(let limit), .protectedText(let limit): self = .line(TextEditor(limit: limit))
        default: self = .line(TextEditor())
        }
    }

    /// Whether nothing has been said.
    var isBlank: Bool {
        switch self {
        case .line(let editor), .area(let editor): editor.text.isEmpty
        case .flag(let value): value == nil
        case .choice(_, let chosen): chosen == nil
        case .record(let fields): fields.allSatisfy(\.node.isBlank)
        case .list(_, let items): items.isEmpty
        }
    }

    // MARK: Drafts

    /// As it was typed, for a draft.
    var typed: JSON? {
        switch self {
        case .line(let editor), .area(let editor):
            return editor.text.isEmpty ? nil : .string(editor.text.string)
        case .flag(let value): return value.map { .boolean($0) }
        case .choice(let names, let chosen): return chosen.map { .string(names[$0]) }
        case .record(let fields):
            let members = fields.compactMap { field in
                field.node.typed.map { (field.use.name, $0) }
            }
            return members.isEmpty ? nil : .object(Dictionary(members) { $1 })
        case .list(_, let items):
            return items.isEmpty ? nil : .array(items.map { $0.typed ?? .object([:]) })
        }
    }

    /// Puts back what a draft holds; what does not fit is left out.
    mutating func restore(_ draft: JSON) {
        switch self {
        case .line(var editor):
            guard let text = draft.string else { return }
            editor.set(text)
            self = .line(editor)
        case .area(var editor):
            guard let text = draft.string else { return }
            editor.set(text)
            self = .area(editor)
        case .flag: self = .flag(draft.boolean)
        case .choice(let names, _):
            self = .choice(names, draft.string.flatMap(names.firstIndex(of:)))
        case .record(var fields):
            for place in fields.indices {
                guard let member = draft[fields[place].use.name] else { continue }
                fields[place].node.restore(member)
            }
            self = .record(fields)
        case .list(let element, _):
            self = .list(
                element,
                (draft.array ?? []).map { item in
                    var node = FormNode(element)
                    node.restore(item)
                    return node
                })
        }
    }

    // MARK: Values

    /// Fills in a value of the board, as somebody would type it.
    mutating func fill(_ value: JSON, as shape: FieldShape) {
        switch (self, shape, value) {
        case (.list, .list(let element), .array(let items)):
            self = .list(
                element,
                items.map { item in
                    var node = FormNode(element)
                    node.fill(item, as: element)
                    return node
                })
        case (.record(var fields), _, .object(let members)):
            for place in fields.indices {
                guard let member = members[fields[place].use.name] else { continue }
                fields[place].node.fill(member, as: fields[place].use.shape)
            }
            self = .record(fields)
        case (_, .money, .integer(let fen)): restore(.string(Money(fen: fen).wanNumber + "万元"))
        case (_, .basisPoints, .integer(let number)):
            restore(.string(BasisPoints(Int(number))?.text ?? String(number)))
        case (_, _, .integer(let number)): restore(.string(String(number)))
        default: restore(value)
        }
    }

    /// The value as the command takes it; nil where nothing has been said.
    ///
    /// - Throws: `FieldInputFault`, the first.
    func value(
        as shape: FieldShape, path: String, _ reader: FieldReader
    ) throws(FieldInputFault) -> JSON? {
        switch (self, shape) {
        case (.line(let editor), _), (.area(let editor), _):
            guard !editor.text.isEmpty else { return nil }
            return try reader.read(editor.text.string, as: shape, path: path)
        case (.flag(let value), _): return value.map { .boolean($0) }
        case (.choice(let names, let chosen), _): return chosen.map { .string(names[$0]) }
        case (.record(let fields), _):
            guard !isBlank else { return nil }
            return .object(try FormField.members(fields, path: path + ".", reader))
        case (.list(let element, let items), _):
            guard !items.isEmpty else { return nil }
            var values: [JSON] = []
            for (index, item) in items.enumerated() {
                let place = "\(path)[\(index + 1)]"
                guard let value = try item.value(as: element, path: place, reader) else {
                    throw FieldInputFault(
                        path: place, given: "", reason: .shape(element, .blank))
                }
                values.append(value)
            }
            return .array(values)
        }
    }
}

/// A field of a form: which one it is, and what is in it.
struct FormField: Sendable, Hashable {
    let use: FieldUse
    var node: FormNode

    init(_ use: FieldUse) {
        self.use = use
        node = FormNode(use.shape)
    }

    /// The values of fields, by name.
    ///
    /// - Throws: `FieldInputFault` of the first that is missing or not understood.
    static func members(
        _ fields: [FormField], path: String, _ reader: FieldReader
    ) throws(FieldInputFault) -> [String: JSON] {
        var members: [String: JSON] = [:]
        for field in fields {
            let place = path + field.use.name
            if let value = try field.node.value(as: field.use.shape, path: place, reader) {
                members[field.use.name] = value
            } else if field.use.required {
                throw FieldInputFault(
                    path: place, given: "", reason: .shape(field.use.shape, .blank))
            }
        }
        return members
    }
}
