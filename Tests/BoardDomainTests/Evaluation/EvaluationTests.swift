import Testing

@testable import BoardDomain

@Suite("A market evaluation")
struct EvaluationTests {
    @Test("E8 E9 At the window's end the collection closes; with nothing checked the grade says so")
    func insufficient() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.board.advance(to: "2027-03-02T23:59:58+08:00")
        #expect(stage.evaluation.state == .opened)
        try stage.board.advance(to: "2027-03-03T09:00:00+08:00")
        #expect(stage.evaluation.state == .rated)
        #expect(stage.evaluation.grade == "insufficient")
        let event = stage.board.log.last { $0.event.type == .marketRated }?.event
        #expect(event?.at.text == "2027-03-02T15:59:59.000Z")
    }

    @Test("E9 The rating waits for the last unchecked item, and is overdue after ten workdays")
    func unchecked() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-1"))
        try stage.closed()
        #expect(stage.evaluation.state == .checking)
        try stage.board.advance(to: "2026-06-20T09:00:00+08:00")
        let marks = stage.board.log.map(\.event).filter { $0.name == "EvidenceCheckOverdue" }
        #expect(marks.map(\.at.text) == ["2026-06-15T15:59:59.001Z"])
        try stage.board.do("check-evidence", on: "evidence/1", as: "case")
        #expect(stage.evaluation.state == .rated)
    }

    @Test("E8 The bureau closes early by two persons")
    func bureauCloses() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.board.do("close-collection-early", on: "evaluation/1", as: "case")
        #expect(stage.evaluation.state == .opened)
        try stage.board.do("close-collection-early", on: "evaluation/1", as: "rev")
        #expect(stage.evaluation.state == .rated)
    }

    @Test("E9 The formula counts a trade once, rounds down and caps each part")
    func formula() throws {
        var stage = try ExecutionStage.evaluating()
        // Contract 200 万: order 60 and invoice 50 of one customer are 60; 40 of another; saving 30.
        try stage.checked(ExecutionStage.item("O-1", "order", amount: 60_000_000))
        let traded = try stage.checked(ExecutionStage.item("INV-1", amount: 50_000_000))
        try stage.checked(ExecutionStage.item("INV-2", of: 1, amount: 40_000_000))
        try stage.checked(ExecutionStage.item("S-1", "saving", of: 1, amount: 30_000_000))
        try stage.checked(ExecutionStage.item("R-1", "repeatPurchase", amount: 1_000_000))
        #expect(stage.evidence(traded).state == .checked)
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-3"))
        let confirmed = stage.board.challenge().evidence.last!.id
        try stage.board.do("confirm-transaction", on: "evidence/\(confirmed)", as: "buy1")
        try stage.board.do(
            "give-rating", as: "buy1",
            ["evaluation": "1", "transaction": .string(confirmed), "stars": 4])
        for item in stage.board.challenge().evidence.all where item.state != .checked {
            try stage.board.do("check-evidence", on: "evidence/\(item.id)", as: "case")
        }
        try stage.closed()
        let rating = try #require(stage.evaluation.rating)
        // Customer 1: ordered 61, paid 100; customer 2: 40; saving 30.
        #expect(rating.value == Money(fen: 170_000_000))
        #expect(rating.customers == 2)
        #expect(rating.endorsements == 1)
        // 40×170/200 = 34, 20×2/3 = 13, 20×1/2 = 10, 20×3/4 = 15.
        #expect(rating.points == 34 + 13 + 10 + 15)
        #expect(rating.grade == .good)
        #expect(stage.evaluation.grade == "good")
    }

    @Test("E12 A rating is final after five workdays, at its own instant after downtime")
    func final() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.closed()
        try stage.board.advance(to: "2026-06-08T23:59:58+08:00")
        #expect(stage.evaluation.state == .rated)
        try stage.board.advance(to: "2026-07-01T09:00:00+08:00")
        #expect(stage.evaluation.state == .final)
        let event = stage.board.log.last { $0.event.type == .ratingFinal }?.event
        #expect(event?.at.text == "2026-06-08T15:59:59.000Z")
    }

    @Test("E10 E11 An objection that is dismissed lets the rating stand, and it becomes final")
    func dismissed() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.closed()
        try stage.objection(.objectionAdmitted, to: "evaluation/1", state: .admitted)
        #expect(stage.evaluation.state == .disputed)
        try stage.board.advance(to: "2026-06-20T09:00:00+08:00")
        #expect(stage.evaluation.state == .disputed)
        try stage.objection(
            .objectionRemedied, to: "evaluation/1", state: .final, remedy: .uphold)
        #expect(stage.evaluation.state == .rated)
        try stage.board.advance(to: "2026-06-20T10:00:00+08:00")
        #expect(stage.evaluation.state == .final)
    }

    @Test("E11 An order to check again opens the checked items")
    func recheckOrdered() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.checked(ExecutionStage.item("INV-1"))
        try stage.closed()
        try stage.objection(.objectionAdmitted, to: "evaluation/1", state: .admitted)
        try stage.objection(
            .objectionRemedied, to: "evaluation/1", state: .final, remedy: .recheck)
        #expect(stage.evaluation.state == .checking)
        #expect(stage.evidence("1").state == .submitted)
        try stage.board.do(
            "refuse-evidence", on: "evidence/1", as: "case",
            ["reason": "发票与合同不符", "clause": "E7"])
        #expect(stage.evaluation.state == .rated)
        #expect(stage.evaluation.grade == "insufficient")
    }

    private func concluded() throws -> ExecutionStage {
        var stage = try ExecutionStage.evaluating()
        try stage.checked(ExecutionStage.item("INV-1"))
        try stage.closed()
        try stage.board.advance(to: "2026-06-09T09:00:00+08:00")
        stage.board.given(
            .challengeConcluded, "challenge", state: ChallengeState.concluded)
        return stage
    }

    @Test("E13 The recheck rates what the year after has brought, once the window is over")
    func recheck() throws {
        var stage = try concluded()
        #expect(
            stage.board.refusal("recheck-market", on: "evaluation/1", as: "case")?.code.name
                == "recheckTooSoon")
        stage.board.now = Instant(text: "2027-09-01T09:00:00+08:00")!
        #expect(
            stage.board.refusal("recheck-market", on: "evaluation/1", as: "case")?.code.name
                == "evidenceMissing")
        try stage.board.do(
            "submit-evidence", as: "ent",
            ExecutionStage.item("INV-9", amount: 400_000_000, on: "2027-08-01"))
        try stage.board.do(
            "recheck-market", on: "evaluation/1", as: "case",
            ["newProductValue": 900_000_000, "marketShare": 1200])
        #expect(stage.evaluation.state == .rechecked)
        #expect(stage.evaluation.recheck?.value == Money(fen: 400_000_000))
        #expect(stage.evaluation.grade == "unqualified")
    }

    @Test("E13 Nothing to recheck is recorded with its reason")
    func nothing() throws {
        var stage = try concluded()
        stage.board.now = Instant(text: "2027-09-01T09:00:00+08:00")!
        #expect(
            stage.board.refusal("recheck-without-evidence", on: "evaluation/1", as: "case")?.code
                == .fieldMissing)
        try stage.board.do(
            "recheck-without-evidence", on: "evaluation/1", as: "case",
            ["reason": "企业停产", "clause": "E13"])
        #expect(stage.evaluation.state == .rechecked)
        #expect(stage.evaluation.recheck == nil)
    }

    @Test("E3 E6 A rated evaluation takes and checks nothing more")
    func afterRating() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.closed()
        let late = stage.board.refusal(
            "submit-evidence", as: "bid", ExecutionStage.item("INV-1"))
        #expect(late?.code == .wrongState)
        #expect(late?.details["given"] == "rated")
        stage.board.given(
            .evidenceSubmitted, "evidence/1", state: EvidenceState.submitted,
            ExecutionStage.item("INV-1"))
        #expect(
            stage.board.refusal("check-evidence", on: "evidence/1", as: "case")?.code
                == .wrongState)
    }

    @Test("E13 Nobody rechecks on items of his own")
    func ownRecheck() throws {
        var stage = try concluded()
        stage.board.now = Instant(text: "2027-09-01T09:00:00+08:00")!
        stage.board.given(
            .evidenceSubmitted, "evidence/2", state: EvidenceState.submitted,
            by: Signature(
                actor: .person("case"), capacity: .caseOfficer, organisation: DomainBoard.bureau),
            ["evaluation": "1", "kind": "invoice", "number": "X", "recheck": true])
        let refusal = stage.board.refusal("recheck-market", on: "evaluation/1", as: "case")
        #expect(refusal?.code.name == "ownEvidence")
        #expect(refusal?.rule == "E13")
    }
}
