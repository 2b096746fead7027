/// One row of the table: from which states, by what and whom, under which guards, to where.
///
/// A class, for it never changes: the engine goes through hundreds at every command, and to copy
/// their twenty fields took a third of its time.
package final class Transition: Sendable {
    /// What sets a row off.
    package enum Trigger: Sendable {
        /// A person gives a command.
        case command(String, by: Authority)
        /// The clock, at an instant that the state tells; nil while nothing is due.
        case timer(policyKey: String, due: @Sendable (Turn) -> Instant?)
        /// The clock, as soon as a condition is fulfilled.
        case condition(@Sendable (Turn) -> Bool)
        /// The clock, in the transaction of the events named.
        case effect([EventType])
    }

    package typealias Action = @Sendable (inout Turn) throws(Refusal) -> Void

    /// The row's number in the specification; several rows of one number are told apart by `variant`.
    package let id: String
    package let variant: String
    package let machine: Machine
    /// Empty: the row creates its object.
    package let from: [String]
    package let to: [String]
    /// The states of the challenge in which the row may run; nil for any.
    package let phases: Set<ChallengeState>?
    package let trigger: Trigger
    /// The only kind of stream that the row's object may be made in, where its machine lives in
    /// several; nil for any.
    package let home: StreamID.Kind?
    package let fields: [FieldUse]
    /// Reason and clause are mandatory (I23).
    package let needsReason: Bool
    /// Refused while an admitted objection holds the subject.
    package let respectsHold: Bool
    package let guards: [Guard]
    package let events: [EventType]
    /// The name of the act that is signed in parts; its events are `<act>Proposed` and so on.
    package let act: String
    /// The guard of another row of the same command in whose place this one stands while the guard
    /// is broken: a late seal (B4). Such a row is never offered to anybody.
    package let whenBroken: Guard?
    /// What it keeps outside the log; nil for nothing.
    package let custody: Custody?
    /// What it records; nil for its first event with the command's fields.
    let action: Action?
    /// What of the objects is signed beside the fields; nil where the fields are all of it.
    let signs: SignedContent?

    init(
        id: String, variant: String, machine: Machine, from: [String], to: [String],
        phases: Set<ChallengeState>?, trigger: Trigger, home: StreamID.Kind?, fields: [FieldUse],
        needsReason: Bool, respectsHold: Bool, guards: [Guard], events: [EventType], act: String,
        whenBroken: Guard?, custody: Custody?, action: Action?, signs: SignedContent?
    ) {
        (self.id, self.variant, self.machine) = (id, variant, machine)
        (self.from, self.to, self.phases) = (from, to, phases)
        (self.trigger, self.home, self.fields) = (trigger, home, fields)
        (self.needsReason, self.respectsHold, self.guards) = (needsReason, respectsHold, guards)
        (self.events, self.act, self.whenBroken) = (events, act, whenBroken)
        (self.custody, self.action, self.signs) = (custody, action, signs)
    }

    func perform(on turn: inout Turn) throws(Refusal) {
        if let action {
            try action(&turn)
        } else {
            turn.record(events[0])
        }
    }

    /// `C9`, or `K15/substitute`.
    package var key: String { variant.isEmpty ? id : id + "/" + variant }

    package var creates: Bool { from.isEmpty }

    package var command: String? {
        if case .command(let name, _) = trigger { name } else { nil }
    }

    package var authority: Authority? {
        if case .command(_, let authority) = trigger { authority } else { nil }
    }

    /// The fields that a person gives, with the reason where the rule asks for one.
    package var declaredFields: [FieldUse] {
        needsReason ? fields + [.required(F.reason), .required(F.clause)] : fields
    }
}

extension F {
    /// Why: mandatory for every return, refusal, failure, cancellation and termination (I23).
    package static let reason = Field<String>("reason", .text(2000))
    /// The clause of the rule, list or contract that the reason rests on (I23).
    package static let clause = Field<String>("clause", .text(200))
}
