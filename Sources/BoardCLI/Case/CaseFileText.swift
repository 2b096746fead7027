package import BoardDomain
package import BoardResources
import BoardService

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

    package init(_ texts: Texts, naming names: [String: String] = [:], terminal: Int?) {
        wording = ValueWording(texts, naming: names)
        width = terminal ?? 100
        tableWidth = terminal
    }

    /// - Parameter machine: whose object it is.
    package func lines(_ file: JSON, of machine: Machine = .challenge) -> [String] {
        let members = file.object ?? [:]
        var lines: [String] = []
        if let id = members["id"]?.string {
            let title = members["title"]?.string ?? ""
            lines = ColumnText.wrapped(
                ColumnText.line(title.isEmpty ? id : id + " " + title).string, to: width)
            lines.append("")
        }
        lines += section(
            members.filter { !["id", "title"].contains($0.key) }, machine: machine,
            in: machine.rawValue, depth: 0)
        return lines
    }

    /// The members that lead, in this order; the others follow by name.
    private static let leading = [
        "id", "anonymous", "state", "lane", "title", "enterprise", "enterpriseName", "bidder",
        "bidderName", "rank", "total", "amount", "budget", "deadline", "start", "end", "due",
    ]
    private func ordered(_ names: some Sequence<String>) -> [String] {
        names.sorted { left, right in
            let places = [left, right].map { Self.leading.firstIndex(of: $0) ?? Int.max }
            return places[0] == places[1] ? left < right : places[0] < places[1]
        }
    }

    private func label(_ name: String, in context: String) -> String {
        let texts = wording.texts
        let label =
            texts.textIfPresent("field.\(context).\(name)")
            ?? texts.textIfPresent("cli.case." + name) ?? wording.label(name)
        return label.prefix(1).uppercased() + label.dropFirst()
    }

    private func text(
        _ value: JSON, _ name: String, _ machine: Machine?, in context: String
    ) -> String {
        switch (name, value) {
        case ("state", .string(let state)):
            machine.map { wording.state(state, of: $0.rawValue) } ?? state
        case ("lane", .string(let lane)):
            wording.texts.textIfPresent("lane." + lane) ?? lane
        case ("object", .string(let object)): wording.object(object)
        case (_, .array([])): "–"
        default: wording.value(value, of: name, in: context)
        }
    }

    private func isTable(_ value: JSON) -> Bool {
        value.array?.contains { $0.object != nil } ?? false
    }

    /// A record of its own; what was erased is one word.
    private func isNested(_ value: JSON) -> Bool {
        value.object != nil && value != ValueWording.erased
    }

    private func section(
        _ members: [String: JSON], machine: Machine?, in context: String, depth: Int
    ) -> [String] {
        let names = ordered(members.keys)
        let simple = names.filter { !isNested(members[$0] ?? "") && !isTable(members[$0] ?? "") }
        var lines = labelled(
            simple.map { name in
                // The case's lane is where it stands; a contract's, the track of a race.
                let isLane = name == "lane" && members[name]?.string != nil
                return (
                    isLane ? wording.texts.text("cli.list.lane") : label(name, in: context),
                    text(members[name] ?? "", name, machine, in: context)
                )
            })
        for name in names where !simple.contains(name) {
            if !lines.isEmpty { lines.append("") }
            lines += heading(label(name, in: context), depth)
            switch members[name] {
            case .object(let inner):
                lines += section(inner, machine: nil, in: name, depth: depth + 1)
            case .array(let items):
                lines += table(items.compactMap(\.object), name: name, depth: depth)
            default: break
            }
        }
        return lines
    }

    private func labelled(_ pairs: [(label: String, text: String)]) -> [String] {
        let column = pairs.map { ColumnText.width(of: $0.label) }.max() ?? 0
        let indent = String(repeating: " ", count: column + 2)
        return pairs.flatMap { label, text -> [String] in
            let blank = String(repeating: " ", count: column - ColumnText.width(of: label) + 2)
            return ColumnText.wrapped(text, to: max(20, width - column - 2))
                .enumerated().map { ($0.offset == 0 ? label + blank : indent) + $0.element }
        }
    }

    private func heading(_ title: String, _ depth: Int) -> [String] {
        let mark = depth == 0 ? "■" : "□"
        return ["\(mark) \(title)"]
    }

    /// By what others call a row: its number, the code of an anonymous bid, the object that it is about.
    private static func names(of row: [String: JSON]) -> (name: String, value: JSON)? {
        ["id", "anonymous", "object"].lazy.compactMap { name in row[name].map { (name, $0) } }.first
    }

    private func table(_ rows: [[String: JSON]], name: String, depth: Int) -> [String] {
        let machine = CaseSection.machines[name]
        // A section of a machine's objects; else the rows are records of a field.
        let context = machine?.rawValue ?? name
        let nested = { (value: JSON) in isNested(value) || isTable(value) }
        let names = ordered(
            Set(rows.flatMap { row in row.filter { !nested($0.value) }.map(\.key) }))
        let cells = rows.map { row in
            names.map { name in row[name].map { text($0, name, machine, in: context) } ?? "" }
        }
        let titles = names.map { label($0, in: context) }
        var table = TextTable(
            names.enumerated().map { index, name in
                let widest = cells.map { ColumnText.width(of: $0[index]) }.max() ?? 0
                let isMoney = FieldCatalogue.shape(of: name, in: context) == .money
                return TextTable.Column(
                    titles[index], isMoney ? .right : .left, yields: widest > Self.firm)
            })
        for row in cells { table.add(row) }
        var lines: [String] = []
        if table.fits(tableWidth) {
            lines = table.lines(width: tableWidth, folding: true)
        } else {
            // Too many columns for the terminal: one under the other.
            for (index, row) in cells.enumerated() {
                if index > 0 { lines.append("") }
                lines += labelled(zip(titles, row).filter { !$1.isEmpty }.map { ($0, $1) })
            }
        }
        for (index, row) in rows.enumerated() {
            for inner in ordered(row.keys) {
                guard let value = row[inner], nested(value) else { continue }
                let id = Self.names(of: row).map { text($1, $0, nil, in: context) }
                lines +=
                    [""]
                    + heading(
                        "\(label(inner, in: context)) (\(id ?? String(index + 1)))", depth + 1)
                if let object = value.object {
                    // The fields of a text that waits to be signed are its object's.
                    let signed = name == "waiting" ? row["object"]?.string : nil
                    let inside = signed.flatMap(ObjectReference.init(text:))?.machine.rawValue
                    lines += section(
                        object, machine: nil, in: inside ?? inner, depth: depth + 1)
                } else {
                    lines += self.table(
                        (value.array ?? []).compactMap(\.object), name: inner, depth: depth + 1)
                }
            }
        }
        return lines
    }
}
