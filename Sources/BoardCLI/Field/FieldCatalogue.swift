package import BoardDomain

/// The shape of every field that the table declares, by name: how a value is shown.
package enum FieldCatalogue {
    private static let shapes: [String: FieldShape] = {
        // What a case file shows beside the fields of commands.
        var shapes: [String: FieldShape] = [
            "budget": .money, "amount": .money, "reserved": .money, "countyShare": .money,
            "enterpriseShare": .money, "balance": .money, "basisPoints": .basisPoints,
        ]
        for row in TransitionTable.standard.rows {
            for use in row.declaredFields { add(use, to: &shapes) }
        }
        return shapes
    }()

    /// Every shape that a field has anywhere, by its notation in a refusal.
    private static let notations: [String: FieldShape] = {
        var notations: [String: FieldShape] = [:]
        var open = TransitionTable.standard.rows.flatMap(\.declaredFields).map(\.shape)
        while let shape = open.popLast() {
            notations[shape.text] = shape
            switch shape {
            case .list(let element): open.append(element)
            case .record(let uses): open += uses.map(\.shape)
            default: break
            }
        }
        return notations
    }()

    private static func add(_ use: FieldUse, to shapes: inout [String: FieldShape]) {
        if shapes[use.name] == nil { shapes[use.name] = use.shape }
        addMembers(of: use.shape, to: &shapes)
    }

    private static func addMembers(of shape: FieldShape, to shapes: inout [String: FieldShape]) {
        switch shape {
        case .list(let element): addMembers(of: element, to: &shapes)
        case .record(let uses): for use in uses { add(use, to: &shapes) }
        default: break
        }
    }

    package static func shape(of name: String) -> FieldShape? { shapes[name] }

    /// The shape that a refusal names as `true|false` or `list(sha256)`.
    package static func shape(notation: String) -> FieldShape? { notations[notation] }
}
