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
}
