package import BoardDomain

/// The shape of every field that the table declares, by name: how a value is shown.
package enum FieldCatalogue {
    /// What events and a case file show beside the fields of commands.
    private static let moneys = [
        "allotted", "amount", "asked", "balance", "base", "budget", "cap", "committed",
        "committedPart", "correctedAmount", "countyShare", "economicBenefit", "enterpriseShare",
        "excludedValue", "free", "left", "newProductOutput", "newProductValue", "paid",
        "provinceShare", "recoverable", "recovered", "reserved", "reservedPart", "sheet.due",
        "technicalTurnover", "turnover",
    ]
    private static let shares = ["addedBasisPoints", "approvedBasisPoints", "basisPoints"]

    /// By name, and by `machine.name` or `record.name` where the name has several meanings.
    private static let shapes: [String: FieldShape] = {
        var shapes: [String: FieldShape] = [:]
        for row in TransitionTable.standard.rows {
            for use in row.declaredFields { add(use, in: row.machine.rawValue, to: &shapes) }
        }
        for name in moneys { shapes[name] = .money }
        for name in shares { shapes[name] = .basisPoints }
        let others: [(String, FieldShape)] = [
            ("why", EntitlementGround.shape), ("policy", ClaimPolicy.shape),
            ("grade", MarketGrade.shape), ("invalidity", BidInvalidity.shape),
            ("declaration", Declaration.shape), ("party", ContractParty.shape),
            ("failure", CallFailure.shape), ("role", Role.shape), ("counting", Counting.shape),
            ("cause", .choice([])), ("kind", .choice([])), ("vote", ArgumentConclusion.shape),
            ("decision", SanctionDecision.shape), ("ground", .choice([])),
        ]
        for (name, shape) in others where shapes[name] == nil || shape == .choice([]) {
            shapes[name] = shape
        }
        return shapes
    }()

    /// In which order the commands of a machine ask for fields, and a record has its members: by
    /// `machine.name` and `record.name`.
    private static let places: [String: Int] = {
        var places: [String: Int] = [:]
        func add(_ uses: [FieldUse], in context: String) {
            for use in uses where places[context + "." + use.name] == nil {
                places[context + "." + use.name] = places.count
                addMembers(of: use.shape, in: use.name)
            }
        }
        func addMembers(of shape: FieldShape, in context: String) {
            switch shape {
            case .list(let element): addMembers(of: element, in: context)
            case .record(let uses): add(uses, in: context)
            default: break
            }
        }
        for row in TransitionTable.standard.rows {
            add(row.declaredFields, in: row.machine.rawValue)
        }
        return places
    }()

    /// Where a field stands among those of its machine or its record; nil where no command asks for it.
    package static func place(of name: String, in context: String) -> Int? {
        places[context + "." + name]
    }

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

    private static func add(
        _ use: FieldUse, in context: String, to shapes: inout [String: FieldShape]
    ) {
        if shapes[use.name] == nil { shapes[use.name] = use.shape }
        let place = context + "." + use.name
        if shapes[place] == nil { shapes[place] = use.shape }
        addMembers(of: use.shape, in: use.name, to: &shapes)
    }

    private static func addMembers(
        of shape: FieldShape, in context: String, to shapes: inout [String: FieldShape]
    ) {
        switch shape {
        case .list(let element): addMembers(of: element, in: context, to: &shapes)
        case .record(let uses): for use in uses { add(use, in: context, to: &shapes) }
        default: break
        }
    }

    /// The shape of a field by its name, in the machine or the record that has it.
    package static func shape(of name: String, in context: String = "") -> FieldShape? {
        shapes[context + "." + name] ?? shapes[name]
    }

    /// The shape that a refusal names as `true|false` or `list(sha256)`.
    package static func shape(notation: String) -> FieldShape? { notations[notation] }
}
