import BoardDomain
import TerminalKit

/// A row of a form as it stands on the screen: the outline of the fields, flattened.
struct FormRow: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A field that takes the keys.
        case leaf
        /// The heading of a record.
        case record
        /// The heading of a list, behind which items are added.
        case list(count: Int)
        /// The heading of an item of a list, from 1.
        case item(number: Int)
    }

    let path: FormPath
    let kind: Kind
    let label: String
    /// The field or record whose member it is: for its label's and its choices' wording.
    let context: String
    let use: FieldUse?
    let depth: Int

    var takesKeys: Bool { kind != .record }
}

extension FormContent {
    /// From top to bottom.
    ///
    /// - Parameter machine: whose command it is.
    func rows(of machine: String) -> [FormRow] {
        var rows: [FormRow] = []
        add(fields, at: FormPath(), machine, 0, to: &rows)
        return rows
    }

    private func add(
        _ fields: [FormField], at path: FormPath, _ context: String, _ depth: Int,
        to rows: inout [FormRow]
    ) {
        for (place, field) in fields.enumerated() {
            add(
                field.node, at: path.appending(.member(place)), field.use.name, context, field.use,
                depth, to: &rows)
        }
    }

    private func add(
        _ node: FormNode, at path: FormPath, _ label: String, _ context: String, _ use: FieldUse?,
        _ depth: Int, to rows: inout [FormRow]
    ) {
        let row = { (kind: FormRow.Kind) in
            FormRow(
                path: path, kind: kind, label: label, context: context, use: use, depth: depth)
        }
        switch node {
        case .record(let fields):
            if case .element(let place)? = path.steps.last {
                rows.append(row(.item(number: place + 1)))
            } else {
                rows.append(row(.record))
            }
            add(fields, at: path, label, depth + 1, to: &rows)
        case .list(_, let items):
            rows.append(row(.list(count: items.count)))
            for (index, item) in items.enumerated() {
                add(
                    item, at: path.appending(.element(index)), label, context, nil, depth + 1,
                    to: &rows)
            }
        default: rows.append(row(.leaf))
        }
    }
}
