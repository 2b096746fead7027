import Testing

@testable import BoardDomain

@Suite("A milestone from its opening to its verification")
struct MilestoneSubmissionTests {
    @Test("M1 a signed contract plans its milestones")
    func planned() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        try board.sign()
        #expect(
            board.challenge().milestones(of: "1").map(\.state) == [.planned, .planned, .planned])
        #expect(board.milestone("1.3").needsVerification)
        #expect(board.milestone("1.3").indicators == [1, 2])
    }

    @Test("M2 the next milestone opens in the transaction of the approval")
    func opens() throws {
        var board = try DomainBoard.executing()
        #expect(board.milestone("1.1").state == .active)
        try board.bring("1.1")
        #expect(board.milestone("1.2").state == .planned)
        let events = try board.do("approve", on: "milestone/1.1", as: "rev")
        #expect(types(events).first == .milestoneApproved)
        #expect(types(events).contains(.milestoneOpened))
        #expect(board.milestone("1.2").state == .active)
        #expect(board.milestone("1.3").state == .planned)
    }

    @Test("M3 M4 a delivery without verification goes straight to the enterprise")
    func submitted() throws {
        var board = try DomainBoard.executing()
        let events = try board.do(
            "submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))
        #expect(types(events) == [.milestoneSubmitted, .acceptanceAsked])
        #expect(events[0].fields[F.milestoneVersion] == 1)
        #expect(board.milestone("1.1").state == .accepting)
        #expect(
            board.refusal("submit", on: "milestone/1.2", as: "bid", DomainBoard.evidence("b"))?
                .code == .wrongState)
    }

    @Test("M3 a delivery has evidence, each document once on the case")
    func evidence() throws {
        var board = try DomainBoard.executing()
        #expect(
            board.refusal(
                "submit", on: "milestone/1.1", as: "bid", ["evidence": [], "statement": "x"])?.code
                == .milestoneEvidenceMissing)
        try board.meet("1.1")
        let again = board.refusal(
            "submit", on: "milestone/1.2", as: "bid", DomainBoard.evidence("1.1"))
        #expect(again?.code == .evidenceUsedBefore)
        #expect(again?.details["accepted"] == "1.1")
    }

    @Test("M3 a readiness level is claimed only with evidence for it")
    func readinessClaim() throws {
        let board = try DomainBoard.executing()
        var fields = DomainBoard.evidence("a", readiness: 5).object ?? [:]
        fields["readiness"] = 6
        let refusal = board.refusal("submit", on: "milestone/1.1", as: "bid", .object(fields))
        #expect(refusal?.code == .readinessWithoutEvidence)
        #expect(refusal?.details["accepted"] == 5)
        fields["readiness"] = 5
        #expect(board.refusal("submit", on: "milestone/1.1", as: "bid", .object(fields)) == nil)
    }

    @Test("M3 while the contract is in force only, by its own bidder")
    func inForce() throws {
        var board = try DomainBoard.executing()
        #expect(
            board.refusal("submit", on: "milestone/1.1", as: "bid2", DomainBoard.evidence("a"))?
                .code == .notYourPart)
        board.given(.contractDelivered, "contract/1", state: ContractState.delivered)
        #expect(
            board.refusal("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))?
                .code == .workStopped)
    }

    private static let gated: JSON = [
        DomainBoard.plan(1, 5000, due: "2026-06-30", gate: true),
        DomainBoard.plan(2, 5000, due: "2026-12-31", indicators: [1, 2], verified: true),
    ]

    @Test("M3 behind a gate that is not met nothing is submitted")
    func gate() throws {
        var board = try DomainBoard.executing(plans: Self.gated)
        try board.bring("1.1")
        try board.do(
            "reject", on: "milestone/1.1", as: "rev", ["reason": "不符", "clause": "第五条"])
        #expect(board.milestone("1.2").state == .planned)
        board.given(.milestoneOpened, "milestone/1.2", state: MilestoneState.active)
        let refusal = board.refusal(
            "submit", on: "milestone/1.2", as: "bid", DomainBoard.evidence("b"))
        #expect(refusal?.code == .gateNotMet)
    }

    /// The first milestone has the musts, so that its verification comes first.
    private static let verified: JSON = [
        DomainBoard.plan(1, 5000, due: "2026-06-30", indicators: [1, 2], verified: true),
        DomainBoard.plan(2, 5000, due: "2026-12-31"),
    ]

    private func verifying() throws -> DomainBoard {
        var board = try DomainBoard.executing(plans: Self.verified)
        let events = try board.do(
            "submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))
        #expect(types(events) == [.milestoneSubmitted, .verificationAsked])
        return board
    }

    @Test("M5 a passed verification brings the milestone to the enterprise once it is firm")
    func passed() throws {
        var board = try verifying()
        board.verify("1.1", passed: true, ["2100", "24"])
        #expect(try board.settled().isEmpty)
        #expect(board.milestone("1.1").state == .verifying)
        let events = try board.advance(to: "2026-03-18T09:00:00+08:00")
        #expect(types(events).contains(.verificationAttached))
        #expect(board.milestone("1.1").state == .accepting)
        #expect(board.milestone("1.1").verification == "1.1.1")
    }

    @Test("M4 a passed verification that still fits is attached at once")
    func attached() throws {
        var board = try DomainBoard.executing(plans: Self.verified)
        board.verify("1.1", passed: true, ["2100", "24"])
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        let events = try board.do(
            "submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))
        #expect(types(events) == [.milestoneSubmitted, .verificationAttached])
        #expect(board.milestone("1.1").state == .accepting)
    }

    @Test("M6 a failed verification leaves one rework, then the case goes to the bureau")
    func failed() throws {
        var board = try verifying()
        board.verify("1.1", passed: false, ["1500", "30"])
        let events = try board.advance(to: "2026-03-18T09:00:00+08:00")
        let rework = try #require(events.first { $0.type == .reworkOpened })
        #expect(rework.fields[F.attachedVerification] == "1.1.1")
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.1").due == Instant(text: "2026-06-30T23:59:59+08:00"))
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("b"))
        #expect(board.milestone("1.1").state == .verifying)
        board.verify("1.1", 2, passed: false, ["1600", "29"])
        try board.advance(to: "2026-03-26T09:00:00+08:00")
        #expect(board.milestone("1.1").state == .checking)
        #expect(
            board.refusal(
                "return", on: "milestone/1.1", as: "case",
                ["items": [["item": "寿命", "reason": "不足"]], "clause": "第五条"])?.code
                == .reworksSpent)
        #expect(
            board.refusal(
                "recommend", on: "milestone/1.1", as: "case",
                [
                    "recommendation": "met", "evidenceChecked": true, "budgetLine": "材料费",
                    "opinion": "x",
                ])?.code == .recommendationBeyond)
        try board.recommend("1.1", "notMet")
        #expect(
            board.refusal("approve", on: "milestone/1.1", as: "rev")?.code == .verificationNotPassed
        )
    }

    @Test("M6 a failed verification that a retest sets right counts after all")
    func retested() throws {
        var board = try verifying()
        board.verify("1.1", passed: false, ["1500", "30"])
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        #expect(board.milestone("1.1").state == .active)
        board.given(
            .verificationFinal, "verification/1.1.1", state: VerificationState.final,
            [
                "passed": true,
                "measured": [
                    ["indicator": 1, "value": "2050", "passed": true],
                    ["indicator": 2, "value": "25", "passed": true],
                ],
            ])
        let events = try board.do(
            "submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("b"))
        #expect(types(events) == [.milestoneSubmitted, .verificationAttached])
    }

    @Test("M6 a rework that begins late has thirty days of its own")
    func reworkDays() throws {
        var board = try DomainBoard.executing(plans: Self.verified)
        try board.advance(to: "2026-06-29T09:00:00+08:00")
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))
        board.verify("1.1", passed: false, ["1500", "30"])
        try board.advance(to: "2026-07-10T09:00:00+08:00")
        #expect(board.milestone("1.1").due == Instant(text: "2026-08-05T23:59:59+08:00"))
    }

    @Test("M18 an unsubmitted milestone is overdue once, a millisecond after its due")
    func overdue() throws {
        var board = try DomainBoard.executing()
        var early = board
        let none = try early.advance(to: "2026-06-30T23:59:59+08:00")
        #expect(!none.map(\.name).contains("MilestoneOverdue"))
        let events = try board.advance(to: "2026-09-20T09:00:00+08:00")
        let marks = events.filter { $0.name == "MilestoneOverdue" }
        #expect(marks.map(\.at) == [Instant(text: "2026-06-30T23:59:59.001+08:00")!])
        #expect(board.milestone("1.1").state == .active)
        let decision = try #require(events.first { $0.name == "OverdueDecisionOverdue" })
        #expect(decision.fields[F.due] == Instant(text: "2026-08-29T23:59:59+08:00"))
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("late"))
        #expect(board.milestone("1.1").state == .accepting)
    }

    @Test("M19 a terminated contract cancels what is open, and only its own")
    func cancelled() throws {
        var board = try DomainBoard.executing(lanes: 2, plans: RaceTests.plans)
        try board.meet("1.1")
        try board.do(
            "state-ground", on: "contract/1", as: "case",
            ["cause": "forceMajeure", "reason": "洪灾", "clause": "第九条"])
        try board.advance(to: "2026-03-14T00:00:00+08:00")
        let fields: JSON = [
            "cause": "forceMajeure", "sheet": ["paid": 0, "due": 0, "recoverable": 0],
            "reason": "洪灾", "clause": "第九条",
        ]
        try board.do("terminate", on: "contract/1", as: "case", fields)
        try board.do("terminate", on: "contract/1", as: "rev")
        #expect(
            board.challenge().milestones(of: "1").map(\.state) == [.met, .cancelled, .cancelled])
        #expect(
            board.challenge().milestones(of: "2").map(\.state) == [.active, .planned, .planned])
    }
}
