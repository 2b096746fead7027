/// Something that waits for somebody: what an inbox shows, with its due instant.
///
/// A duty that runs past its due instant is recorded once as `<act>Overdue` and stays where it is
/// (I26: every opened clock has a close or is in exactly one overdue list).
package final class Duty: Sendable {
    /// The row that discharges it.
    package let rule: String
    /// The first half of its overdue event's name, and of its wording `duty.<act>`.
    package let act: String
    package let machine: Machine
    package let states: [String]
    package let phases: Set<ChallengeState>?
    /// Whoever may discharge it; empty for a person named by `holders`.
    package let awaits: [Capacity]
    /// The command that discharges it, nil where several may.
    package let command: String?
    /// What is to be done where that depends on the object, or is done to another one.
    package let task: @Sendable (Turn) -> Task?
    /// Whether it is there at all.
    package let applies: @Sendable (Turn) -> Bool
    /// When it is due; nil where the specification sets no time.
    package let due: @Sendable (Turn) -> Instant?
    /// Whoever lets the time pass has waived it: nothing is overdue (a defence, a completion).
    package let lapses: Bool
    /// Stands still while an objection holds the object (transitions, *Hold*).
    package let respectsHold: Bool

    /// A command and the object that it is put to.
    package struct Task: Sendable {
        package let command: String
        /// Of a stream of its own where its machine is none of the duty's stream.
        package let object: ObjectReference
        /// Whose part is still open where each does one of his own; nil for all whom the duty awaits.
        package let open: [Capacity]?

        package init(_ command: String, on object: ObjectReference, by open: [Capacity]? = nil) {
            (self.command, self.object, self.open) = (command, object, open)
        }
    }

    private init(
        rule: String, act: String, machine: Machine, states: [String],
        phases: Set<ChallengeState>?, awaits: [Capacity], command: String?,
        task: @escaping @Sendable (Turn) -> Task?,
        applies: @escaping @Sendable (Turn) -> Bool,
        due: @escaping @Sendable (Turn) -> Instant?, lapses: Bool, respectsHold: Bool
    ) {
        (self.rule, self.act, self.machine, self.states) = (rule, act, machine, states)
        (self.phases, self.awaits, self.command, self.task) = (phases, awaits, command, task)
        (self.applies, self.due) = (applies, due)
        (self.lapses, self.respectsHold) = (lapses, respectsHold)
    }

    package static func of<State: MachineState>(
        _ rule: String, act: String, states: [State], in phases: Set<ChallengeState>? = nil,
        awaits: [Capacity], command: String? = nil,
        task: (@Sendable (Turn) -> Task?)? = nil, respectsHold: Bool = false, lapses: Bool = false,
        applies: @escaping @Sendable (Turn) -> Bool = { _ in true },
        due: @escaping @Sendable (Turn) -> Instant? = { _ in nil }
    ) -> Duty {
        Duty(
            rule: rule, act: act, machine: State.machine, states: states.map(\.rawValue),
            phases: phases, awaits: awaits, command: command,
            task: task ?? { turn in command.map { Task($0, on: turn.subject) } },
            applies: applies, due: due, lapses: lapses, respectsHold: respectsHold)
    }
}
