/// All rows and duties: the one declaration that the engine runs, the screens ask, the
/// documentation is printed from and the tests walk.
package struct TransitionTable: Sendable {
    package let rows: [Transition]
    package let duties: [Duty]
    /// Names of acts signed in parts and of duties: the first halves of derived event names.
    package let acts: Set<String>

    private let commands: [Machine: [String: [Int]]]
    private let effects: [EventType: [Int]]
    /// Rows of the clock that wait for an instant or a condition, by machine.
    let timers: [Int]
    let conditions: [Int]
    private let byKey: [String: Int]

    package init(rows: [Transition], duties: [Duty]) {
        self.rows = rows
        self.duties = duties
        acts = Set(rows.map(\.act) + duties.map(\.act)).subtracting([""])
        var commands: [Machine: [String: [Int]]] = [:]
        var effects: [EventType: [Int]] = [:]
        var timers: [Int] = []
        var conditions: [Int] = []
        for (index, row) in rows.enumerated() {
            switch row.trigger {
            case .command(let name, _):
                commands[row.machine, default: [:]][name, default: []].append(index)
            case .effect(let causes):
                for cause in causes { effects[cause, default: []].append(index) }
            case .timer: timers.append(index)
            case .condition: conditions.append(index)
            }
        }
        self.commands = commands
        self.effects = effects
        self.timers = timers
        self.conditions = conditions
        byKey = Dictionary(rows.enumerated().map { ($1.key, $0) }) { first, _ in
            preconditionFailure("two rows have the key \(rows[first].key)")
        }
    }

    /// The rows of one machine that a command names, in the order of the table.
    package func rows(of machine: Machine, command: String) -> [Transition] {
        (commands[machine]?[command] ?? []).map { rows[$0] }
    }

    /// The names of a machine's commands, sorted.
    package func commands(of machine: Machine) -> [String] {
        (commands[machine]?.keys).map { $0.sorted() } ?? []
    }

    package func row(_ key: String) -> Transition? { byKey[key].map { rows[$0] } }

    /// Every name that an event of this table can have in the log.
    package var eventNames: [String] {
        let facts = EventType.allCases.filter { $0.actSuffix == nil }.map(\.name)
        let derived = acts.sorted().flatMap { act in
            EventType.actTypes.map { act + ($0.actSuffix ?? "") }
        }
        return facts + derived
    }

    func effects(of type: EventType) -> [Transition] { (effects[type] ?? []).map { rows[$0] } }
}
