import BoardDomain
import BoardEventLog

/// What waits for whom: the duties of the table, and acts that wait for a signature.
extension StreamProjector {
    func duties(of id: StreamID) -> [DutyRow] {
        let docket = world[id].aggregate.docket
        let open = engine.openDuties(in: id, of: world, context: context).flatMap { entry in
            rows(
                entry.duty, subject: entry.subject, task: entry.task, due: entry.due,
                docket: docket, in: id)
        }
        return open + docket.steps.flatMap { rows($0, in: id) }
    }

    private func rows(
        _ duty: Duty, subject: ObjectReference, task: Duty.Task?, due: Instant?, docket: Docket,
        in id: StreamID
    ) -> [DutyRow] {
        let isOverdue =
            due.map { docket.isOverdue(act: duty.act, subject: subject, due: $0) } ?? false
        let awaited = stillAwaited(by: duty, task: task, subject: subject, docket: docket)
        return holders(of: awaited, subject: subject, in: id).map { holders in
            DutyRow(
                about: subject.text, object: (task?.object ?? subject).text, rule: duty.rule,
                command: task?.command,
                roles: holders.roles.sorted(), persons: holders.persons.sorted(),
                organisation: holders.organisation, opened: docket.since[subject] ?? context.now,
                due: due, overdue: isOverdue, title: duty.act)
        }
    }

    /// Whoever has signed his part of the act that discharges a duty has nothing left to do in it
    /// until it is sent back; the signatures that are missing wait as what they are, the act's.
    private func stillAwaited(
        by duty: Duty, task: Duty.Task?, subject: ObjectReference, docket: Docket
    ) -> [Capacity] {
        var awaited = task?.open ?? duty.awaits
        for step in docket.steps {
            // What the act would make has no object yet.
            guard let row = engine.table.row(step.rule), let command = row.command,
                row.creates || step.subject == task?.object ?? subject,
                command == task?.command, let authority = row.authority
            else { continue }
            let signing = authority.signatures.flatMap(\.self)
            awaited.removeAll { signing.contains($0) }
        }
        return awaited
    }

    private func rows(_ step: Docket.Step, in id: StreamID) -> [DutyRow] {
        guard let row = engine.table.row(step.rule), let authority = row.authority else {
            return []
        }
        let awaited = authority.open(after: step.given.map(\.place))
            .flatMap { authority.signatures[$0] }
        let confirmed = context.calendar.workdays(
            context.policy[.confirmWorkdays], after: step.proposedAt.day, counting: .excluded
        ).last.end
        let duty = duty(of: step, row, in: id)
        let due = [confirmed, end(of: row, duty?.due, in: id)].compactMap(\.self).min()
        let isOverdue =
            duty?.due.map {
                world[id].aggregate.docket.isOverdue(
                    act: duty?.act ?? "", subject: step.subject, due: $0)
            } ?? false
        return holders(of: awaited, subject: step.subject, in: id).map { holders in
            DutyRow(
                object: step.subject.text, rule: step.rule, command: row.command,
                roles: holders.roles.sorted(), persons: holders.persons.sorted(),
                organisation: holders.organisation, opened: step.proposedAt, due: due,
                overdue: isOverdue, title: row.act)
        }
    }

    /// When an act can be completed no more: at the deadline, where it is one of the running call (I8),
    /// or when the duty that it discharges is due.
    private func end(of row: Transition, _ due: Instant?, in id: StreamID) -> Instant? {
        guard let found = world[id].aggregate as? Case, found.exists else { return due }
        let phases =
            row.machine == .challenge
            ? Set(row.from.compactMap(ChallengeState.init(rawValue:))) : row.phases ?? []
        let isOfCall = !phases.isEmpty && phases.isSubset(of: [.open, .cancelPending])
        return [due, isOfCall ? found.challenge.deadline : nil].compactMap(\.self).min()
    }

    /// The duty that an act in parts discharges, and when it is due.
    private func duty(
        of step: Docket.Step, _ row: Transition, in id: StreamID
    ) -> (act: String, due: Instant?)? {
        engine.openDuties(in: id, of: world, context: context).first {
            $0.duty.rule == row.id && $0.subject == step.subject
        }.map { ($0.duty.act, $0.due) }
    }

    private struct Holders {
        let organisation: String?
        var roles: Set<String> = []
        var persons: Set<PersonID> = []
    }

    /// Whom a duty waits for, by organisation: the workshop is the enterprise's, the laboratory its
    /// own, and either may do it.
    private func holders(
        of capacities: [Capacity], subject: ObjectReference, in id: StreamID
    ) -> [Holders] {
        var groups: [Holders] = []
        let holders = capacities.flatMap {
            engine.holders(of: $0, subject: subject, in: id, of: world, context: context)
        }
        for holder in holders {
            let index =
                groups.firstIndex { $0.organisation == holder.organisation } ?? groups.count
            if index == groups.count { groups.append(Holders(organisation: holder.organisation)) }
            groups[index].roles.formUnion(holder.roles.map(\.rawValue))
            groups[index].persons.formUnion(holder.persons)
        }
        return groups
    }
}
