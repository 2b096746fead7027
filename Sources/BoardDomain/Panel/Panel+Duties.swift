extension Panel {
    static let duties: [Duty] = [
        Duty.of(
            "P2", act: "ExpertDraw", states: [PanelState.planned], in: [.qualifying],
            awaits: [.caseOfficer], command: "draw"),
        Duty.of(
            "P8", act: "PoolShortage", states: filling, in: working, awaits: [.caseOfficer],
            command: "widen",
            applies: { turn in
                guard turn.isPanelInForce, let panel = turn.subjectPanel else { return false }
                return panel.widening < widest && turn.orderIsExhausted(of: panel)
            }),
        // Nobody is left to draw and too few to go on: the call fails (C18).
        Duty.of(
            "P8", act: "PanelShortage", states: filling, in: working, awaits: [.reviewer],
            task: { _ in Duty.Task("fail-call", on: ObjectReference(.challenge)) },
            applies: { turn in
                turn.isPanelInForce && turn.panelIsExhausted
            }),
        Duty.of(
            "P12b", act: "PanelConsensus", states: [PanelState.consensus], in: [.evaluating],
            awaits: [.panelChair],
            task: { _ in Duty.Task("close-consensus", on: ObjectReference(.challenge)) },
            respectsHold: true,
            applies: { $0.isPanelInForce },
            due: { $0.workdays(.panelConsensusWorkdays, after: $0.runningSince) }),
    ]
}

extension Turn {
    /// From when a clock of the panel runs: since the subject is in its state, and not while the
    /// challenge was `cancelPending`, which gives it a new state on its return.
    var runningSince: Instant {
        max(since, docket.since[ObjectReference(.challenge)] ?? since)
    }
}
