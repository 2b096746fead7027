private typealias Row = Rows<MilestoneState>

extension Milestone {
    /// M15–M17: more time, asked for before the due.
    static let extensionRows: [Transition] = [
        Row.command(
            "M15", "ask-extension", from: [.active], to: [.extensionRequested], by: .any(.bidder),
            in: Contract.running, fields: [.required(F.newDue)], reason: true,
            guards: [contractRuns, beforeDue, extensionLeft] + limits,
            events: [.extensionRequested]),
        Row.command(
            "M16", "refuse-extension", from: [.extensionRequested], to: [.active],
            by: .any(.enterprise, .caseOfficer), in: Contract.running, reason: true,
            events: [.extensionRefused]),
        Row.command(
            "M16", "withdraw-extension", variant: "withdraw", from: [.extensionRequested],
            to: [.active], by: .any(.bidder), in: Contract.running, reason: true,
            events: [.extensionRefused]),
        Row.command(
            "M17", "grant-extension", from: [.extensionRequested], to: [.active],
            by: .all(.enterprise, .caseOfficer), in: Contract.running, hold: true,
            guards: [contractRuns, extensionLeft] + limits, events: [.extensionGranted],
            act: "ExtensionGrant",
            action: { (turn: inout Turn) throws(Refusal) in
                guard let milestone = turn.ownMilestone, let day = milestone.requestedDue else {
                    return
                }
                turn.record(.extensionGranted) {
                    $0[F.oldDue] = milestone.due
                    $0[F.due] = day.end
                    $0[F.extensionDays] = day.number - milestone.due.day.number
                }
            }),
    ]

    /// The day asked for: in the command, and later on the milestone.
    private static func wanted(_ milestone: Milestone, _ turn: Turn) -> Day? {
        turn.fields[F.newDue] ?? milestone.requestedDue
    }

    private static let beforeDue = Guard.milestone("beforeDue") { milestone, turn in
        turn.now < milestone.due
            ? nil : Breach(.extensionTooLate, given: turn.now.json, accepted: milestone.due.json)
    }

    private static let extensionLeft = Guard.milestone("extensionLeft") { milestone, turn in
        let most = turn.policy[.extensionMaxTimes]
        return milestone.extensions < most
            ? nil : Breach(.extensionsSpent, given: milestone.extensions.json, accepted: most.json)
    }

    private static let limits: [Guard] = [
        .milestoneInput("extensionWithinDays") { milestone, turn in
            guard let day = wanted(milestone, turn) else { return nil }
            let (first, old) = (milestone.due.day.adding(1), milestone.due.day)
            let last = old.adding(turn.policy[.extensionMaxDays] - milestone.extendedDays)
            if day <= old {
                return Breach(.extensionNotLater, given: day.json, accepted: first.json)
            }
            return day > last
                ? Breach(.extensionTooLong, given: day.json, accepted: last.json) : nil
        },
        .milestoneInput("extensionWithinDuration") { milestone, turn in
            guard let day = wanted(milestone, turn),
                let start = turn.case.contracts[milestone.contract]?.effectiveAt
            else { return nil }
            let last = start.day.adding(turn.policy[.milestoneMaxDurationDays])
            return day > last
                ? Breach(.durationTooLong, given: day.json, accepted: last.json) : nil
        },
        // §7: dates rise from milestone to milestone; moving the later ones takes an amendment.
        .milestoneInput("extensionBeforeNext") { milestone, turn in
            guard let day = wanted(milestone, turn) else { return nil }
            let next = turn.case.milestones(of: milestone.contract).first {
                $0.sequence > milestone.sequence && $0.state == .planned
            }
            guard let next, day >= next.due.day else { return nil }
            return Breach(
                .extensionPastNext, given: day.json, accepted: next.due.day.adding(-1).json,
                ["milestone": .string(next.id)])
        },
    ]
}

extension RefusalCode {
    package static let extensionTooLate = RefusalCode("extensionTooLate")
    package static let extensionsSpent = RefusalCode("extensionsSpent")
    package static let extensionNotLater = RefusalCode("extensionNotLater")
    package static let extensionTooLong = RefusalCode("extensionTooLong")
    package static let extensionPastNext = RefusalCode("extensionPastNext")
}
