import BoardDomain
import BoardResources

/// The board's values in words, as official papers have them.
struct PrintWording {
    let texts: Texts

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        texts.text("print." + key, values)
    }

    func label(_ field: String) -> String { texts.textIfPresent("field." + field) ?? field }

    func choice(_ name: String) -> String { texts.textIfPresent("choice." + name) ?? name }

    func state(_ state: some MachineState) -> String {
        self.state(state.rawValue, of: type(of: state).machine.rawValue)
    }

    func state(_ state: String, of machine: String) -> String {
        texts.textIfPresent("state.\(machine).\(state)") ?? state
    }

    func capacity(_ capacity: Capacity) -> String {
        texts.textIfPresent("capacity." + capacity.rawValue) ?? capacity.rawValue
    }

    /// `bid/2` as “Bid 2”.
    func object(_ reference: ObjectReference) -> String {
        let machine =
            texts.textIfPresent("machine." + reference.machine.rawValue)
            ?? reference.machine.rawValue
        return reference.id.isEmpty ? machine : "\(machine) \(reference.id)"
    }

    /// An event by what it says; a step or an overdue mark by its act.
    func event(_ event: Event) -> String {
        if let text = texts.textIfPresent("event." + event.name) { return text }
        let words =
            event.type == .dutyOverdue
            ? texts.textIfPresent("duty." + event.act) : texts.textIfPresent("act." + event.act)
        guard let words else { return event.name }
        return texts.text("cli.event.\(event.name.dropFirst(event.act.count))", ["act": words])
    }

    /// `2026年6月9日`; `9 June 2026`.
    func day(_ day: Day) -> String {
        let (year, month, date) = day.civil
        return text(
            "day",
            ["year": String(year), "month": text("month.\(month)"), "day": String(date)])
    }

    func instant(_ instant: Instant) -> String { instant.localText }

    /// A name with what belongs to it: `徐慧敏（企业）`.
    func named(_ name: String, _ detail: String) -> String {
        text("named", ["name": name, "detail": detail])
    }

    func flag(_ value: Bool) -> String { texts.text(value ? "cli.yes" : "cli.no") }

    /// In 元 with its capital numerals, as contracts and payment papers want it.
    func amount(_ money: Money) -> String {
        text("amount", ["figures": money.yuanText, "words": money.upperCase])
    }

    func list(_ items: [String]) -> String { items.joined(separator: texts.text("cli.comma")) }

    /// What an indicator asks for: `不低于 2000 h`.
    func target(
        _ comparator: Comparator, _ target: String?, _ upper: String?, unit: String
    ) -> String {
        let figures: String =
            switch comparator {
            case .fulfilled: ""
            case .range: "\(target ?? "")–\(upper ?? "") \(unit)"
            default: "\(target ?? "") \(unit)"
            }
        let word = comparator == .range ? "" : choice(comparator.rawValue)
        return [word, figures].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
