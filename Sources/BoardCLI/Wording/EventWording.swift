import BoardDomain
import BoardResources
import BoardService

extension ValueWording {
    /// An event by its name: a fact by its own wording, a step or an overdue mark by its act's.
    func event(_ name: String) -> String {
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

    /// A command by its name with its title: `publish 发布榜单`.
    func command(_ name: String, of machine: Machine) -> String {
        texts.textIfPresent("command.\(machine.rawValue).\(name)").map { "\(name) \($0)" } ?? name
    }

    /// Who did it, and as what: `李婉清 (经办人)`.
    func signer(of entry: TimelineEntry) -> String {
        let role = capacity(entry.capacity.rawValue)
        return entry.actor == Event.clockName || entry.actor.isEmpty
            ? role : "\(entry.actorName) (\(role))"
    }
}
