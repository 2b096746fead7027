package import BoardDomain
package import BoardResources

/// A file, or a part of one, in the order and the words in which it is read; a face only lays it out.
///
/// It knows no section by content: what the viewer may not see is not in the file.
package struct FileOutline: Sendable {
    package enum Block: Sendable, Hashable {
        /// Of a part of a row, the row's own name beside the part's.
        case heading(String, of: String?, depth: Int)
        case pairs([Pair], depth: Int)
        case table(Table, depth: Int)
    }

    /// What stands alone under its label.
    package struct Pair: Sendable, Hashable {
        package let label: String
        package let text: String
    }

    /// What repeats; an empty cell is one that its row does not have.
    package struct Table: Sendable, Hashable {
        package struct Column: Sendable, Hashable {
            package let title: String
            package let isMoney: Bool
        }

        package let columns: [Column]
        package let rows: [[String]]

        /// A row on its own, where the columns do not fit beside each other.
        package func pairs(ofRow row: [String]) -> [Pair] {
            zip(columns, row).filter { !$1.isEmpty }.map { Pair(label: $0.title, text: $1) }
        }
    }

    package private(set) var blocks: [Block] = []
    private let wording: ValueWording

    /// - Parameters:
    ///   - machine: whose object it is, for its states and the names of its fields.
    ///   - context: the record whose fields they are, where it is no machine's object.
    package init(
        _ members: [String: JSON], of machine: Machine?, in context: String = "",
        wording: ValueWording
    ) {
        self.wording = wording
        section(members, machine, machine?.rawValue ?? context, depth: 0)
    }

    /// A list of records under its name.
    package init(rows: [[String: JSON]], named name: String, wording: ValueWording) {
        self.wording = wording
        table(rows, name, depth: 0)
    }

    /// Records that stand in the state of a machine's objects.
    private static let stated: [String: Machine] = ["verdict": .verification, "ownSeat": .seat]

    /// The members that lead, in this order.
    private static let leading = ["id", "anonymous", "state", "lane", "title"]
    /// Those that the program adds, in this order, behind what a command asked for.
    private static let added = [
        "rank", "total", "amount", "budget", "deadline", "start", "end", "due",
    ]

    /// As the reader knows them: what the object is, then its fields in the order in which they are
    /// asked for, then what the program adds, the rest by name.
    package static func ordered(
        _ names: some Sequence<String>, in context: String
    ) -> [String] {
        let keyed = names.map { name in
            // The name of somebody who stands there by code comes before the code.
            let isName = name.hasSuffix("Name")
            let field = isName ? String(name.dropLast(4)) : name
            let place =
                FieldCatalogue.place(of: field, in: context)
                ?? FieldCatalogue.place(of: name, in: context)
            return (
                name: name,
                key: [
                    leading.firstIndex(of: name) ?? leading.count, place ?? Int.max,
                    added.firstIndex(of: name) ?? added.count,
                ], field: field, second: isName ? 0 : 1
            )
        }
        return keyed.sorted { left, right in
            guard left.key == right.key else {
                return left.key.lexicographicallyPrecedes(right.key)
            }
            return (left.field, left.second) < (right.field, right.second)
        }.map(\.name)
    }

    // MARK: Blocks

    private mutating func section(
        _ members: [String: JSON], _ machine: Machine?, _ context: String, depth: Int
    ) {
        let names = Self.ordered(members.keys, in: context)
        let simple = names.filter { !(members[$0] ?? "").isPart }
        if !simple.isEmpty {
            let pairs = simple.map { name in
                let value = members[name] ?? ""
                // The case's lane is where it stands; a contract's, the track of a race.
                let isPlace = name == "lane" && value.string != nil
                // Who stands there by code and by name is told by both, once each.
                let isTwin = members[name + "Name"] != nil
                return Pair(
                    label: isPlace
                        ? wording.texts.text("cli.list.lane") : wording.member(name, in: context),
                    text: isTwin
                        ? value.string ?? ""
                        : wording.member(value, named: name, of: machine, in: context))
            }
            blocks.append(.pairs(pairs, depth: depth))
        }
        for name in names where !simple.contains(name) {
            blocks.append(.heading(wording.member(name, in: context), of: nil, depth: depth))
            // The terms and a text that waits have the fields of their object.
            let isOwn = ["terms", "text"].contains(name)
            part(members[name] ?? "", name, isOwn ? context : name, depth: depth)
        }
    }

    /// The table of a list stands under its heading, the members of a record one step further in.
    private mutating func part(_ value: JSON, _ name: String, _ context: String, depth: Int) {
        if let inner = value.object {
            section(inner, Self.stated[name], context, depth: depth + 1)
        } else {
            table((value.array ?? []).compactMap(\.object), name, depth: depth)
        }
    }

    private mutating func table(_ rows: [[String: JSON]], _ name: String, depth: Int) {
        let machine = CaseSection.machines[name]
        // A section of a machine's objects; else the rows are records of a field.
        let context = machine?.rawValue ?? name
        let names = Self.ordered(
            Set(rows.flatMap { $0.filter { !$0.value.isPart }.keys }), in: context)
        let columns = names.map { name in
            Table.Column(
                title: wording.member(name, in: context),
                isMoney: FieldCatalogue.shape(of: name, in: context) == .money)
        }
        let cells = rows.map { row in
            names.map { name in
                row[name].map { wording.member($0, named: name, of: machine, in: context) } ?? ""
            }
        }
        if !rows.isEmpty {
            blocks.append(.table(Table(columns: columns, rows: cells), depth: depth))
        }
        for (index, row) in rows.enumerated() {
            for inner in Self.ordered(row.keys, in: context) {
                guard let value = row[inner], value.isPart else { continue }
                let id = Self.name(of: row).map {
                    wording.member($1, named: $0, of: nil, in: context)
                }
                blocks.append(
                    .heading(
                        wording.member(inner, in: context), of: id ?? String(index + 1),
                        depth: depth + 1))
                // The fields of a text that waits to be signed are its object's.
                let signed = name == "waiting" ? row["object"]?.string : nil
                let object = signed.flatMap(ObjectReference.init(text:))?.machine.rawValue
                part(value, inner, object ?? inner, depth: depth + 1)
            }
        }
    }

    /// By what others call a row: its number, the code of an anonymous bid, the object that it is about.
    private static func name(of row: [String: JSON]) -> (name: String, value: JSON)? {
        ["id", "anonymous", "object"].lazy.compactMap { name in row[name].map { (name, $0) } }.first
    }
}

