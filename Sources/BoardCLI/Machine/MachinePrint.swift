package import BoardDomain
package import BoardResources

/// The transition table for readers: as a table, as Mermaid diagrams, as JSON.
package struct MachinePrint: Sendable {
    private let rows: [Transition]
    private let machines: [Machine]

    /// Of one machine, or of all.
    package init(_ table: TransitionTable = .standard, machine: Machine? = nil) {
        rows = table.rows.filter { machine == nil || $0.machine == machine }
        machines = Machine.allCases.filter { machine == nil || $0 == machine }
    }

    /// - Parameter policy: whose values a period is shown with.
    package func table(in texts: Texts, policy: Policy?) -> TextTable {
        let wording = ValueWording(texts)
        var table = TextTable([
            .init(texts.text("cli.machine.rule")), .init(texts.text("cli.machine.machine")),
            .init(texts.text("cli.machine.from"), yields: true),
            .init(texts.text("cli.machine.trigger"), yields: true),
            .init(texts.text("cli.machine.who"), yields: true),
            .init(texts.text("cli.machine.to"), yields: true),
            .init(texts.text("cli.machine.guards"), yields: true, spare: 1),
            .init(texts.text("cli.machine.events"), yields: true, spare: 2),
        ])
        let separator = texts.text("cli.comma")
        for row in rows {
            let states = { (states: [String]) in
                states.map { wording.state($0, of: row.machine.rawValue) }
                    .joined(separator: separator)
            }
            table.add([
                row.key, wording.machine(row.machine),
                row.creates ? texts.text("cli.machine.new") : states(row.from),
                trigger(row, wording, policy),
                row.authority.map { wording.authority($0) } ?? wording.capacity("clock"),
                row.to.isEmpty ? texts.text("cli.machine.stays") : states(row.to),
                row.guards.map { wording.guardName($0.name) }.joined(separator: separator),
                row.events.map(\.name).joined(separator: separator),
            ])
        }
        return table
    }

    private func trigger(_ row: Transition, _ wording: ValueWording, _ policy: Policy?) -> String {
        let texts = wording.texts
        switch row.trigger {
        case .command(let name, _): return name
        case .timer(let key, _):
            return texts.text("cli.machine.timer", ["period": period(key, wording, policy)])
        case .condition: return texts.text("cli.machine.condition")
        case .effect(let causes):
            return texts.text(
                "cli.machine.effect",
                ["events": wording.list(causes.map { wording.event($0.name) })])
        }
    }

    /// `notice.days = 5 workdays`: the parameter with its value; what is no parameter has words of
    /// its own.
    private func period(_ key: String, _ wording: ValueWording, _ policy: Policy?) -> String {
        guard let term = policy?.terms.first(where: { $0.key == key }) else {
            return wording.texts.textIfPresent("timer." + key) ?? key
        }
        return "\(key) = \(wording.value(of: term))"
    }

    /// One state diagram a machine, under a heading each; the same in every language, for it goes
    /// into ARCHITECTURE.md.
    package var mermaid: [String] {
        machines.flatMap { machine -> [String] in
            let lines = diagram(of: machine)
            guard !lines.isEmpty else { return [] }
            return ["### \(machine.rawValue)", "", "```mermaid", "stateDiagram-v2"] + lines
                + ["```", ""]
        }
    }

    private func diagram(of machine: Machine) -> [String] {
        var labels: [Edge: [String]] = [:]
        var edges: [Edge] = []
        var targets: Set<String> = []
        var sources: Set<String> = []
        for row in rows where row.machine == machine {
            for edge in Self.edges(of: row) {
                if labels[edge] == nil { edges.append(edge) }
                labels[edge, default: []].append(row.label)
                targets.insert(edge.to)
                sources.insert(edge.from)
            }
        }
        let ends = targets.subtracting(sources).sorted()
        return edges.map { edge in
            "    \(edge.from) --> \(edge.to): \((labels[edge] ?? []).joined(separator: ", "))"
        } + ends.map { "    \($0) --> [*]" }
    }

    private struct Edge: Hashable {
        let from: String
        let to: String
    }

    private static func edges(of row: Transition) -> [Edge] {
        let sources = row.creates ? ["[*]"] : row.from
        return sources.flatMap { from in
            let targets = row.to.isEmpty ? [from] : row.to
            return targets.filter { $0 != "[*]" }.map { Edge(from: from, to: $0) }
        }
    }

    package var json: JSON {
        .array(
            rows.map { row in
                var members: [String: JSON] = [
                    "rule": .string(row.key), "machine": .string(row.machine.rawValue),
                    "from": .array(row.from.map(JSON.string)),
                    "to": .array(row.to.map(JSON.string)),
                    "guards": .array(row.guards.map { .string($0.name) }),
                    "events": .array(row.events.map { .string($0.name) }),
                    "fields": .array(
                        row.declaredFields.map { use in
                            [
                                "name": .string(use.name), "shape": .string(use.shape.text),
                                "required": .boolean(use.required),
                            ]
                        }),
                ]
                members["phases"] = row.phases.map { phases in
                    .array(phases.map(\.rawValue).sorted().map(JSON.string))
                }
                switch row.trigger {
                case .command(let name, let authority):
                    members["command"] = .string(name)
                    members["by"] = .string(authority.text)
                case .timer(let key, _): members["timer"] = .string(key)
                case .condition: members["condition"] = true
                case .effect(let causes):
                    members["effectOf"] = .array(causes.map { .string($0.name) })
                }
                return .object(members)
            })
    }
}

extension Transition {
    /// What stands at an arrow: the rule, and the command or what the clock waits for.
    fileprivate var label: String {
        switch trigger {
        case .command(let name, _): "\(key) \(name)"
        case .timer: "\(key) clock"
        case .condition, .effect: key
        }
    }
}
