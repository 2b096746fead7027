package import BoardDomain
package import BoardResources

/// A case file for reading: what stands alone as labelled lines, what repeats as tables.
///
/// It knows no section by content: what the viewer may not see is not in the file.
package struct CaseFileText {
    private let wording: ValueWording
    private let width: Int
    /// Nil in a pipe, where no table is cut.
    private let tableWidth: Int?
    /// Wider cells than an instant or a unified code give way.
    private static let firm = 20

    package init(_ texts: Texts, terminal: Int?) {
        wording = ValueWording(texts)
        width = terminal ?? 100
        tableWidth = terminal
    }

    package func lines(_ file: JSON) -> [String] {
        let members = file.object ?? [:]
        var lines: [String] = []
        if let id = members["id"]?.string {
            lines = [[id, members["title"]?.string ?? ""].joined(separator: " "), ""]
        }
        lines += section(
            members.filter { !["id", "title"].contains($0.key) }, machine: .challenge, depth: 0)
        return lines
    }

    /// The members that lead, in this order; the others follow by name.
    private static let leading = [
        "id", "anonymous", "state", "lane", "title", "enterprise", "enterpriseName", "bidder",
        "bidderName", "rank", "total", "amount", "budget", "deadline", "start", "end", "due",
    ]
    /// Whose states a section shows.
    private static let machines: [String: Machine] = [
        "bids": .bid, "questions": .question, "argument": .argumentSeat, "panels": .panel,
        "seats": .seat, "sheets": .sheet, "notices": .notice, "objections": .objection,
        "contracts": .contract, "milestones": .milestone, "verifications": .verification,
        "evaluations": .evaluation, "evidence": .evidence, "entitlements": .entitlement,
        "payouts": .payout,
    ]

    private func ordered(_ names: some Sequence<String>) -> [String] {
        names.sorted { left, right in
            let places = [left, right].map { Self.leading.firstIndex(of: $0) ?? Int.max }
            return places[0] == places[1] ? left < right : places[0] < places[1]
        }
    }

    private func label(_ name: String) -> String {
        let label = wording.texts.textIfPresent("cli.case." + name) ?? wording.label(name)
        return label.prefix(1).uppercased() + label.dropFirst()
    }

    private func text(_ value: JSON, _ name: String, _ machine: Machine?) -> String {
        switch (name, value) {
        case ("state", .string(let state)):
            machine.map { wording.state(state, of: $0.rawValue) } ?? state
        case ("lane", .string(let lane)):
            wording.texts.textIfPresent("lane." + lane) ?? lane
        case ("object", .string(let object)): wording.object(object)
        case (_, .array([])): "–"
        default: wording.value(value, of: name)
        }
    }

    private func isTable(_ value: JSON) -> Bool {
        value.array?.contains { $0.object != nil } ?? false
    }

    private func section(
        _ members: [String: JSON], machine: Machine?, depth: Int
    ) -> [String] {
        let names = ordered(members.keys)
        let simple = names.filter { members[$0]?.object == nil && !isTable(members[$0] ?? "") }
        let labels = simple.map { name in
            // The case's lane is where it stands; a contract's, the track of a race.
            name == "lane" && members[name]?.string != nil
                ? wording.texts.text("cli.list.lane") : label(name)
        }
        let column = labels.map(DisplayWidth.of).max() ?? 0
        var lines: [String] = []
        for (name, label) in zip(simple, labels) {
            let head =
                label
                + String(repeating: " ", count: column - DisplayWidth.of(label) + 2)
            let value = SafeText.lines(text(members[name] ?? "", name, machine))
            let indent = String(repeating: " ", count: column + 2)
            lines += DisplayWidth.wrapped(value, to: max(20, width - column - 2)).enumerated()
                .map { ($0.offset == 0 ? head : indent) + $0.element }
        }
        for name in names where !simple.contains(name) {
            if !lines.isEmpty { lines.append("") }
            lines += heading(label(name), depth)
            switch members[name] {
            case .object(let inner): lines += section(inner, machine: nil, depth: depth + 1)
            case .array(let items):
                lines += table(items.compactMap(\.object), name: name, depth: depth)
            default: break
            }
        }
        return lines
    }

    private func heading(_ title: String, _ depth: Int) -> [String] {
        let mark = depth == 0 ? "■" : "□"
        return ["\(mark) \(title)"]
    }

    private func table(_ rows: [[String: JSON]], name: String, depth: Int) -> [String] {
        let machine = Self.machines[name]
        let nested = { (value: JSON) in value.object != nil || isTable(value) }
        let names = ordered(
            Set(rows.flatMap { row in row.filter { !nested($0.value) }.map(\.key) }))
        let cells = rows.map { row in
            names.map { name in row[name].map { text($0, name, machine) } ?? "" }
        }
        var table = TextTable(
            names.enumerated().map { index, name in
                let widest = cells.map { DisplayWidth.of($0[index]) }.max() ?? 0
                return TextTable.Column(
                    label(name), FieldCatalogue.shape(of: name) == .money ? .right : .left,
                    yields: widest > Self.firm)
            })
        for row in cells { table.add(row) }
        var lines = table.lines(width: tableWidth)
        for (index, row) in rows.enumerated() {
            for inner in ordered(row.keys) {
                guard let value = row[inner], nested(value) else { continue }
                let id = row["id"].map { text($0, "id", nil) } ?? String(index + 1)
                lines += [""] + heading("\(label(inner)) (\(id))", depth + 1)
                if let object = value.object {
                    lines += section(object, machine: nil, depth: depth + 1)
                } else {
                    lines += self.table(
                        (value.array ?? []).compactMap(\.object), name: inner, depth: depth + 1)
                }
            }
        }
        return lines
    }
}
