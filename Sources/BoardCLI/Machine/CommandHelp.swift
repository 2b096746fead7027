package import BoardDomain
package import BoardResources
import BoardService

/// What one command asks for and under which rules, from the rows that run it.
package struct CommandHelp: Sendable {
    package let name: String
    private let rows: [Transition]

    /// Nil where no row has the command.
    package init?(_ name: String, in table: TransitionTable = .standard) {
        // A row that stands in another's place when that one's guard is broken is nobody's to ask for.
        rows =
            name == Command.sendBack
            ? [.sendingBack] : table.rows.filter { $0.command == name && $0.whenBroken == nil }
        guard !rows.isEmpty else { return nil }
        self.name = name
    }

    /// Every command of a table, sorted.
    package static func names(in table: TransitionTable = .standard) -> [String] {
        Set(table.rows.compactMap(\.command) + [Command.sendBack]).sorted()
    }

    package func lines(in texts: Texts, width: Int) -> [String] {
        let wording = ValueWording(texts)
        var lines = [texts.text("cli.help.command", ["command": name]), ""]
        for row in rows {
            if name == Command.sendBack {
                // It has no row: the engine takes it on every act that waits for a signature.
                lines += ColumnText.wrapped(texts.text("cli.help.sendBack"), to: width)
            } else {
                lines.append(
                    texts.text(
                        "cli.help.rule",
                        ["rule": row.key, "machine": wording.machine(row.machine)]))
                lines += ColumnText.wrapped(wording.rule(row.key) ?? "", to: width - 2).map {
                    "  " + $0
                }
                lines += labelled(self.lines(of: row, wording), width: width)
            }
            lines += fields(of: row, wording, width: width)
            lines.append("")
        }
        if let options = DeskCommand(rawValue: name)?.options {
            lines += ColumnText.wrapped(
                texts.text("cli.help.made", ["options": options]), to: width)
        }
        return lines + examples.map { texts.text("cli.help.example", ["example": $0]) }
    }

    private func lines(of row: Transition, _ wording: ValueWording) -> [(String, String)] {
        let texts = wording.texts
        let machine = row.machine.rawValue
        let comma = texts.text("cli.comma")
        let states = { (states: [String]) in
            states.map { wording.state($0, of: machine) }.joined(separator: comma)
        }
        var lines = [
            (
                texts.text("cli.machine.from"),
                row.creates ? texts.text("cli.machine.new") : states(row.from)
            ),
            (
                texts.text("cli.machine.to"),
                row.to.isEmpty ? texts.text("cli.machine.stays") : states(row.to)
            ),
        ]
        if let authority = row.authority {
            lines.append((texts.text("cli.machine.who"), wording.authority(authority)))
        }
        if let phases = row.phases {
            lines.append(
                (
                    texts.text("cli.help.phases"),
                    phases.map(\.rawValue).sorted()
                        .map { wording.state($0, of: Machine.challenge.rawValue) }
                        .joined(separator: comma)
                ))
        }
        for condition in row.guards {
            lines.append((texts.text("cli.help.guard"), wording.guardName(condition.name)))
        }
        if row.respectsHold {
            lines.append((texts.text("cli.help.guard"), texts.text("cli.help.hold")))
        }
        lines.append(
            (
                texts.text("cli.machine.events"),
                row.events.map(\.name).joined(separator: comma)
            ))
        return lines
    }

    private func labelled(_ lines: [(String, String)], width: Int) -> [String] {
        let column = lines.map { ColumnText.width(of: $0.0) }.max() ?? 0
        return lines.flatMap { label, text -> [String] in
            let head =
                "  " + label
                + String(repeating: " ", count: column - ColumnText.width(of: label) + 2)
            let indent = String(repeating: " ", count: column + 4)
            return ColumnText.wrapped(text, to: max(20, width - column - 4)).enumerated()
                .map { ($0.offset == 0 ? head : indent) + $0.element }
        }
    }

    private func fields(of row: Transition, _ wording: ValueWording, width: Int) -> [String] {
        let texts = wording.texts
        guard !row.declaredFields.isEmpty else { return ["  " + texts.text("cli.help.noFields")] }
        var table = TextTable([
            .init(texts.text("cli.help.field")), .init(texts.text("cli.help.label"), yields: true),
            .init(texts.text("cli.help.required")),
            .init(texts.text("cli.help.takes"), yields: true),
        ])
        let machine = row.machine.rawValue
        for use in row.declaredFields { add(use, "", in: machine, to: &table, wording) }
        return table.lines(width: max(60, width - 2), folding: true).map { "  " + $0 }
    }

    /// A record's members follow it, with its name before theirs.
    private func add(
        _ use: FieldUse, _ path: String, in context: String, to table: inout TextTable,
        _ wording: ValueWording
    ) {
        let label = wording.label(use.name, in: context)
        table.add([
            path + use.name, label == use.name ? "" : label,
            use.required ? wording.texts.text("cli.help.yes") : "",
            wording.shape(use.shape, of: use.name),
        ])
        switch use.shape {
        case .record(let members):
            for member in members {
                add(member, path + use.name + ".", in: use.name, to: &table, wording)
            }
        case .list(.record(let members)):
            for member in members {
                add(member, path + use.name + "[].", in: use.name, to: &table, wording)
            }
        default: break
        }
    }

    /// One for each kind of object that the command is put to.
    private var examples: [String] {
        var seen: Set<Machine> = []
        return rows.filter { seen.insert($0.machine).inserted }.map { row in
            let made = DeskCommand(name, of: row.machine)
            // What the program makes nobody types.
            let fields = row.declaredFields.filter {
                $0.required && made?.makes($0) != true
            }.map { " --field \($0.name)=…" }.joined()
            let options = made?.takesContent == true ? " --content FILE" : ""
            return "jiebang do \(place(of: row)) \(name)\(options)\(fields) --as PERSON --dry-run"
        }
    }

    /// Where a command is put: what it makes itself has no number yet.
    private func place(of row: Transition) -> String {
        let kinds: [(StreamID.Kind, String)] = [
            (.challenge, "new"), (.claim, "claim/new"), (.sanction, "sanction/new"),
            (.pool, "pool/new"),
        ]
        let own = kinds.first { kind, _ in
            let machines = type(of: BoardDomain.Stream(StreamID(kind, "")).aggregate).machines
            return row.home.map { $0 == kind } ?? (machines[0] == row.machine)
        }
        return row.creates ? own?.1 ?? "ID" : "ID"
    }

    package func json(in texts: Texts) -> JSON {
        ["command": .string(name), "rules": MachinePrint(of: rows).json]
    }
}

extension DeskCommand {
    /// Options out of which the program makes the fields that nobody can type.
    var options: String {
        switch self {
        case .seal: "--content FILE [--attachment FILE …]"
        case .publish: "[--opener PERSON --opener PERSON]"
        case .handOnShares: "--opener PERSON [--passphrase-file FILE]"
        case .attendOpening, .openBids, .openWithRecovery: "[--passphrase-file FILE]"
        }
    }
}

extension MachinePrint {
    /// Of chosen rows.
    init(of rows: [Transition]) {
        self.init(TransitionTable(rows: rows, duties: []))
    }
}
