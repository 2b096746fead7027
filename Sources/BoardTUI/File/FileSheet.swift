import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A file, or a part of one, as lines: what stands alone under its label, what repeats as a table.
///
/// It knows no section by content: what the viewer may not see is not in the file.
struct FileSheet {
    let setting: Setting
    let columns: Int

    private var wording: ValueWording { setting.wording }
    private var theme: Theme { setting.theme }

    /// The members that lead, in this order; the others follow by name.
    private static let leading = [
        "id", "anonymous", "state", "lane", "title", "enterprise", "enterpriseName", "bidder",
        "bidderName", "rank", "total", "amount", "budget", "deadline", "start", "end", "due",
    ]

    /// - Parameter machine: whose object it is, for its states and the names of its fields.
    func lines(_ members: [String: JSON], of machine: Machine?, in context: String = "")
        -> [FileLine]
    {
        section(members, machine: machine, in: machine?.rawValue ?? context, depth: 0)
    }

    static func ordered(_ names: some Sequence<String>) -> [String] {
        names.sorted { left, right in
            let places = [left, right].map { leading.firstIndex(of: $0) ?? Int.max }
            return places[0] == places[1] ? left < right : places[0] < places[1]
        }
    }

    func label(_ name: String, in context: String) -> String {
        let texts = wording.texts
        let label =
            texts.textIfPresent("field.\(context).\(name)")
            ?? texts.textIfPresent("cli.case." + name) ?? wording.label(name)
        return label.prefix(1).uppercased() + label.dropFirst()
    }

    func text(
        _ value: JSON, _ name: String, _ machine: Machine?, in context: String
    ) -> SafeText {
        let words =
            switch (name, value) {
            case ("state", .string(let state)):
                machine.map { wording.state(state, of: $0.rawValue) } ?? state
            case ("lane", .string(let lane)):
                wording.texts.textIfPresent("lane." + lane) ?? lane
            case ("object", .string(let object)): wording.object(object)
            case (_, .array([])): "–"
            default: wording.value(value, of: name, in: context)
            }
        return SafeText(words, form: .body)
    }

    private func isTable(_ value: JSON) -> Bool {
        value.array?.contains { $0.object != nil } ?? false
    }

    private func isNested(_ value: JSON) -> Bool {
        value.object != nil && value != ValueWording.erased
    }

    private func section(
        _ members: [String: JSON], machine: Machine?, in context: String, depth: Int
    ) -> [FileLine] {
        let names = Self.ordered(members.keys)
        let simple = names.filter { !isNested(members[$0] ?? "") && !isTable(members[$0] ?? "") }
        var lines = labelled(
            simple.map { name in
                let isLane = name == "lane" && members[name]?.string != nil
                return (
                    isLane ? wording.texts.text("cli.list.lane") : label(name, in: context),
                    text(members[name] ?? "", name, machine, in: context)
                )
            }, depth)
        for name in names where !simple.contains(name) {
            if !lines.isEmpty { lines.append(.blank) }
            lines.append(heading(label(name, in: context), depth))
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

    func heading(_ title: String, _ depth: Int = 0) -> FileLine {
        FileLine(SafeText(title), theme[.title], indent: depth * 2)
    }

    /// Labels in a column, the values beside them, broken to the width.
    func labelled(_ pairs: [(label: String, text: SafeText)], _ depth: Int = 0) -> [FileLine] {
        let labels = pairs.map { SafeText($0.label) }
        let widest = labels.map { $0.columns() }.max() ?? 0
        let indent = depth * 2
        let column = min(widest, max(8, columns / 3))
        return zip(labels, pairs).flatMap { label, pair -> [FileLine] in
            let room = max(10, columns - indent - column - 3)
            let broken = LineBreaker(columns: room).lines(of: pair.text)
            return broken.enumerated().map { place, line in
                let blank = String(repeating: " ", count: column + 2)
                let shown = place == 0 ? label.truncated(columns: column) : .empty
                let padding = SafeText(
                    String(blank.dropFirst(min(column, shown.columns()))))
                var pieces = [
                    StyledText(shown, style: theme[.muted]), StyledText(padding),
                    StyledText(line),
                ]
                // Whatever a stranger smuggled into a text is told beside it.
                if place == 0, pair.text.tampered {
                    pieces.append(
                        StyledText(
                            " ⚠ " + SafeText(pair.text.listing), style: theme[.warning]))
                }
                return FileLine(pieces, indent: indent)
            }
        }
    }

    // MARK: Tables

    private static func names(of row: [String: JSON]) -> (name: String, value: JSON)? {
        ["id", "anonymous", "object"].lazy.compactMap { name in row[name].map { (name, $0) } }
            .first
    }

    func table(_ rows: [[String: JSON]], name: String, depth: Int = 0) -> [FileLine] {
        let machine = CaseSection.machines[name]
        let context = machine?.rawValue ?? name
        let nested = { (value: JSON) in isNested(value) || isTable(value) }
        let names = Self.ordered(
            Set(rows.flatMap { row in row.filter { !nested($0.value) }.map(\.key) }))
        let cells = rows.map { row in
            names.map { name in row[name].map { text($0, name, machine, in: context) } ?? .empty }
        }
        let titles = names.map { label($0, in: context) }
        var lines = grid(titles, cells, names: names, context: context, depth)
        if lines.isEmpty {
            for (index, row) in cells.enumerated() {
                if index > 0 { lines.append(.blank) }
                lines += labelled(
                    zip(titles, row).filter { !$1.isEmpty }.map { ($0, $1) }, depth)
            }
        }
        for (index, row) in rows.enumerated() {
            for inner in Self.ordered(row.keys) {
                guard let value = row[inner], nested(value) else { continue }
                let id = Self.names(of: row).map { text($1, $0, nil, in: context).string }
                lines.append(.blank)
                lines.append(
                    heading(
                        "\(label(inner, in: context)) · \(id ?? String(index + 1))", depth + 1))
                if let object = value.object {
                    let signed = name == "waiting" ? row["object"]?.string : nil
                    let inside = signed.flatMap(ObjectReference.init(text:))?.machine.rawValue
                    lines += section(
                        object, machine: nil, in: inside ?? inner, depth: depth + 1)
                } else {
                    lines += table(
                        (value.array ?? []).compactMap(\.object), name: inner, depth: depth + 1)
                }
            }
        }
        return lines
    }

    /// The rows side by side; empty where they do not fit.
    private func grid(
        _ titles: [String], _ cells: [[SafeText]], names: [String], context: String, _ depth: Int
    ) -> [FileLine] {
        let widths = titles.indices.map { column in
            max(
                SafeText(titles[column]).columns(),
                cells.map { $0[column].lines.map { $0.columns() }.max() ?? 0 }.max() ?? 0)
        }
        let indent = depth * 2
        let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
        guard !cells.isEmpty, total <= columns - indent - 1,
            !cells.contains(where: { $0.contains { $0.lines.count > 1 } })
        else { return [] }
        let isMoney = names.map { FieldCatalogue.shape(of: $0, in: context) == .money }
        let line = { (texts: [SafeText], style: Style) -> FileLine in
            let pieces = texts.enumerated().map { column, text in
                let free = String(repeating: " ", count: widths[column] - text.columns())
                let padded =
                    isMoney[column] ? SafeText(free) + text : text + SafeText(free)
                return StyledText(padded + "  ", style: style)
            }
            return FileLine(pieces, indent: indent)
        }
        return [line(titles.map { SafeText($0) }, theme[.muted].merging(Style(.underline)))]
            + cells.map { line($0, .plain) }
    }
}
