import Testing

@testable import BoardDomain

@Suite("A verification's result")
struct VerificationResultTests {
    private let subject = ExecutionStage.subject
    private let reason: JSON = ["reason": "读数有误", "clause": "T13"]

    @Test("T10 T11 Both parties countersign, and the frozen rule gives the result")
    func countersign() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["2100", "2000"])
        #expect(stage.verification().state == .passed)
        #expect(stage.verification().measured.first?.value?.text == "2000")
        #expect(!stage.verification().isFirm)
    }

    @Test("T10 Silence countersigns after three workdays, not before, and is noted")
    func silence() throws {
        var stage = try ExecutionStage()
        try stage.reported(["2100", "2000"])
        try stage.board.do("countersign", on: subject, as: "ent")
        try stage.board.advance(to: "2026-03-11T23:59:58+08:00")
        #expect(stage.verification().state == .reported)
        try stage.board.advance(to: "2026-03-13T09:00:00+08:00")
        #expect(stage.verification().state == .passed)
        let event = stage.board.log.last { $0.event.type == .countersigned }?.event
        #expect(event?.fields[F.missingParties] == ["bidder"])
        #expect(event?.at.text == "2026-03-11T15:59:59.000Z")
        #expect(event?.by == .clock)
    }

    @Test("T11 A result is firm once five workdays have passed without a dispute")
    func firm() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["2100", "2000"])
        try stage.board.advance(to: "2026-03-13T23:59:58+08:00")
        #expect(!stage.verification().isFirm)
        try stage.board.advance(to: "2026-03-14T00:00:00+08:00")
        #expect(stage.verification().isFirm)
        #expect(stage.verification().passed == true)
    }

    @Test("T11 An open objection keeps a result from being firm")
    func heldFirm() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["2100", "2000"])
        stage.board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed,
            ["object": .string(subject)])
        try stage.board.advance(to: "2026-03-16T09:00:00+08:00")
        #expect(!stage.verification().isFirm)
        stage.board.given(
            .objectionInadmissible, "objection/1", state: ObjectionState.inadmissible)
        try stage.board.advance(to: "2026-03-16T10:00:00+08:00")
        #expect(stage.verification().isFirm)
    }

    private func conditional() throws -> ExecutionStage {
        var stage = try ExecutionStage()
        let items: JSON = [["indicator": 1], ["indicator": 2], ["indicator": 3]]
        try stage.scheduled(["items": items, "sampleSize": 1])
        let values: JSON = [
            ["indicator": 1, "value": "2100", "unit": "h"],
            ["indicator": 2, "value": "20", "unit": "℃"],
            ["indicator": 3, "value": "560", "unit": "元"],
        ]
        try stage.board.do(
            "record-run", on: subject, as: "wrk",
            ExecutionStage.run("2100", with: ["values": values]))
        try stage.board.do(
            "report", on: subject, as: "wrk", ["report": ExecutionStage.digest("r")])
        for person in ["ent", "bid"] {
            try stage.board.do("countersign", on: subject, as: person)
        }
        return stage
    }

    @Test("T11 T12 A desirable indicator short makes it conditional; evidence closes it")
    func conditions() throws {
        var stage = try conditional()
        #expect(stage.verification().state == .conditional)
        #expect(stage.verification().passed == nil)
        let refusal = stage.board.refusal(
            "close-conditions", on: subject, as: "wrk", ["evidence": []])
        #expect(refusal?.code.name == "evidenceMissing")
        #expect(refusal?.rule == "T12")
        try stage.board.do(
            "close-conditions", on: subject, as: "wrk",
            ["evidence": [ExecutionStage.digest("e")]])
        #expect(stage.verification().state == .passed)
    }

    @Test("T12 Conditions that nobody closes in thirty days fail it")
    func lapse() throws {
        var stage = try conditional()
        try stage.board.advance(to: "2026-04-05T23:59:58+08:00")
        #expect(stage.verification().state == .conditional)
        try stage.board.advance(to: "2026-04-06T00:00:00+08:00")
        #expect(stage.verification().state == .failed)
        #expect(stage.verification().passed == false)
    }

    @Test("T13 T14 A dispute goes back to the state that it was raised in, by its own party")
    func dispute() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["1900", "2000"])
        try stage.board.do("dispute", on: subject, as: "bid", reason)
        #expect(stage.verification().state == .disputed)
        let refusal = stage.board.refusal("withdraw-dispute", on: subject, as: "ent")
        #expect(refusal?.code.name == "notYourDispute")
        #expect(refusal?.rule == "T14")
        try stage.board.do("withdraw-dispute", on: subject, as: "bid")
        #expect(stage.verification().state == .failed)
    }

    @Test("T13 Neither a firm result nor one after its window can be disputed")
    func late() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["1900", "2000"])
        for person in ["ent", "bid"] {
            try stage.board.do("waive-dispute", on: subject, as: person)
        }
        #expect(stage.verification().isFirm)
        #expect(
            stage.board.refusal("dispute", on: subject, as: "bid", reason)?.code.name
                == "alreadyFirm")
        var other = try ExecutionStage()
        try other.reported(["1900", "2000"])
        other.board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed,
            ["object": .string(subject)])
        other.board.now = Instant(text: "2026-03-14T09:00:00+08:00")!
        #expect(
            other.board.refusal("dispute", on: subject, as: "bid", reason)?.code.name
                == "disputeTooLate")
    }

    private let retest: JSON = [
        "runs": [
            ExecutionStage.run("2300", at: "2026-03-06T19:00:00+08:00", site: "laboratory"),
            ExecutionStage.run("2400", at: "2026-03-06T20:00:00+08:00", site: "laboratory"),
        ],
        "instruments": [
            ["number": "I-1", "name": "寿命试验机", "calibratedUntil": "2026-12-31"]
        ],
        "report": ExecutionStage.digest("retest"),
    ]

    private func disputed() throws -> ExecutionStage {
        var stage = try ExecutionStage()
        try stage.concluded(["1900", "2000"])
        try stage.board.do("dispute", on: subject, as: "bid", reason)
        return stage
    }

    @Test("T15 T17 A retest by an unrelated laboratory is final, and the loser pays")
    func retestWins() throws {
        var stage = try disputed()
        try stage.board.do(
            "order-retest", on: subject, as: "case",
            ["laboratory": .string(DomainBoard.laboratory)])
        stage.board.now = Instant(text: "2026-03-06T21:00:00+08:00")!
        #expect(
            stage.board.refusal("report-retest", on: subject, as: "lab2", retest)?.code.name
                == "notYourPart")
        var early = retest.object!
        early["runs"] = [ExecutionStage.run("2300")]
        #expect(
            stage.board.refusal("report-retest", on: subject, as: "lab", .object(early))?
                .code.name == "runBeforeFreeze")
        try stage.board.do("report-retest", on: subject, as: "lab", retest)
        let found = stage.verification()
        #expect(found.state == .final)
        #expect(found.isFirm)
        #expect(found.passed == true)
        #expect(found.firstMeasured.first?.value?.text == "1900")
        #expect(found.measured.first?.value?.text == "2300")
        let event = stage.board.log.last { $0.event.type == .verificationFinal }?.event
        #expect(event?.fields[F.retestPaidBy] == DomainBoard.enterprise)
    }

    @Test("T15 A laboratory with a tie to a side is no retest's (V10)")
    func related() throws {
        var stage = try disputed()
        #expect(
            stage.board.refusal(
                "order-retest", on: subject, as: "case",
                ["laboratory": .string(DomainBoard.bidder)])?.code.name == "notTheLaboratory")
        let code = DomainBoard.laboratory
        stage.board.given(
            .orgRegistered, "organisation", state: OrganisationState.verified,
            of: "organisation/\(code)",
            [
                "code": .string(code), "name": "共享检测平台", "kind": "laboratory",
                "controller": .string(DomainBoard.university),
            ])
        let refusal = stage.board.refusal(
            "order-retest", on: subject, as: "case", ["laboratory": .string(code)])
        #expect(refusal?.code.name == "laboratoryRelated")
        #expect(refusal?.rule == "T15")
    }

    @Test("T15 There is one retest")
    func once() throws {
        var stage = try disputed()
        stage.board.given(
            .retestOrdered, subject, state: VerificationState.retest,
            ["laboratory": .string(DomainBoard.laboratory)])
        stage.board.given(.verificationFailed, subject, state: VerificationState.failed)
        #expect(
            stage.board.refusal("dispute", on: subject, as: "bid", reason)?.code.name
                == "retestUsed")
    }

    @Test("T15 T16 An objection that orders a retest leaves the laboratory to the bureau")
    func byObjection() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["2100", "2000"])
        try remedy("retest", on: &stage)
        #expect(stage.verification().state == .retest)
        #expect(stage.verification().retestLaboratory.isEmpty)
        let fields: JSON = [
            "laboratory": .string(ExecutionStage.secondLaboratory), "reason": "由异议决定指定",
            "clause": "T16",
        ]
        try stage.board.do("reassign-retest", on: subject, as: "case", fields)
        #expect(stage.verification().retestLaboratory == ExecutionStage.secondLaboratory)
        #expect(
            stage.board.refusal("reassign-retest", on: subject, as: "case", fields)?.code.name
                == "laboratoryRelated")
    }

    @Test("T16 A retest that takes longer than forty-five days is overdue")
    func retestOverdue() throws {
        var stage = try disputed()
        try stage.board.do(
            "order-retest", on: subject, as: "case",
            ["laboratory": .string(DomainBoard.laboratory)])
        try stage.board.advance(to: "2026-05-01T09:00:00+08:00")
        let marks = stage.board.log.map(\.event).filter { $0.name == "RetestOverdue" }
        #expect(marks.map(\.at.text) == ["2026-04-20T15:59:59.001Z"])
    }

    /// The end of an objection to the verification that orders a remedy.
    private func remedy(_ remedy: String, on stage: inout ExecutionStage) throws {
        stage.board.given(
            .appealDecided, "objection/1", state: ObjectionState.final,
            ["object": .string(subject), "remedy": .string(remedy)])
        try stage.follow(
            .objectionRemedied, on: "objection/1",
            ["object": .string(subject), "remedy": .string(remedy)])
    }

    @Test("T18 A cancelled milestone voids its verification before it is firm; the runs stay")
    func void() throws {
        var stage = try ExecutionStage()
        try stage.scheduled()
        try stage.board.do("record-run", on: subject, as: "wrk", ExecutionStage.run("2100"))
        try stage.follow(
            .milestoneCancelled, on: "milestone/1.3", to: MilestoneState.cancelled,
            ["reason": "合同终止"])
        #expect(stage.verification().state == .voided)
        #expect(stage.verification().runs.count == 1)
        let event = stage.board.log.last { $0.event.type == .verificationVoided }?.event
        #expect(event?.fields[F.reason] == "合同终止")
    }

    @Test("T10 T12 A held result is neither countersigned nor closed")
    func held() throws {
        var stage = try ExecutionStage()
        try stage.reported(["2100", "2000"])
        stage.board.given(
            .objectionAdmitted, "objection/1", state: ObjectionState.admitted,
            ["object": .string(subject)])
        let refusal = stage.board.refusal("countersign", on: subject, as: "ent")
        #expect(refusal?.code == .onHold)
        #expect(refusal?.rule == "T10")
        try stage.board.advance(to: "2026-03-20T09:00:00+08:00")
        #expect(stage.verification().state == .reported)
    }

    @Test("T17 A retest without runs is no retest")
    func emptyRetest() throws {
        var stage = try disputed()
        try stage.board.do(
            "order-retest", on: subject, as: "case",
            ["laboratory": .string(DomainBoard.laboratory)])
        var fields = retest.object!
        fields["runs"] = []
        let refusal = stage.board.refusal(
            "report-retest", on: subject, as: "lab", .object(fields))
        #expect(refusal?.code.name == "sampleNotReached")
        #expect(refusal?.rule == "T17")
    }
}
