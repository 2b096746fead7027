import Testing

@testable import BoardDomain

@Suite("A payout that is held or comes back")
struct PayoutHoldTests {
    private func objection(
        _ type: EventType, to state: ObjectionState, remedy: Remedy? = nil,
        on stage: inout ExecutionStage
    ) throws {
        try stage.objection(type, to: "payout/1", state: state, remedy: remedy)
    }

    private func approved() throws -> ExecutionStage {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.approved()
        return stage
    }

    @Test("Y15 An admitted objection suspends it; dismissed, it is back in its place")
    func suspended() throws {
        var stage = try approved()
        try objection(.objectionAdmitted, to: .admitted, on: &stage)
        #expect(stage.payout().state == .suspended)
        #expect(stage.pool.line.isEmpty)
        try objection(.objectionRemedied, to: .final, remedy: .uphold, on: &stage)
        #expect(stage.payout().state == .approved)
        #expect(stage.pool.line.map(\.rank) == [1])
    }

    @Test("Y9 An objection that corrects it sends it back to the check")
    func corrected() throws {
        var stage = try approved()
        try objection(.objectionAdmitted, to: .admitted, on: &stage)
        try objection(.objectionRemedied, to: .final, remedy: .correctPayout, on: &stage)
        #expect(stage.payout().state == .submitted)
        #expect(stage.payout().rank == nil)
        #expect(stage.payout().due(turn(stage)) != nil)
    }

    private func turn(_ stage: ExecutionStage) -> Turn {
        Turn(
            world: stage.board.world, context: stage.board.context,
            stream: StreamID(.challenge, "XC-2026-0001"),
            subject: ObjectReference(.payout, "1"), row: stage.board.engine.table.rows[0])
    }

    @Test("Y15 A payee under a restriction waits for its end")
    func restricted() throws {
        var stage = try approved()
        stage.board.world.register.restricted[DomainBoard.university] = .some(
            Instant(text: "2026-06-01"))
        #expect(try stage.settle().contains(.payoutSuspended))
        #expect(stage.payout().suspendedBy == "sanction")
        stage.board.world.register.restricted = [:]
        #expect(try stage.settle().contains(.payoutResumed))
        #expect(stage.payout().state == .approved)
    }

