import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What is being filled in for one shape: what is typed stays as it was typed, whatever it is worth.
indirect enum FormNode: Sendable, Hashable {
    /// A line: figures, days, codes, short texts, what is picked by its id.
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
        // Blanks alone say nothing.
        case .line(let editor), .area(let editor): editor.text.string.allSatisfy(\.isWhitespace)
        case .flag(let value): value == nil
        case .choice(_, let chosen): chosen == nil
        case .record(let fields): fields.allSatisfy(\.node.isBlank)
        case .list(_, let items): items.isEmpty
        }
    }

    /// How much of what was typed or pasted last found no room, in scalars.
    var overflow: Int {
        switch self {
        case .line(let editor), .area(let editor): editor.overflow
        default: 0
        }
    }

    /// What is typed in a line or an area, or chosen; nil of everything else.
    var text: String? {
        switch self {
        case .line(let editor), .area(let editor): editor.text.string
        case .choice(let names, let chosen): chosen.map { names[$0] }
        default: nil
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
        case (_, .money, .integer(let fen)): restore(.string(Money(fen: fen).wanNumber))
        case (_, .basisPoints, .integer(let number)):
            restore(.string(BasisPoints(Int(number)).map(Self.percent) ?? String(number)))
        case (_, .instant, .string(let text)):
            restore(.string(Instant(text: text)?.localText ?? text))
        case (_, _, .integer(let number)): restore(.string(String(number)))
        default: restore(value)
        }
    }

    /// `39.99`: the unit is told beside it.
    private static func percent(_ share: BasisPoints) -> String { String(share.text.dropLast()) }

    /// The value as the command takes it; nil where nothing has been said.
    ///
    /// - Throws: `FieldInputFault`, the first.
    func value(
        as shape: FieldShape, at place: FormPlace, _ reader: FormReader
    ) throws(FieldInputFault) -> JSON? {
        switch (self, shape) {
        case (.line(let editor), _), (.area(let editor), _):
            guard !isBlank else { return nil }
            return try reader.read(editor.text.string, as: shape, at: place)
        case (.flag(let value), _): return value.map { .boolean($0) }
        case (.choice(let names, let chosen), _): return chosen.map { .string(names[$0]) }
        case (.record(let fields), _):
            guard !isBlank else { return nil }
            return .object(try FormField.members(fields, of: place, reader))
        case (.list(let element, let items), _):
            guard !items.isEmpty else { return nil }
            var values: [JSON] = []
            for (index, item) in items.enumerated() {
                let place = place.element(index + 1)
                guard let value = try item.value(as: element, at: place, reader) else {
                    throw FieldInputFault(
                        path: place.path, given: "", reason: .shape(element, .blank))
                }
                values.append(value)
            }
            return .array(values)
        }
    }

    /// As much of the value as is understood by now.
    func understood(as shape: FieldShape, at place: FormPlace, _ reader: FormReader) -> JSON? {
        switch (self, shape) {
        case (.record(let fields), _):
            let members = FormField.understood(fields, of: place, reader)
            return members.isEmpty ? nil : .object(members)
        case (.list(let element, let items), _):
            let values = items.enumerated().compactMap { index, item in
                item.understood(as: element, at: place.element(index + 1), reader)
            }
            return values.isEmpty ? nil : .array(values)
        default: return try? value(as: shape, at: place, reader)
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

    /// The values of a record's fields, by name.
    ///
    /// - Throws: `FieldInputFault` of the first that is missing or not understood.
    static func members(
        _ fields: [FormField], of record: FormPlace, _ reader: FormReader
    ) throws(FieldInputFault) -> [String: JSON] {
        try members(fields, reader) { record.member($0) }
    }

    /// The values of a command's own fields.
    ///
    /// - Throws: `FieldInputFault` of the first that is missing or not understood.
    static func members(
        _ fields: [FormField], in context: String, _ reader: FormReader
    ) throws(FieldInputFault) -> [String: JSON] {
        try members(fields, reader) { FormPlace($0, in: context) }
    }

    private static func members(
        _ fields: [FormField], _ reader: FormReader, _ place: (String) -> FormPlace
    ) throws(FieldInputFault) -> [String: JSON] {
        var members: [String: JSON] = [:]
        for field in fields {
            let place = place(field.use.name)
            if let value = try field.node.value(as: field.use.shape, at: place, reader) {
                members[field.use.name] = value
            } else if field.use.required {
                throw FieldInputFault(
                    path: place.path, given: "", reason: .shape(field.use.shape, .blank))
            }
        }
        return members
    }

    static func understood(
        _ fields: [FormField], of record: FormPlace, _ reader: FormReader
    ) -> [String: JSON] {
        understood(fields, reader) { record.member($0) }
    }

    static func understood(
        _ fields: [FormField], in context: String, _ reader: FormReader
    ) -> [String: JSON] {
        understood(fields, reader) { FormPlace($0, in: context) }
    }

    private static func understood(
        _ fields: [FormField], _ reader: FormReader, _ place: (String) -> FormPlace
    ) -> [String: JSON] {
        fields.reduce(into: [:]) { members, field in
            members[field.use.name] = field.node.understood(
                as: field.use.shape, at: place(field.use.name), reader)
        }
    }
}
