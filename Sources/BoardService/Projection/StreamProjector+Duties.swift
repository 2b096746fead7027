import BoardDomain
import BoardEventLog

/// What waits for whom: the duties of the table, and acts that wait for a signature.
extension StreamProjector {
    func duties(of id: StreamID) -> [DutyRow] {
        let docket = world[id].aggregate.docket
        let open = engine.openDuties(in: id, of: world, context: context).map { entry in
            row(
                entry.duty, subject: entry.subject, due: entry.due, docket: docket, in: id)
        }
        let steps = docket.steps.compactMap { row($0, in: id) }
        return open + steps
    }

    private func row(
        _ duty: Duty, subject: ObjectReference, due: Instant?, docket: Docket, in id: StreamID
    ) -> DutyRow {
        let holders = holders(of: duty.awaits, subject: subject, in: id)
        let isOverdue =
            due.map { docket.isOverdue(act: duty.act, subject: subject, due: $0) } ?? false
        return DutyRow(
            object: subject.text, rule: duty.rule, command: duty.command, roles: holders.roles,
            persons: holders.persons, organisation: holders.organisation,
            opened: docket.since[subject] ?? context.now, due: due, overdue: isOverdue,
            title: duty.act)
    }

    private func row(_ step: Docket.Step, in id: StreamID) -> DutyRow? {
        guard let row = engine.table.row(step.rule), let authority = row.authority else {
            return nil
        }
        let awaited = authority.open(after: step.given.map(\.place))
            .flatMap { authority.signatures[$0] }
        let holders = holders(of: awaited, subject: step.subject, in: id)
        let due = context.calendar.workdays(
            context.policy[.confirmWorkdays], after: step.proposedAt.day, counting: .excluded
        ).last.end
        return DutyRow(
            object: step.subject.text, rule: step.rule, command: row.command, roles: holders.roles,
            persons: holders.persons, organisation: holders.organisation, opened: step.proposedAt,
            due: due, overdue: false, title: row.act)
    }

    private func holders(
        of capacities: [Capacity], subject: ObjectReference, in id: StreamID
    ) -> (roles: [String], persons: [String], organisation: String?) {
        var roles: [String] = []
        var persons: [String] = []
        var organisation: String?
        for capacity in capacities {
            let holder = engine.holder(
                of: capacity, subject: subject, in: id, of: world, context: context)
            roles += holder.roles.map(\.rawValue)
            persons += holder.persons
            organisation = organisation ?? holder.organisation
        }
        return (Array(Set(roles)).sorted(), Array(Set(persons)).sorted(), organisation)
    }
}
