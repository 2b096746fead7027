extension Verification {
    /// The rows of the machine `verification`: T1–T18.
    static let rows: [Transition] = protocolRows + runRows + resultRows + retestRows

    static let duties: [Duty] = [
        .of(
            "T3", act: "ProtocolFreeze", states: [VerificationState.protocolDraft], in: phases,
            awaits: [.enterprise, .bidder, .workshop], command: "sign-protocol",
            applies: { turn in
                of(turn).map { turn.case.milestones[$0.milestone] != nil } ?? false
            },
            due: { turn in turn.workdays(.protocolFreezeWorkdays, after: turn.since) }),
        .of(
            "T5", act: "VerificationSchedule", states: [VerificationState.frozen], in: phases,
            awaits: [.workshop, .laboratory], command: "schedule", applies: isAskedFor),
        .of(
            "T7", act: "VerificationRun", states: [VerificationState.scheduled, .running],
            in: phases, awaits: [.workshop, .laboratory], command: "record-run",
            applies: { !isSampled($0) }),
        .of(
            "T9", act: "VerificationReport", states: [VerificationState.running], in: phases,
            awaits: [.workshop, .laboratory], command: "report", applies: isSampled),
        .of(
            "T10", act: "ReportSigning", states: [VerificationState.reported], in: phases,
            awaits: [.enterprise, .bidder], command: "countersign", respectsHold: true,
            lapses: true,
            due: { turn in
                of(turn)?.reportedAt.map {
                    turn.workdays(.verificationCountersignWorkdays, after: $0)
                }
            }),
        .of(
            "T13", act: "TestResult", states: [VerificationState.passed, .failed], in: phases,
            awaits: [.enterprise, .bidder], command: "dispute", respectsHold: true, lapses: true,
            applies: { of($0).map { !$0.isFirm && !$0.retestUsed } ?? false },
            due: { turn in of(turn).flatMap { disputeEnd(of: $0, in: turn) } }),
        .of(
            "T12", act: "ConditionClosing", states: [VerificationState.conditional], in: phases,
            awaits: [.workshop, .enterprise], command: "close-conditions", respectsHold: true),
        .of(
            "T15", act: "RetestOrder", states: [VerificationState.disputed], in: phases,
            awaits: [.caseOfficer], command: "order-retest", respectsHold: true,
            due: { turn in turn.workdays(.retestOrderWorkdays, after: turn.since) }),
        .of(
            "T16", act: "RetestLaboratory", states: [VerificationState.retest], in: phases,
            awaits: [.caseOfficer], command: "reassign-retest",
            applies: { of($0)?.retestLaboratory.isEmpty == true },
            due: { turn in turn.workdays(.retestOrderWorkdays, after: turn.since) }),
        .of(
            "T16", act: "Retest", states: [VerificationState.retest], in: phases,
            awaits: [.laboratory], command: "report-retest", due: { of($0)?.retestUntil }),
    ]

    private static func isSampled(_ turn: Turn) -> Bool {
        of(turn)?.verdict?.sampleReached ?? false
    }

    /// A test is asked for once the milestone waits for it (M4); before that it may be run, but
    /// nobody is late.
    private static func isAskedFor(_ turn: Turn) -> Bool {
        guard let found = of(turn) else { return false }
        return turn.case.milestones[found.milestone]?.state == .verifying
    }
}
