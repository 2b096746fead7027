private typealias Row = Rows<HandOverState>

extension HandOver {
    /// The rows of the machine `handover`; the appointment's rows offer it (G13).
    static let rows: [Transition] = [accept, complete, refuse, silence]

    static let duties: [Duty] = [
        Duty.of(
            "G14", act: "HandOverReply", states: [HandOverState.offered], awaits: [.oneself],
            command: "accept-handover"),
        Duty.of(
            "G14", act: "HandOverCompletion", states: [HandOverState.accepted],
            awaits: [.oneself], command: "complete-handover"),
    ]

    private static let accept = Row.command(
        "G14", "accept-handover", from: [.offered], to: [.accepted], by: .any(.oneself),
        guards: [holdsRole], events: [.handOverAccepted])

    /// Done once each case has its new officer (G11, which checks the separation of duties case by
    /// case) and nothing listed waits for the former holder any more.
    private static let complete = Row.command(
        "G14", "complete-handover", variant: "done", from: [.accepted], to: [.done],
        by: .any(.oneself), guards: [itemsTaken], events: [.handOverDone])

    private static let refuse = Row.command(
        "G15", "refuse-handover", from: [.offered], to: [.refused], by: .any(.oneself),
        reason: true, events: [.handOverRefused])

    private static let silence = Row.timer(
        "G15", variant: "silence", key: "handover.answerWorkdays", from: [.offered],
        to: [.refused], events: [.handOverRefused],
        due: { $0.workdays(.handoverAnswerWorkdays, after: $0.since) }
    ) { (turn: inout Turn) throws(Refusal) in
        turn.record(.handOverRefused) {
            $0[F.reason] = "silence"
            $0[F.clause] = "G15"
        }
    }

    private static let holdsRole = Guard.standing("successorHoldsRole") { turn in
        guard case .person(let person) = turn.signature.actor, let handOver = turn.subjectHandOver,
            let role = turn.organisationFile?.appointments[handOver.appointment]?.role
        else { return nil }
        let held = turn.world.directory.appointments(of: person, at: turn.now).map(\.role)
        guard !held.contains(role) else { return nil }
        return Breach(
            .roleNotHeld, given: .array(held.map { .string($0.rawValue) }),
            accepted: .string(role.rawValue))
    }

    private static let itemsTaken = Guard.standing("itemsTaken") { turn in
        guard let handOver = turn.subjectHandOver else { return nil }
        let waiting = Set(turn.world.register.openWork[handOver.holder] ?? [])
        let left = handOver.items.filter(waiting.contains)
        guard !left.isEmpty else { return nil }
        return Breach(
            .itemsOpen, given: .array(left.map(JSON.string)), accepted: .array([]))
    }
}
