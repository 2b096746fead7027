/// Declares the rows of the machine whose states are `State`; each machine's file names it once:
/// `private typealias Row = Rows<BidState>`.
package enum Rows<State: MachineState> {
    /// A row that a person's command sets off. Without an action it records its first event with the
    /// command's fields and goes to its first state.
    package static func command(
        _ id: String, _ name: String, variant: String = "", from: [State], to: [State],
        by authority: Authority, in phases: Set<ChallengeState>? = nil,
        home: StreamID.Kind? = nil, fields: [FieldUse] = [],
        reason: Bool = false, hold: Bool = false, guards: [Guard] = [], events: [EventType],
        act: String = "", signs: SignedContent? = nil, whenBroken: Guard? = nil,
        custody: Custody? = nil, action: Transition.Action? = nil
    ) -> Transition {
        precondition(
            authority.isInParts == !act.isEmpty, "\(id): an act signed in parts has a name")
        return Transition(
            id: id, variant: variant, machine: State.machine, from: from.map(\.rawValue),
            to: to.map(\.rawValue), phases: phases, trigger: .command(name, by: authority),
            home: home, fields: fields, needsReason: reason, respectsHold: hold, guards: guards,
            events: events,
            act: act, whenBroken: whenBroken, custody: custody, action: action, signs: signs)
    }

    /// A row of the clock, due at an instant.
    package static func timer(
        _ id: String, variant: String = "", key: String, from: [State], to: [State],
        in phases: Set<ChallengeState>? = nil, guards: [Guard] = [], events: [EventType],
        due: @escaping @Sendable (Turn) -> Instant?, action: Transition.Action? = nil
    ) -> Transition {
        clock(
            id, variant, from, to, phases, .timer(policyKey: key, due: due), guards, events, action)
    }

    /// A row of the clock, carried out as soon as its condition is fulfilled.
    package static func condition(
        _ id: String, variant: String = "", from: [State], to: [State],
        in phases: Set<ChallengeState>? = nil, guards: [Guard] = [], events: [EventType],
        when condition: @escaping @Sendable (Turn) -> Bool, action: Transition.Action? = nil
    ) -> Transition {
        clock(id, variant, from, to, phases, .condition(condition), guards, events, action)
    }

    /// A row of the clock in the transaction of other events: once for every object of the machine
    /// in a `from` state, or once a cause where the row creates its object.
    package static func effect(
        _ id: String, variant: String = "", of causes: [EventType], from: [State], to: [State],
        in phases: Set<ChallengeState>? = nil, guards: [Guard] = [], events: [EventType],
        action: Transition.Action? = nil
    ) -> Transition {
        clock(id, variant, from, to, phases, .effect(causes), guards, events, action)
    }

    private static func clock(
        _ id: String, _ variant: String, _ from: [State], _ to: [State],
        _ phases: Set<ChallengeState>?, _ trigger: Transition.Trigger, _ guards: [Guard],
        _ events: [EventType], _ action: Transition.Action?
    ) -> Transition {
        Transition(
            id: id, variant: variant, machine: State.machine, from: from.map(\.rawValue),
            to: to.map(\.rawValue), phases: phases, trigger: trigger, home: nil, fields: [],
            needsReason: false, respectsHold: false, guards: guards, events: events, act: "",
            whenBroken: nil, custody: nil, action: action, signs: nil)
    }
}
