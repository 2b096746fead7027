/// All that the keys do now.
public struct KeyMap<Action: Hashable & Sendable>: Hashable, Sendable {
    /// The most important first; of two that claim a key the first has it.
    public var bindings: [KeyBinding<Action>]

    /// Of bindings.
    public init(_ bindings: [KeyBinding<Action>]) { self.bindings = bindings }

    /// What a key does, also where it cannot be done now: say why. Shift counts for nothing on a character, which it has made already.
    public func binding(for event: KeyEvent) -> KeyBinding<Action>? {
        let event = Self.plain(event)
        return bindings.first { $0.keys.contains { Self.plain($0) == event } }
    }

    /// How an action is done.
    public func binding(of action: Action) -> KeyBinding<Action>? {
        bindings.first { $0.action == action }
    }

    /// These, and of those beneath what is left to them: keys that are claimed here are not theirs.
    public func over(_ beneath: KeyMap) -> KeyMap {
        let claimed = Set(bindings.flatMap(\.keys).map(Self.plain))
        let left = beneath.bindings.compactMap { binding -> KeyBinding<Action>? in
            var binding = binding
            let count = binding.keys.count
            binding.keys.removeAll { claimed.contains(Self.plain($0)) }
            return binding.keys.isEmpty && count > 0 ? nil : binding
        }
        return KeyMap(bindings + left)
    }

    /// Keys that two bindings claim: for a test that there are none.
    public var conflicts: [KeyEvent] {
        var seen: Set<KeyEvent> = []
        return bindings.flatMap(\.keys).map(Self.plain).filter { !seen.insert($0).inserted }
    }

    /// For the foot of a screen.
    public var hints: [KeyHint] { bindings.filter { !$0.keys.isEmpty }.map(\.hint) }

    /// What stands under one heading of the help.
    public struct Group: Hashable, Sendable {
        /// The heading.
        public var title: SafeText
        /// In their order.
        public var bindings: [KeyBinding<Action>]
    }

    /// By heading, in the order in which headings first appear.
    public var groups: [Group] {
        var groups: [Group] = []
        for binding in bindings {
            if let index = groups.firstIndex(where: { $0.title == binding.group }) {
                groups[index].bindings.append(binding)
            } else {
                groups.append(Group(title: binding.group, bindings: [binding]))
            }
        }
        return groups
    }

    /// For a palette of all that can be done.
    public var entries: [PaletteEntry<Action>] {
        bindings.map {
            PaletteEntry(
                $0.action, $0.title, detail: $0.group, key: $0.keyLabel, reason: $0.reason)
        }
    }

    private static func plain(_ event: KeyEvent) -> KeyEvent {
        guard case .character = event.key else { return event }
        return KeyEvent(event.key, event.modifiers.subtracting(.shift))
    }
}
