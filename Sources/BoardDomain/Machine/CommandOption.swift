/// One command that a person may or may not give to an object now.
package struct CommandOption: Sendable {
    /// The row's key.
    package let rule: String
    package let subject: ObjectReference
    package let command: String
    /// The text that waits for this signature; nil where the person would be the first to sign.
    package let pending: Record?
    /// The text that this person put and that waits for the others; a new one takes its place. Nil where there is none.
    package let proposed: Record?
    /// The text that was put and has come back; nil where none has.
    package let sentBack: Record?
    /// In which capacity the person would act; nil where it may not.
    package let capacity: Capacity?
    /// Why not; nil where it may.
    package let refusal: Refusal?
    /// Each guard that stands without fields, with what speaks against it.
    package let guards: [(name: String, breach: Breach?)]
    package let fields: [FieldUse]
    /// Whether the signature would complete the act.
    package let completes: Bool
}

extension Engine {
    /// Every command of a stream for a person: what it may do now, and why not the rest.
    ///
    /// Rows from another state than the object's are left out: they are not about now.
    package func options(
        for person: PersonID, in stream: StreamID, of world: World, context: Context
    ) -> [CommandOption] {
        let aggregate = world[stream].aggregate
        let machines = type(of: aggregate).machines
        var options: [CommandOption] = []
        for row in table.rows where machines.contains(row.machine) {
            guard row.command != nil, row.whenBroken == nil,
                row.home.map({ $0 == stream.kind }) ?? true
            else { continue }
            let isFirst = row.machine == machines[0]
            let ids =
                row.creates
                ? (isFirst && !aggregate.ids(of: row.machine).isEmpty ? [] : [""])
                : aggregate.ids(of: row.machine)
            for id in ids {
                let subject = ObjectReference(row.machine, id)
                guard isOpen(row, on: subject, of: aggregate) else { continue }
                let turn = Turn(
                    world: world, context: context, stream: stream, subject: subject, row: row)
                options.append(option(for: person, turn))
            }
        }
        return options
    }

    private func option(for person: PersonID, _ turn: Turn) -> CommandOption {
        let row = turn.row
        let guards = row.guards.filter { !$0.needsFields }
        let step = turn.docket.step(rule: row.key, subject: turn.subject)
        let make = { (part: Part?, refusal: Refusal?) in
            let judged = (part?.turn ?? turn)
            let breaches = guards.map { (name: $0.name, breach: $0.breach(judged)) }
            let broken = breaches.lazy.compactMap(\.breach).first.map { Refusal(rule: row.id, $0) }
            return CommandOption(
                rule: row.key, subject: turn.subject, command: row.command ?? "",
                pending: part?.step?.fields,
                // A part without the step that waits begins the act afresh.
                proposed: part != nil && part?.step == nil ? step?.fields : nil,
                sentBack: turn.docket.sentBack
                    .last { $0.rule == row.key && $0.subject == turn.subject }?.fields,
                capacity: part?.turn.signature.capacity,
                refusal: refusal ?? broken, guards: breaches, fields: row.declaredFields,
                completes: part.map { $0.stepEvent(in: $0.turn) == nil } ?? false)
        }
        do {
            return make(try part(of: person, in: turn), nil)
        } catch {
            return make(nil, error)
        }
    }
}
