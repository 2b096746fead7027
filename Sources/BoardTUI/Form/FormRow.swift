import BoardDomain
import TerminalKit

/// A row of a form as it stands on the screen: the outline of the fields, flattened.
struct FormRow: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The heading of fields that belong together.
        case section
        /// A field that takes the keys.
        case leaf
        /// Several that are chosen together.
        case picks
        /// The heading of a record.
        case record
        /// The heading of a list, behind which items are added.
        case list(count: Int)
        /// The heading of an item of a list, from 1; closed while the caret is elsewhere.
        case item(number: Int, isOpen: Bool)
    }

    let path: FormPath
    let kind: Kind
    /// The field's name; of an item, its list's; of a section, its key.
    let label: String
    /// The machine or record whose member it is: for its label's and its choices' wording.
    let context: String
    let use: FieldUse?
    let depth: Int

    var takesKeys: Bool { kind != .record && kind != .section }

    func place(path: String? = nil) -> FormPlace { FormPlace(label, in: context, path: path) }
}

/// How a form's fields stand: in which sections, which of them in sight.
struct FormOutline: Hashable, Sendable {
    /// Machine, or a record of its own: whose members the fields are.
    let context: String
    let command: String
    var sections: [FormSection] = []
    /// The only section that is shown; nil for all, under their headings.
    var step: Int?
    /// Lists whose items are given, by their name: nothing is added or taken away.
    var fixed: Set<String> = []
    /// Members that the program fills in, as `record.name`.
    var hidden: Set<String> = []

    func source(_ name: String, in context: String) -> FormSource? {
        FormSource.of(name, in: context, command: command)
    }

    fileprivate var visible: [FormSection] {
        step.map { sections.indices.contains($0) ? [sections[$0]] : [] } ?? sections
    }
}

extension FormContent {
    /// From top to bottom.
    ///
    /// - Parameter cursor: the item in which it stands is open, all others are closed.
    func rows(_ outline: FormOutline, cursor: FormPath) -> [FormRow] {
        rows(FormRowBuilder(outline: outline, cursor: cursor))
    }

    /// As if every item were open and every step in sight.
    func everyRow(_ outline: FormOutline) -> [FormRow] {
        var whole = outline
        whole.step = nil
        return rows(FormRowBuilder(outline: whole, cursor: nil))
    }

    private func rows(_ empty: FormRowBuilder) -> [FormRow] {
        var builder = empty
        let outline = builder.outline
        let places = Dictionary(
            fields.enumerated().map { ($1.use.name, $0) }, uniquingKeysWith: { first, _ in first })
        let hasHeadings = outline.step == nil && outline.sections.count > 1
        for section in outline.visible {
            if hasHeadings, section.key != "main" { builder.head(section) }
            for name in section.names {
                guard let place = places[name] else { continue }
                builder.add(fields[place], at: FormPath(steps: [.member(place)]), outline.context)
            }
        }
        return builder.rows
    }
}

private struct FormRowBuilder {
    let outline: FormOutline
    /// Nil opens every item.
    let cursor: FormPath?
    private(set) var rows: [FormRow] = []

    init(outline: FormOutline, cursor: FormPath?) {
        self.outline = outline
        self.cursor = cursor
    }

    mutating func head(_ section: FormSection) {
        rows.append(
            FormRow(
                path: FormPath(), kind: .section, label: section.key, context: outline.context,
                use: nil, depth: 0))
    }

    mutating func add(_ field: FormField, at path: FormPath, _ context: String, _ depth: Int = 0) {
        guard !outline.hidden.contains("\(context).\(field.use.name)") else { return }
        add(field.node, at: path, field.use.name, context, field.use, depth)
    }

    private mutating func add(
        _ node: FormNode, at path: FormPath, _ label: String, _ context: String, _ use: FieldUse?,
        _ depth: Int
    ) {
        let row = { (kind: FormRow.Kind) in
            FormRow(
                path: path, kind: kind, label: label, context: context, use: use, depth: depth)
        }
        switch node {
        case .record(let fields):
            if case .element(let place)? = path.steps.last {
                let isOpen = cursor?.begins(with: path) ?? true
                rows.append(row(.item(number: place + 1, isOpen: isOpen)))
                guard isOpen else { return }
            } else {
                rows.append(row(.record))
            }
            for (place, field) in fields.enumerated() {
                add(field, at: path.appending(.member(place)), label, depth + 1)
            }
        case .list(let element, let items):
            guard !element.isPickedTogether(outline.source(label, in: context)) else {
                rows.append(row(.picks))
                return
            }
            rows.append(row(.list(count: items.count)))
            for (index, item) in items.enumerated() {
                add(item, at: path.appending(.element(index)), label, context, nil, depth + 1)
            }
        default: rows.append(row(.leaf))
        }
    }
}
