extension Milestone {
    static let duties: [Duty] = [
        // M18: its overdue mark is MilestoneOverdue.
        .of(
            "M18", act: "Milestone", states: [MilestoneState.active], in: Contract.running,
            awaits: [.bidder], command: "submit", respectsHold: true,
            due: { turn in turn.ownMilestone?.due }),
        .of(
            "M4", act: "MilestoneVerification", states: [MilestoneState.verifying],
            in: Contract.running, awaits: [.workshop, .laboratory],
            // Once there is one, each step of it is a duty of its own.
            task: { _ in Duty.Task("draft-protocol", on: ObjectReference(.challenge)) },
            applies: { turn in
                !turn.case.verifications.all.contains {
                    $0.milestone == turn.subject.id && $0.isLive
                }
            }),
        .of(
            "M7", act: "MilestoneAcceptance", states: [MilestoneState.accepting],
            in: Contract.running, awaits: [.enterprise], command: "accept", respectsHold: true,
            due: { $0.reviewDue }),
        .of(
            "M8b", act: "AcceptanceTakeOver", states: [MilestoneState.accepting],
            in: Contract.running, awaits: [.caseOfficer], command: "take-over",
            respectsHold: true, applies: { $0.now > $0.takeOverFrom }),
        .of(
            "M9", act: "MilestoneCheck", states: [MilestoneState.checking], in: Contract.running,
            awaits: [.caseOfficer], command: "recommend", respectsHold: true,
            due: { $0.reviewDue }),
        .of(
            "M11", act: "MilestoneApproval", states: [MilestoneState.approving],
            in: Contract.running, awaits: [.reviewer], command: "approve", respectsHold: true,
            due: { $0.reviewDue }),
        .of(
            "M13", act: "MilestoneRework", states: [MilestoneState.partiallyMet],
            in: Contract.running, awaits: [.bidder], command: "rework",
            applies: { turn in
                turn.ownMilestone.map { !$0.partClosed && !$0.partReworked } ?? false
            }, due: { turn in turn.days(.milestoneReworkDays, after: turn.since) }),
        .of(
            "M17", act: "ExtensionAnswer", states: [MilestoneState.extensionRequested],
            in: Contract.running, awaits: [.enterprise, .caseOfficer], command: "grant-extension",
            respectsHold: true, due: { $0.reviewDue }),
        // K17 to the case officer: a must or a gate was missed, or nothing came for too long.
        .of(
            "M14", act: "NotMetDecision", states: [MilestoneState.notMet], in: Contract.running,
            awaits: [.caseOfficer], task: ending, respectsHold: true, applies: barsTheWay,
            due: { turn in turn.days(.milestoneNotMetDecideDays, after: turn.since) }),
        .of(
            "M13", act: "ShortPartDecision", states: [MilestoneState.partiallyMet],
            in: Contract.running, awaits: [.caseOfficer], task: ending, respectsHold: true,
            applies: { turn in turn.ownMilestone?.partClosed == true && barsTheWay(turn) },
            due: { turn in turn.days(.milestoneNotMetDecideDays, after: turn.since) }),
        .of(
            "M18", act: "OverdueDecision", states: [MilestoneState.active], in: Contract.running,
            awaits: [.caseOfficer], task: ending, respectsHold: true,
            applies: { turn in
                turn.ownMilestone.map {
                    turn.docket.isOverdue(act: "Milestone", subject: turn.subject, due: $0.due)
                } ?? false
            },
            due: { turn in
                turn.ownMilestone.map { turn.days(.milestoneOverdueDays, after: $0.due) }
            }),
    ]

    /// The contract is ended by its ground, which is stated first (K17).
    private static let ending: @Sendable (Turn) -> Duty.Task? = { turn in
        turn.ownMilestone.flatMap { turn.case.contracts[$0.contract] }.map {
            Duty.Task($0.ground == nil ? "state-ground" : "terminate", on: $0.reference)
        }
    }

    private static let barsTheWay: @Sendable (Turn) -> Bool = { turn in
        guard let milestone = turn.ownMilestone,
            turn.case.contracts[milestone.contract]?.isRunning == true
        else { return false }
        return !turn.isPassed(milestone)
    }
}
