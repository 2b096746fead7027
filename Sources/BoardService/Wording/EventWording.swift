package import BoardDomain
package import BoardResources

extension ValueWording {
    /// A command by its name with its title: `publish 发布榜单`.
    package func command(_ name: String, of machine: Machine) -> String {
        texts.textIfPresent("command.\(machine.rawValue).\(name)").map { "\(name) \($0)" } ?? name
    }

    /// Who did it, and as what: `李婉清 (经办人)`.
    package func signer(of entry: TimelineEntry) -> String {
        let role = capacity(entry.capacity.rawValue)
        return entry.actor == Event.clockName || entry.actor.isEmpty
            ? role : "\(entry.actorName) (\(role))"
    }
}
