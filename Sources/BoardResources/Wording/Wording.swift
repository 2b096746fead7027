package import BoardDomain

/// The board's values in words, for whoever has texts: a screen and a paper call them alike.
package protocol Wording: Sendable {
    var texts: Texts { get }
}

extension Wording {
    package func state(_ state: some MachineState) -> String {
        self.state(state.rawValue, of: type(of: state).machine.rawValue)
    }

    package func state(_ state: String, of machine: String) -> String {
        texts.textIfPresent("state.\(machine).\(state)") ?? state
    }

    package func machine(_ machine: Machine) -> String {
        texts.textIfPresent("machine." + machine.rawValue) ?? machine.rawValue
    }

    /// A choice in words; where one name is a choice of several fields, the field decides.
    package func choice(_ name: String, of field: String = "") -> String {
        texts.textIfPresent("choice.\(field).\(name)")
            ?? (field == "role" ? texts.textIfPresent("role." + name) : nil)
            ?? texts.textIfPresent("choice." + name) ?? name
    }

    package func capacity(_ capacity: Capacity) -> String { self.capacity(capacity.rawValue) }

    package func capacity(_ name: String) -> String {
        texts.textIfPresent("capacity." + name) ?? texts.textIfPresent("role." + name) ?? name
    }

    package func role(_ role: Role) -> String {
        texts.textIfPresent("role." + role.rawValue) ?? role.rawValue
    }

    /// `CASE→REV` in words: who signs, and in which order.
    package func authority(_ authority: Authority) -> String {
        authority.signatures.map { signature in
            signature.map { capacity($0.rawValue) }.joined(separator: texts.text("cli.or"))
        }.joined(separator: authority.isOrdered ? " → " : " + ")
    }

    /// `bid/2` as “Bid 2”.
    package func object(_ reference: ObjectReference) -> String {
        let machine = machine(reference.machine)
        return reference.id.isEmpty ? machine : "\(machine) \(reference.id)"
    }

    /// An event by its name: a fact by its own wording, a step or an overdue mark by its act's.
    package func event(_ name: String) -> String {
        if let text = texts.textIfPresent("event." + name) { return text }
        for suffix in ["Proposed", "Signed", "SentBack", "Lapsed", "Overdue"]
        where name.hasSuffix(suffix) {
            let act = String(name.dropLast(suffix.count))
            let keys = suffix == "Overdue" ? ["duty.", "act."] : ["act.", "duty."]
            let words = keys.lazy.compactMap { texts.textIfPresent($0 + act) }.first
            if let words { return texts.text("cli.event." + suffix, ["act": words]) }
        }
        return name
    }

    package func instant(_ instant: Instant) -> String { instant.localText }

    package func flag(_ value: Bool) -> String { texts.text(value ? "cli.yes" : "cli.no") }

    package func list(_ items: [String]) -> String {
        items.joined(separator: texts.text("cli.comma"))
    }

    /// `202.02万元`; `CNY 2,020,200.00`, for 万 is no unit to an English reader.
    package func money(_ amount: Money) -> String {
        texts.text("amount.money", ["figure": figure(amount)])
    }

    /// `202.02`; `2,020,200.00`: for a column whose heading names the unit.
    package func figure(_ amount: Money) -> String {
        switch texts.language {
        case .zhHans: amount.wanNumber
        case .en: amount.yuanNumber
        }
    }
}