    @Test("Y15 Y16 A draft is held too, and the time to ask for it begins anew with its release")
    func heldDraft() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        let claims = { (stage: ExecutionStage) in
            stage.board.engine.openDuties(
                in: StreamID(.challenge, "XC-2026-0001"), of: stage.board.world,
                context: stage.board.context
            ).filter { $0.duty.act == "Claim" }
        }
        let first = try #require(claims(stage).first?.due)
        stage.board.world.register.restricted[DomainBoard.university] = .some(
            Instant(text: "2027-06-01"))
        #expect(try stage.settle().contains(.payoutSuspended))
        #expect(claims(stage).isEmpty)
        try stage.board.advance(to: first.adding(hours: 24).text)
        #expect(!stage.board.log.contains { $0.event.name == "ClaimOverdue" })
        #expect(
            stage.board.refusal(
                "remind", on: "entitlement/1", as: "case")?.brief == "Y16 claimHeld")
        var refused = stage
        var fields = ExecutionStage.reason.object!
        fields["ground"] = "notOwed"
        try refused.board.do("reject", on: "payout/1", as: "case", .object(fields))
        try refused.board.do("reject", on: "payout/1", as: "rev", .object(fields))
        #expect(refused.payout().state == .rejected)
        #expect(refused.entitlement().state == .refused)
        stage.board.world.register.restricted = [:]
        #expect(try stage.settle().contains(.payoutResumed))
        #expect(stage.payout().state == .draft)
        #expect(stage.payout().handlings.isEmpty)
        let released = stage.board.now
        #expect(
            claims(stage).first?.due == turn(stage).days(.entitlementClaimDays, after: released))
    }

    @Test("Y15 A draft that an objection holds is a draft again, whatever it comes to")
    func objectedDraft() throws {
        for remedy in [Remedy.uphold, .correctPayout] {
            var stage = try ExecutionStage()
            try stage.approve("1.1", points: 3000)
            try objection(.objectionAdmitted, to: .admitted, on: &stage)
            #expect(stage.payout().state == .suspended)
            try objection(.objectionRemedied, to: .final, remedy: remedy, on: &stage)
            #expect(stage.payout().state == .draft)
        }
    }

    @Test("Y17 Y18 Two officials claim back; part by part it is recovered")
    func clawback() throws {
        var stage = try ExecutionStage.paidFirst()
        var fields = ExecutionStage.reason.object!
        fields["amount"] = 24_000_001
        #expect(
            stage.board.refusal("open-clawback", on: "payout/1", as: "case", .object(fields))?.code
                .name == "recoveryBeyondPaid")
        fields["amount"] = 10_000_000
        for person in ["case", "rev"] {
            try stage.board.do("open-clawback", on: "payout/1", as: person, .object(fields))
        }
        #expect(stage.payout().state == .recovering)
        #expect(stage.payout().recoverUntil?.text == "2026-05-09T15:59:59.000Z")
        #expect(stage.entitlement().state == .settled)
        let receive = { (amount: Int64) -> JSON in
            ["amount": .integer(amount), "reference": "BANK-9"]
        }
        try stage.board.do("receive", on: "payout/1", as: "pay", receive(4_000_000))
        #expect(stage.payout().state == .recovering)
        #expect(
            stage.board.refusal("receive", on: "payout/1", as: "pay", receive(6_000_001))?.code
                .name == "recoveryBeyondPaid")
        try stage.board.do("receive", on: "payout/1", as: "pay", receive(6_000_000))
        #expect(stage.payout().state == .recovered)
        #expect(stage.pool.recovered == Money(fen: 10_000_000))
    }

    @Test("Y17 A revocation claims everything back")
    func revoked() throws {
        var stage = try ExecutionStage.paidFirst()
        try stage.follow(
            .challengeRevoked, on: "challenge", to: ChallengeState.revoked, as: "C30",
            ExecutionStage.reason)
        #expect(stage.payout().state == .recovering)
        #expect(stage.payout().recoverable == Money(fen: 24_000_000))
        let event = stage.board.log.last { $0.event.type == .clawbackOpened }?.event
        #expect(event?.fields[F.reason] == "依据不足")
    }

    @Test("Y17 An upheld objection to a paid payout claims it back")
    func upheld() throws {
        var stage = try ExecutionStage.paidFirst()
        try objection(.objectionRemedied, to: .final, remedy: .correctPayout, on: &stage)
        #expect(stage.payout().state == .recovering)
    }

    @Test("Y19 What cannot be recovered is written off by three, past its due, and reported")
    func writtenOff() throws {
        var stage = try ExecutionStage.paidFirst()
        try stage.follow(
            .challengeRevoked, on: "challenge", to: ChallengeState.revoked, as: "C30",
            ExecutionStage.reason)
        var fields = ExecutionStage.reason.object!
        fields["means"] = "催告两次，法院裁定终结执行"
        #expect(
            stage.board.refusal("write-off", on: "payout/1", as: "case", .object(fields))?.code
                .name == "recoveryStillInTime")
        try stage.board.advance(to: "2026-05-20T09:00:00+08:00")
        let marks = stage.board.log.map(\.event).filter { $0.name == "RecoveryOverdue" }
        #expect(marks.map(\.at.text) == ["2026-05-09T15:59:59.001Z"])
        for person in ["case", "fin", "sup"] {
            try stage.board.do("write-off", on: "payout/1", as: person, .object(fields))
        }
        #expect(stage.payout().state == .writtenOff)
        let report = stage.board.log.last { $0.event.type == .sanctionReported }?.event
        #expect(report?.fields[Sanction.target] == DomainBoard.university)
    }

    @Test("Y11 A payee under a restriction is not paid, nor one whose payout is held")
    func notPaid() throws {
        var stage = try approved()
        let order = { (stage: ExecutionStage) in
            stage.board.refusal(
                "order", on: "payout/1", as: "pay", ["idempotencyKey": "K-1"])
        }
        stage.board.world.register.restricted[DomainBoard.university] = .some(nil)
        #expect(order(stage)?.code.name == "restricted")
        stage.board.world.register.restricted = [:]
        stage.board.given(
            .objectionAdmitted, "objection/1", state: ObjectionState.admitted,
            ["object": "payout/1"])
        #expect(order(stage)?.code == .onHold)
        #expect(order(stage)?.rule == "Y11")
    }

    @Test("Y3 Nothing is asked for on an entitlement that is over")
    func entitlementOver() throws {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        stage.board.given(
            .entitlementRefused, "entitlement/1", state: EntitlementState.refused)
        let refusal = stage.board.refusal(
            "submit", on: "payout/1", as: "bid", ExecutionStage.request())
        #expect(refusal?.code.name == "entitlementOver")
    }

    @Test("Y18 Money comes back into a pool that is open")
    func recoveryPool() throws {
        var stage = try ExecutionStage.paidFirst()
        try stage.follow(
            .challengeRevoked, on: "challenge", to: ChallengeState.revoked, as: "C30",
            ExecutionStage.reason)
        let refusal = stage.board.refusal(
            "receive", on: "payout/1", as: "pay",
            ["amount": 1, "reference": "B-1", "pool": "JBGS-1999"])
        #expect(refusal?.code.name == "poolUnknown")
        #expect(refusal?.rule == "Y18")
    }
}
