extension Objection {
    static let duties: [Duty] = [
        .of(
            "O4", act: "ObjectionAdmission", states: [.filed] as [ObjectionState],
            awaits: [.supervisor], command: "admit", due: admissionDue),
        .of(
            "O2", act: "ObjectionCompletion", states: [.filed] as [ObjectionState],
            awaits: [.interestedParty], command: "complete-objection", lapses: true,
            applies: { turn in
                turn.objections[turn.subject.id].map {
                    $0.completedAt == nil && $0.completionUntil.map { turn.now <= $0 } ?? false
                } ?? false
            }, due: { turn in turn.objections[turn.subject.id]?.completionUntil }),
        .of(
            "O5", act: "InvestigationOpening", states: [.admitted] as [ObjectionState],
            awaits: [.supervisor], command: "investigate"),
        .of(
            "O5", act: "ObjectionResponse", states: [.investigating] as [ObjectionState],
            awaits: [.interestedParty], command: "respond", lapses: true,
            applies: { turn in
                turn.objections[turn.subject.id]?.defenceUntil.map { turn.now <= $0 } ?? false
            }, due: { turn in turn.objections[turn.subject.id]?.defenceUntil }),
        .of(
            "O6", act: "ObjectionDecision",
            states: [.admitted, .investigating] as [ObjectionState],
            awaits: [.supervisor],
            task: { turn in
                let isOpened = turn.objections[turn.subject.id]?.state == .investigating
                return Duty.Task(isOpened ? "decide-objection" : "investigate", on: turn.subject)
            },
            due: { turn in
                turn.objections[turn.subject.id]?.admittedAt.map {
                    turn.workdays(.objectionDecideWorkdays, after: $0)
                }
            }),
        .of(
            "O8", act: "Appeal", states: [.decided] as [ObjectionState],
            awaits: [.interestedParty], command: "appeal"),
        .of(
            "O9", act: "AppealDecision", states: [.appealed] as [ObjectionState],
            awaits: [.supervisor], command: "decide-appeal",
            due: { turn in turn.workdays(.appealDecideWorkdays, after: turn.since) }),
    ]

    /// While the filer completes what it filed, the supervisor does not run late.
    private static let admissionDue: @Sendable (Turn) -> Instant? = { turn in
        guard let objection = turn.objections[turn.subject.id] else { return nil }
        let from = objection.completedAt ?? objection.completionUntil ?? turn.since
        return turn.workdays(.objectionAdmitWorkdays, after: from)
    }
}