extension ValueWording {
    /// What a member of a file is called; a heading's first letter is a capital.
    package func member(_ name: String, in context: String) -> String {
        let label =
            texts.textIfPresent("field.\(context).\(name)")
            ?? texts.textIfPresent("cli.case." + name) ?? label(name)
        return label.prefix(1).uppercased() + label.dropFirst()
    }

    /// What a member of a file says.
    ///
    /// - Parameter machine: whose object has it, for its states.
    package func member(
        _ value: JSON, named name: String, of machine: Machine?, in context: String
    ) -> String {
        switch (name, value) {
        // An object's own number is never a name.
        case ("id", .string(let id)): id
        case ("state", .string(let state)):
            machine.map { self.state(state, of: $0.rawValue) } ?? state
        case ("lane", .string(let lane)): texts.textIfPresent("lane." + lane) ?? lane
        case ("object", .string(let object)): self.object(object)
        case ("what", .string(let event)) where context == "remark": self.event(event)
        case (_, .array([])): "–"
        default: self.value(value, of: name, in: context)
        }
    }
}

extension JSON {
    /// A record, or a list of records; what was erased or is encrypted is one word.
    package var isPart: Bool {
        if array?.contains(where: { $0.object != nil }) == true { return true }
        return object != nil && self != ValueWording.erased
            && ProtectedText(json: self)?.isSealed != true
    }
}
