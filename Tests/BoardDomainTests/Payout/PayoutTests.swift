import Testing

@testable import BoardDomain

@Suite("A payout's road")
struct PayoutTests {
    @Test("Y3 to Y12 From the request to the money, and the entitlement is settled")
    func road() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.submit()
        #expect(stage.payout().state == .submitted)
        try stage.board.do("check", on: "payout/1", as: "case")
        try stage.board.do(
            "review", on: "payout/1", as: "fin", ["amount": 24_000_000, "pool": "JBGS-2026"])
        #expect(stage.payout().state == .finReviewed)
        for person in ["case", "rev"] {
            try stage.board.do(
                "publish-payout", on: "payout/1", as: person,
                ["text": "拟兑付公示", "reasons": "里程碑已通过", "channel": "县科技局"])
        }
        #expect(stage.payout().state == .noticed)
        #expect(stage.board.challenge().notices.all.last?.kind == .payout)
        let early = stage.board.refusal("approve", on: "payout/1", as: "rev")
        #expect(early?.code.name == "noticeNotEnded")
        #expect(early?.rule == "Y8")
        try stage.approved()
        #expect(stage.payout().state == .approved)
        #expect(stage.payout().rank == 1)
        try stage.paid()
        #expect(stage.payout().state == .paid)
        #expect(stage.entitlement().state == .settled)
        #expect(stage.entitlement().paid == Money(fen: 24_000_000))
        #expect(stage.pool.paid == Money(fen: 24_000_000))
        #expect(stage.pool.committed["XC-2026-0001"] == Money(fen: 56_000_000))
        #expect(stage.pool.line.isEmpty)
    }

    @Test("Y3 The payee's own people ask, on its own account, with a paper, and not while barred")
    func request() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        let refusal = { (stage: ExecutionStage, person: PersonID, fields: JSON) in
            stage.board.refusal("submit", on: "payout/1", as: person, fields)?.code.name
        }
        #expect(refusal(stage, "ent", ExecutionStage.request()) == "notThePayee")
        #expect(
            refusal(stage, "bid", ExecutionStage.request(holder: "张三")) == "accountNotOfPayee")
        var bare = ExecutionStage.request().object!
        bare["documents"] = []
        #expect(refusal(stage, "bid", .object(bare)) == "baseDocumentMissing")
        stage.board.world.register.restricted[DomainBoard.university] = .some(nil)
        #expect(refusal(stage, "bid", ExecutionStage.request()) == "restricted")
    }

    @Test("Y3 The officer writes for the payee's clerk, never for its signature")
    func behalf() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.board.do(
            "submit-on-behalf", on: "payout/1", as: "case", ExecutionStage.request())
        #expect(stage.payout().state == .draft)
        try stage.board.do(
            "submit-on-behalf", on: "payout/1", as: "bidsig", ExecutionStage.request())
        #expect(stage.payout().state == .submitted)
    }

    @Test("Y4 A corrected amount stays within the entitlement and is explained")
    func correction() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.submit()
        let refusal = { (fields: JSON) in
            stage.board.refusal("check", on: "payout/1", as: "case", fields)
        }
        #expect(
            refusal(["correctedAmount": 24_000_001, "note": "误"])?.code.name
                == "amountBeyondEntitlement")
        #expect(refusal(["correctedAmount": 23_000_000])?.code == .fieldMissing)
        try stage.board.do(
            "check", on: "payout/1", as: "case",
            ["correctedAmount": 23_000_000, "note": "扣除已退设备款"])
        #expect(stage.payout().amount == Money(fen: 23_000_000))
    }

    @Test("Y6 Finance puts amount and pool itself, and both have to agree")
    func review() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.submit()
        try stage.board.do("check", on: "payout/1", as: "case")
        let refusal = { (fields: JSON) in
            stage.board.refusal("review", on: "payout/1", as: "fin", fields)?.code.name
        }
        #expect(refusal(["amount": 24_000_001, "pool": "JBGS-2026"]) == "amountNotAsChecked")
        #expect(refusal(["amount": 24_000_000, "pool": "JBGS-2030"]) == "poolUnknown")
        let unknown = stage.board.refusal(
            "review", on: "payout/1", as: "fin", ["amount": 24_000_000, "pool": "JBGS-2030"])
        #expect(unknown?.details["accepted"] == ["JBGS-2026"])
    }

    @Test("Y5 Returned, it waits for the payee, and the clock of the payment stands still")
    func returned() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.submit()
        try stage.board.advance(to: "2026-03-09T09:00:00+08:00")
        try stage.board.do("return", on: "payout/1", as: "case", ExecutionStage.reason)
        #expect(stage.payout().state == .draft)
        try stage.board.advance(to: "2026-05-11T09:00:00+08:00")
        #expect(!stage.board.log.contains { $0.event.name == "PayoutOverdue" })
        try stage.submit()
        // Five of twenty workdays were used: fifteen are left after 2026-05-11.
        try stage.board.advance(to: "2026-06-30T09:00:00+08:00")
        let marks = stage.board.log.map(\.event).filter { $0.name == "PayoutOverdue" }
        #expect(marks.map(\.at.text) == ["2026-06-01T15:59:59.001Z"])
    }

    @Test("Y7 One hand has one part in a payout, in a claim's stream too")
    func handsApart() throws {
        var stage = try ExecutionStage()
        stage.board.person("case", .financeReviewer, for: DomainBoard.bureau)
        let stream = try stage.claim(1, asked: 1_000_000)
        for person in ["ent", "sig"] {
            try stage.board.do(
                "submit", on: "payout/1", of: stream, as: person,
                ExecutionStage.request(holder: "新昌县鼎岳轴承有限公司"))
        }
        try stage.board.do("check", on: "payout/1", of: stream, as: "case")
        let refusal = stage.board.refusal(
            "review", on: "payout/1", of: stream, as: "case",
            ["amount": 1_000_000, "pool": "JBGS-2026"])
        #expect(refusal?.code == .incompatibleRoles)
        #expect(refusal?.rule == "Y6")
    }

    @Test("Y9 Sent back, it starts over from the officer's check, and its notice is superseded")
    func sentBack() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.board.do("return-to-bureau", on: "payout/1", as: "rev", ExecutionStage.reason)
        #expect(stage.payout().state == .submitted)
        #expect(stage.board.challenge().notices.all.last?.state == .superseded)
    }

    @Test("Y9 Sent back after its approval, it loses its place in the line")
    func sentBackApproved() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.approved()
        #expect(stage.pool.line.count == 1)
        try stage.board.do("return-to-bureau", on: "payout/1", as: "rev", ExecutionStage.reason)
        #expect(stage.pool.line.isEmpty)
        #expect(stage.payout().rank == nil)
    }

    @Test("Y11 Y13 A failed payment is ordered again under a new key, and is due in three workdays")
    func failed() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.approved()
        try stage.board.do("order", on: "payout/1", as: "pay", ["idempotencyKey": "K-1"])
        try stage.board.do("fail", on: "payout/1", as: "pay", ExecutionStage.reason)
        #expect(stage.payout().state == .failed)
        let refusal = stage.board.refusal(
            "order", on: "payout/1", as: "pay", ["idempotencyKey": "K-1"])
        #expect(refusal?.code.name == "keyUsed")
        #expect(refusal?.rule == "Y11")
        try stage.board.advance(to: "2026-03-20T09:00:00+08:00")
        let marks = stage.board.log.map(\.event).filter { $0.name == "PaymentRetryOverdue" }
        #expect(marks.map(\.at.text) == ["2026-03-13T15:59:59.001Z"])
        try stage.paid(key: "K-2")
        #expect(stage.payout().state == .paid)
        #expect(stage.payout().orderKeys == ["K-1", "K-2"])
    }

    @Test("Y13 A wrong account sends it back to the request")
    func wrongAccount() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.approved()
        try stage.board.do("order", on: "payout/1", as: "pay", ["idempotencyKey": "K-1"])
        try stage.board.do(
            "fail", on: "payout/1", as: "pay",
            ["wrongAccount": true, "reason": "户名不符", "clause": "Y13"])
        #expect(stage.payout().state == .submitted)
        #expect(stage.pool.line.isEmpty)
    }

    @Test("Y12 A confirmation number stands for one payment")
    func confirmation() throws {
        var stage = try ExecutionStage.paidFirst()
        try stage.approve("1.2", points: 3000)
        try stage.noticed("2")
        try stage.approved("2", at: "2026-03-18T09:00:00+08:00")
        try stage.board.do("order", on: "payout/2", as: "pay", ["idempotencyKey": "K-2"])
        let refusal = stage.board.refusal(
            "confirm", on: "payout/2", as: "pay", ["confirmation": "C-K-1"])
        #expect(refusal?.code.name == "confirmationUsed")
        #expect(refusal?.rule == "Y12")
    }

    @Test("Y14 Refused by two officials for a named ground, the entitlement ends with it")
    func rejected() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.submit()
        var fields = ExecutionStage.reason.object!
        fields["ground"] = "waived"
        #expect(
            stage.board.refusal("reject", on: "payout/1", as: "fin", .object(fields))?.code.name
                == "groundNotForPersons")
        fields["ground"] = "notOwed"
        try stage.board.do("reject", on: "payout/1", as: "fin", .object(fields))
        try stage.board.do("reject", on: "payout/1", as: "rev", .object(fields))
        #expect(stage.payout().state == .rejected)
        #expect(stage.entitlement().state == .refused)
        #expect(stage.pool.committed["XC-2026-0001"] == Money(fen: 56_000_000))
    }
}
