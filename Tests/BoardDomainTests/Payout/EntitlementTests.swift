import Testing

@testable import BoardDomain

@Suite("Entitlements")
struct EntitlementTests {
    @Test(
        "Y1 The milestones' parts are the county's share to the 分, the remainder in the last",
        arguments: [
            (80_000_000, [3000, 3000, 4000]), (100_000_001, [3333, 3333, 3334]),
            (7, [1, 4999, 5000]), (99_999_999, [9999, 1]),
        ] as [(Int64, [Int64])])
    func exact(county: Int64, points: [Int64]) throws {
        var stage = try ExecutionStage(county: county, points: points)
        for (index, share) in points.enumerated() {
            try stage.approve("1.\(index + 1)", points: share)
        }
        let amounts = stage.board.challenge().entitlements.all.map(\.amount.fen)
        #expect(amounts.reduce(0, +) == county)
        let first = county * points[0] / 10_000
        #expect(first == 0 || amounts.first == first)
    }

    @Test("Y1 An approval owes the contract's bidder its part, and drafts the payout")
    func milestone() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        #expect(stage.entitlement().amount == Money(fen: 24_000_000))
        #expect(stage.entitlement().payee == DomainBoard.university)
        #expect(stage.entitlement().why == "milestone")
        #expect(stage.payout().state == .draft)
        #expect(stage.payout().amount == Money(fen: 24_000_000))
    }

    @Test("Y1 A claim under a policy is no case's business, and is not offered in one")
    func claimElsewhere() throws {
        let stage = try ExecutionStage()
        for name in ["challenge/XC-2026-0001", "claim/DF-2026-0001"] {
            let stream = try #require(StreamID(text: name))
            let offered = stage.board.engine.options(
                for: "ent", in: stream, of: stage.board.world, context: stage.board.context)
            #expect(offered.contains { $0.command == "claim" } == (stream.kind == .claim))
        }
    }

    @Test("Y1 A part now and the rest after rework are together the milestone's part")
    func part() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.3", points: 1500, to: .partiallyMet)
        try stage.approve("1.3", points: 4000)
        let found = stage.board.challenge().entitlements.all
        #expect(found.map(\.amount.fen) == [12_000_000, 20_000_000])
        #expect(found.map(\.why) == ["milestonePart", "milestone"])
        try stage.approve("1.3", points: 4000)
        #expect(stage.board.challenge().entitlements.count == 2)
    }

    private func terminated(due: Int64, recoverable: Int64) throws -> ExecutionStage {
        var stage = try ExecutionStage.paidFirst()
        stage.board.given(
            .contractTerminated, "contract/1", state: ContractState.terminated,
            [
                "cause": "infeasible",
                "sheet": [
                    "paid": 24_000_000, "due": .integer(due), "recoverable": .integer(recoverable),
                ],
            ])
        try stage.follow(.contractSettled, on: "contract/1", as: "K17/settle")
        return stage
    }

    @Test("Y1 A settled termination owes what its sheet says is due")
    func termination() throws {
        let stage = try terminated(due: 5_000_000, recoverable: 0)
        #expect(stage.entitlement("2").amount == Money(fen: 5_000_000))
        #expect(stage.entitlement("2").why == "termination")
        #expect(stage.payout("1").state == .paid)
    }

    @Test("Y17 A settled termination claims back what its sheet says, and no more")
    func recoverable() throws {
        let stage = try terminated(due: 0, recoverable: 9_000_000)
        #expect(stage.board.challenge().entitlements.count == 1)
        #expect(stage.payout("1").state == .recovering)
        #expect(stage.payout("1").recoverable == Money(fen: 9_000_000))
    }

    @Test("Y1 Scenario 11: asked at 16 万元 under a cap of 15 万元, it is recorded at 15, with why")
    func cap() throws {
        var stage = try ExecutionStage()
        let stream = try stage.claim(1, asked: 16_000_000)
        let found = stage.entitlement(of: stream)
        #expect(found.amount == Money(fen: 15_000_000))
        #expect(found.why == "cap")
        #expect(found.payee == DomainBoard.enterprise)
        #expect(stage.payout(of: stream).amount == Money(fen: 15_000_000))
        let event = stage.board.log.last { $0.event.type == .entitlementCreated }?.event
        #expect(event?.fields[F.claimAsked] == Money(fen: 16_000_000))
        #expect(event?.fields[F.claimCap] == Money(fen: 15_000_000))
        #expect(event?.fields[F.why] == .cap)
    }

    @Test(
        "Y1 A claim is the least of what is asked, its ratio of the base, the cap and what is left",
        arguments: [
            (10, 16, 15, 10_000, 15, 10, EntitlementGround.asked),
            (16, 14, 15, 10_000, 15, 14, .ratio), (16, 16, 15, 10_000, 15, 15, .cap),
            (16, 16, 15, 10_000, 4, 4, .left), (16, 9, 15, 3333, 15, 2, .ratio),
            (16, 16, 15, 10_000, -3, 0, .left),
        ] as [(Int64, Int64, Int64, Int, Int64, Int64, EntitlementGround)])
    func formula(
        asked: Int64, base: Int64, cap: Int64, ratio: Int, left: Int64, amount: Int64,
        why: EntitlementGround
    ) {
        let claim = ClaimAmount(
            asked: Money(fen: asked), base: Money(fen: base), cap: Money(fen: cap),
            ratio: BasisPoints(ratio)!, left: Money(fen: left))
        #expect(claim.amount == Money(fen: amount))
        #expect(claim.why == why)
    }

    @Test(
        "Y1 A claim is refused on a paper used before, after the cap is used up, or to a barred one"
    )
    func claimRefused() throws {
        var stage = try ExecutionStage()
        let refusal = { (stage: ExecutionStage) in
            stage.board.refusal(
                "claim", on: "entitlement", of: "claim/DF-2026-0002", as: "ent",
                [
                    "policy": "RD-AWARD", "base": 20_000_000, "asked": 1_000_000,
                    "baseDocument": "r-1",
                ])
        }
        stage.board.world.register.documentHolders["RD-AWARD:R-1"] =
            "claim/DF-2026-0001/entitlement/1"
        #expect(refusal(stage)?.code.name == "documentUsed")
        stage.board.world.register.documentHolders = [:]
        stage.board.world.register.granted["RD-AWARD/" + DomainBoard.enterprise] =
            Money(fen: 15_000_000)
        #expect(refusal(stage)?.code.name == "nothingLeft")
        stage.board.world.register.restricted[DomainBoard.enterprise] = .some(nil)
        #expect(refusal(stage)?.code.name == "restricted")
        #expect(refusal(stage)?.rule == "Y1")
    }

    @Test("Y1 A claim has a stream of its own")
    func ownStream() throws {
        var stage = try ExecutionStage()
        let fields: JSON = [
            "policy": "RD-AWARD", "base": 20_000_000, "asked": 1_000_000, "baseDocument": "R-9",
        ]
        #expect(
            stage.board.refusal("claim", on: "entitlement", as: "bid", fields)?.code.name
                == "claimElsewhere")
        let stream = try stage.claim(1, asked: 1_000_000)
        #expect(
            stage.board.refusal("claim", on: "entitlement", of: stream, as: "ent", fields)?.code
                .name == "claimElsewhere")
    }

    @Test("Y2 The enterprise records its own share with a reference, and the bidder confirms")
    func enterpriseShare() throws {
        var stage = try ExecutionStage(in: .marketEval, contract: .accepted)
        let fields: JSON = [
            "amount": 120_000_000, "reference": "BANK-77", "paidOn": "2026-02-27",
        ]
        #expect(
            stage.board.refusal(
                "record-share-paid", on: "contract/1", as: "ent",
                ["amount": 120_000_001, "reference": "B", "paidOn": "2026-02-27"])?.code.name
                == "shareBeyondContract")
        let tomorrow = stage.board.context.now.day.adding(1)
        let early = stage.board.refusal(
            "record-share-paid", on: "contract/1", as: "ent",
            ["amount": 1, "reference": "B", "paidOn": tomorrow.json])
        #expect(early?.code.name == "paidInFuture")
        #expect(early?.details["accepted"] == stage.board.context.now.day.json)
        try stage.board.do("record-share-paid", on: "contract/1", as: "ent", fields)
        #expect(stage.board.challenge().contracts["1"]?.enterprisePaid == .zero)
        try stage.board.do("record-share-paid", on: "contract/1", as: "bid", fields)
        #expect(
            stage.board.challenge().contracts["1"]?.enterprisePaid == Money(fen: 120_000_000))
    }

    private func settling() throws -> ExecutionStage {
        var stage = try ExecutionStage(in: .settling, contract: .accepted)
        try stage.approve("1.1", points: 3000)
        return stage
    }

    @Test("Y16 The payee waives with its signature; the money is free again")
    func waive() throws {
        var stage = try settling()
        for person in ["bid", "bidsig"] {
            try stage.board.do("waive", on: "entitlement/1", as: person, ExecutionStage.reason)
        }
        #expect(stage.entitlement().state == .waived)
        #expect(stage.payout().state == .rejected)
        #expect(stage.pool.committed["XC-2026-0001"] == Money(fen: 56_000_000))
    }

    @Test("Y16 Nobody waives for another, nor before the settlement, nor what is being paid")
    func waiveRefused() throws {
        let stage = try settling()
        #expect(
            stage.board.refusal("waive", on: "entitlement/1", as: "ent", ExecutionStage.reason)?
                .code.name == "notThePayee")
        var early = try ExecutionStage()
        try early.approve("1.1", points: 3000)
        #expect(
            early.board.refusal("waive", on: "entitlement/1", as: "bid", ExecutionStage.reason)?
                .code.name == "waiveLater")
        var ordered = try settling()
        ordered.board.given(.payoutOrdered, "payout/1", state: PayoutState.ordered)
        #expect(
            ordered.board.refusal("waive", on: "entitlement/1", as: "bid", ExecutionStage.reason)?
                .code.name == "alreadyOrdered")
    }

    @Test("Y16 What is unclaimed after 180 days and two reminders is waived by two officials")
    func unclaimed() throws {
        var stage = try settling()
        let waive = { (stage: ExecutionStage) in
            stage.board.refusal(
                "waive-unclaimed", on: "entitlement/1", as: "case", ExecutionStage.reason)
        }
        #expect(waive(stage)?.code.name == "claimStillInTime")
        try stage.board.do("remind", on: "entitlement/1", as: "case")
        #expect(
            stage.board.refusal("remind", on: "entitlement/1", as: "case")?.code.name
                == "remindedToday")
        try stage.board.advance(to: "2026-08-30T09:00:00+08:00")
        #expect(waive(stage)?.code.name == "remindersMissing")
        let marks = stage.board.log.map(\.event).filter { $0.name == "ClaimOverdue" }
        #expect(marks.map(\.at.text) == ["2026-08-29T15:59:59.001Z"])
        try stage.board.do("remind", on: "entitlement/1", as: "case")
        for person in ["case", "rev"] {
            try stage.board.do(
                "waive-unclaimed", on: "entitlement/1", as: person, ExecutionStage.reason)
        }
        #expect(stage.entitlement().state == .waived)
    }

    @Test("Y16 What has been claimed is not taken for unclaimed")
    func claimed() throws {
        var stage = try settling()
        try stage.submit()
        #expect(
            stage.board.refusal("remind", on: "entitlement/1", as: "case")?.code.name
                == "alreadyClaimed")
    }
}
