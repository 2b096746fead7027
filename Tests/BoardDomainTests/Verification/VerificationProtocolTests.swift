import Testing

@testable import BoardDomain

@Suite("A verification's protocol")
struct VerificationProtocolTests {
    private let subject = ExecutionStage.subject

    @Test("T1 A draft takes the listed targets over and has the number of its milestone")
    func draft() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        let found = stage.verification()
        #expect(found.state == .protocolDraft)
        #expect(found.milestone == "1.3")
        #expect(found.protocolText?.item(1)?.target == "2000")
        #expect(found.protocolText?.item(2)?.method == "GB/T 32333")
        #expect(found.protocolDigest == DomainBoard.digest(found.protocolText!.json.canonical))
    }

    @Test("T1 A draft can be made while the contract is being drafted, for a planned milestone")
    func draftBeforeSigning() throws {
        var stage = try ExecutionStage(points: [10_000], in: .awarded, contract: .draft)
        stage.board.world[StreamID(.challenge, "XC-2026-0001")] = withoutMilestones(stage)
        try stage.board.do("draft-protocol", as: "lab", ExecutionStage.draft(["milestone": "1.1"]))
        #expect(stage.verification("1.1.1").isLaboratoryDraft)
        #expect(
            stage.verification("1.1.1").protocolText?.laboratory == DomainBoard.laboratory)
    }

    private func withoutMilestones(_ stage: ExecutionStage) -> BoardDomain.Stream {
        var stream = stage.board.world[StreamID(.challenge, "XC-2026-0001")]
        var found = stage.board.challenge()
        found.milestones = Roll()
        stream.aggregate = found
        return stream
    }

    @Test(
        "T1 A draft that is looser than listed, or leaves a must out, is refused",
        arguments: [
            (
                ["items": [["indicator": 1, "target": "1999.9"], ["indicator": 2]]],
                "looserThanListed"
            ),
            (["items": [["indicator": 1], ["indicator": 2, "target": "26"]]], "looserThanListed"),
            (["items": [["indicator": 1]]], "mustNotCovered"),
            (
                ["items": [["indicator": 1], ["indicator": 2], ["indicator": 9]]],
                "unknownIndicator"
            ),
            (["instruments": []], "fieldMissing"),
            (["milestone": "1.7"], "noSuchMilestone"),
            (["milestone": "2.1"], "noSuchMilestone"),
        ] as [([String: JSON], String)])
    func unsound(change: [String: JSON], code: String) throws {
        let stage = try ExecutionStage()
        let refusal = stage.board.refusal(
            "draft-protocol", as: "wrk", ExecutionStage.draft(change))
        #expect(refusal?.code.name == code)
        #expect(refusal?.rule == "T1")
    }

    @Test("T1 A stricter target may be agreed; a second draft beside a live one may not")
    func stricter() throws {
        var stage = try ExecutionStage()
        let items: JSON = [["indicator": 1, "target": "2200"], ["indicator": 2]]
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft(["items": items]))
        #expect(stage.verification().protocolText?.item(1)?.target == "2200")
        let refusal = stage.board.refusal("draft-protocol", as: "wrk", ExecutionStage.draft())
        #expect(refusal?.code.name == "verificationUnderWay")
    }

    @Test("T1 A revised draft voids the signatures given on the former text")
    func revise() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        let former = stage.signed
        try stage.board.do("sign-protocol", on: subject, as: "ent", former)
        var fields = ExecutionStage.draft(["sampleSize": 5]).object!
        fields["milestone"] = nil
        try stage.board.do("revise-protocol", on: subject, as: "wrk", .object(fields))
        #expect(stage.board.challenge().docket.steps.isEmpty)
        let refusal = stage.board.refusal("sign-protocol", on: subject, as: "bid", former)
        #expect(refusal?.code.name == "protocolNotAsSigned")
        #expect(refusal?.rule == "T2")
    }

    @Test("T2 Enterprise, bidder and workshop sign; the digest stands before the first run")
    func freeze() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        #expect(
            stage.board.refusal("sign-protocol", on: subject, as: "bid2", stage.signed)?.code
                == .notYourPart)
        for person in ["wrk", "bid", "ent"] {
            #expect(stage.verification().state == .protocolDraft)
            try stage.board.do("sign-protocol", on: subject, as: person, stage.signed)
        }
        #expect(stage.verification().state == .frozen)
        #expect(stage.verification().frozenAt == stage.board.now)
        let frozen = stage.board.log.last { $0.event.type == .protocolFrozen }?.event
        #expect(frozen?.fields[F.protocolDigest] == stage.verification().protocolDigest)
    }

    @Test("T3 For a silent party the bureau freezes a laboratory's draft once the time is over")
    func substitute() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "lab", ExecutionStage.draft())
        var fields = stage.signed.object!
        fields["reason"] = "企业未按期签署"
        fields["clause"] = "T3"
        let early = stage.board.refusal(
            "substitute-signature", on: subject, as: "case", .object(fields))
        #expect(early?.code.name == "protocolStillInTime")
        try stage.board.advance(to: "2026-03-17T09:00:00+08:00")
        try stage.board.do("substitute-signature", on: subject, as: "case", .object(fields))
        try stage.board.do("substitute-signature", on: subject, as: "rev", .object(fields))
        #expect(stage.verification().state == .frozen)
    }

    @Test("T3 A workshop's draft is not frozen over a party's head")
    func substituteOfWorkshop() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        try stage.board.advance(to: "2026-03-17T09:00:00+08:00")
        var fields = stage.signed.object!
        fields["reason"] = "企业未按期签署"
        fields["clause"] = "T3"
        let refusal = stage.board.refusal(
            "substitute-signature", on: subject, as: "case", .object(fields))
        #expect(refusal?.code.name == "notALaboratoryDraft")
    }

    @Test("T3 An unsigned protocol is overdue after ten workdays, once")
    func overdue() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        try stage.board.advance(to: "2026-04-20T09:00:00+08:00")
        let marks = stage.board.log.map(\.event).filter { $0.name == "ProtocolFreezeOverdue" }
        #expect(marks.count == 1)
        #expect(marks.first?.at.text == "2026-03-16T15:59:59.001Z")
    }

    @Test("T4 All three reopen a frozen protocol before the first run")
    func reopen() throws {
        var stage = try ExecutionStage()
        try stage.frozen()
        for person in ["ent", "bid", "wrk"] {
            try stage.board.do(
                "reopen-protocol", on: subject, as: person,
                ["reason": "试验条件有误", "clause": "T4"])
        }
        #expect(stage.verification().state == .protocolDraft)
        #expect(stage.verification().frozenAt == nil)
    }

    @Test("T1 T2 A rework after a failed test repeats the signed protocol without new signatures")
    func again() throws {
        var stage = try ExecutionStage()
        try stage.concluded(["1900", "2100"])
        stage.board.given(
            .milestoneSubmitted, "milestone/1.3", state: MilestoneState.verifying, [:])
        try stage.board.advance(to: "2026-03-20T09:00:00+08:00")
        #expect(stage.verification().isFirm)
        #expect(stage.verification().passed == false)
        let second = stage.verification("1.3.2")
        #expect(second.state == .frozen)
        #expect(second.protocolDigest == stage.verification().protocolDigest)
        #expect(second.runs.isEmpty)
    }
}
