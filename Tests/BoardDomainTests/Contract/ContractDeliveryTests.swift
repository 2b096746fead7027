import Testing

@testable import BoardDomain

@Suite("A contract's delivery and acceptance")
struct ContractDeliveryTests {
    /// Two milestones met, the third with its passed verification on the reviewer's desk.
    static func almostDelivered() throws -> DomainBoard {
        var board = try DomainBoard.executing()
        try board.meet("1.1")
        try board.meet("1.2")
        board.verify("1.3", passed: true, ["2210", "23.5"])
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        try board.do("submit", on: "milestone/1.3", as: "bid", DomainBoard.evidence("1.3"))
        try board.do("accept", on: "milestone/1.3", as: "ent")
        try board.recommend("1.3")
        return board
    }

    static func delivered() throws -> DomainBoard {
        var board = try almostDelivered()
        try board.do("approve", on: "milestone/1.3", as: "rev")
        return board
    }

    @Test("K14 the last approval delivers the contract in its own transaction")
    func delivers() throws {
        var board = try Self.almostDelivered()
        #expect(board.contract().state == .effective)
        let events = try board.do("approve", on: "milestone/1.3", as: "rev")
        #expect(types(events).contains(.contractDelivered))
        #expect(board.contract().state == .delivered)
    }

    @Test("K14 with a must not reached nothing is delivered, and the bureau has to decide")
    func mustOpen() throws {
        var board = try Self.almostDelivered()
        try board.do(
            "reject", on: "milestone/1.3", as: "rev", ["reason": "不符", "clause": "第五条"])
        #expect(board.contract().state == .effective)
        let duties = board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context)
        #expect(duties.map(\.duty.act).contains("ShortDelivery"))
        #expect(duties.map(\.duty.act).contains("NotMetDecision"))
        #expect(
            duties.first { $0.duty.act == "NotMetDecision" }?.due
                == Instant(text: "2026-04-17T23:59:59+08:00"))
    }

    /// The musts lie in the second milestone; the last one is up for the reviewer's decision.
    private static func lastWithoutMust(isGate: Bool) throws -> DomainBoard {
        var board = try DomainBoard.executing(plans: [
            DomainBoard.plan(1, 3000, due: "2026-06-30"),
            DomainBoard.plan(2, 4500, due: "2026-09-30", indicators: [1, 2], verified: true),
            DomainBoard.plan(3, 2500, due: "2026-12-31", gate: isGate),
        ])
        try board.meet("1.1")
        board.verify("1.2", passed: true, ["2210", "23.5"])
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        try board.meet("1.2")
        try board.bring("1.3", toApprovalBy: "bid")
        return board
    }

    @Test("K14 a gate missed at the very end bars delivery, and the case officer has to decide")
    func lastGateMissed() throws {
        var board = try Self.lastWithoutMust(isGate: true)
        let events = try board.do(
            "reject", on: "milestone/1.3", as: "rev", ["reason": "不符", "clause": "第五条"])
        #expect(!types(events).contains(.contractDelivered))
        #expect(board.contract().state == .effective)
        let duties = board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context)
        #expect(duties.map(\.duty.act).contains("NotMetDecision"))
    }

    @Test("K14 with every must reached, a last milestone that carries none may be missed (M14)")
    func lastWithoutMustMissed() throws {
        var board = try Self.lastWithoutMust(isGate: false)
        let events = try board.do(
            "reject", on: "milestone/1.3", as: "rev", ["reason": "不符", "clause": "第五条"])
        #expect(types(events).contains(.contractDelivered))
    }

    @Test("K14 an annulled conclusion takes the delivery back until it is decided again")
    func reopened() throws {
        var board = try Self.delivered()
        board.given(.milestoneRejected, "milestone/1.2", state: MilestoneState.notMet)
        board.given(
            .objectionDecided, "objection/1", state: ObjectionState.decided,
            [
                "object": "milestone/1.2", "result": "upheld", "remedy": "annul",
                "reason": "证据充分", "clause": "M14",
            ])
        let events = try board.advance(to: "2026-03-30T00:00:00+08:00")
        #expect(types(events).contains(.deliveryUndone))
        #expect(board.contract().state == .effective)
        try board.recommend("1.2")
        try board.do("approve", on: "milestone/1.2", as: "rev")
        #expect(board.contract().state == .delivered)
    }

    @Test("K15 the enterprise accepts, and market evaluation opens")
    func accepted() throws {
        var board = try Self.delivered()
        try board.do("accept-delivery", on: "contract/1", as: "ent", ["basis": "验收意见"])
        #expect(board.contract().state == .accepted)
        #expect(board.contract().acceptedAt == board.now)
        try board.advance(to: "2026-03-18T09:00:01+08:00")
        #expect(board.challenge().challenge.state == .marketEval)
    }

    @Test("K15 ten workdays of silence let the bureau accept, by two hands")
    func substitute() throws {
        var board = try Self.delivered()
        let basis: JSON = ["basis": "验题已通过"]
        #expect(
            board.refusal("accept-for-enterprise", on: "contract/1", as: "case", basis)?.code
                == .enterpriseStillHasTime)
        let events = try board.advance(to: "2026-04-02T00:00:00+08:00")
        let mark = try #require(events.first { $0.name == "DeliveryAcceptanceOverdue" })
        #expect(mark.at == Instant(text: "2026-04-01T23:59:59.001+08:00"))
        try board.do("accept-for-enterprise", on: "contract/1", as: "case", basis)
        try board.do("accept-for-enterprise", on: "contract/1", as: "rev")
        #expect(board.contract().state == .accepted)
    }

    @Test("K15 an objection that holds the contract bars its acceptance")
    func held() throws {
        var board = try Self.delivered()
        board.given(
            .objectionAdmitted, "objection/1", state: ObjectionState.admitted,
            ["object": "contract/1"])
        #expect(board.refusal("accept-delivery", on: "contract/1", as: "ent")?.code == .onHold)
    }

    @Test("K16 defects are named once, item by item, and make one milestone more")
    func defects() throws {
        var board = try Self.delivered()
        let fields: JSON = [
            "defects": [["item": "说明书", "reason": "缺维护章节"]], "dueDay": "2026-04-30",
            "clause": "第八条",
        ]
        #expect(
            board.refusal(
                "name-defects", on: "contract/1", as: "ent",
                ["defects": [], "dueDay": "2026-04-30", "clause": "第八条"])?.code == .itemsMissing)
        #expect(
            board.refusal(
                "name-defects", on: "contract/1", as: "ent",
                [
                    "defects": [["item": "说明书", "reason": "缺"]], "dueDay": "2026-03-18",
                    "clause": "第八条",
                ])?.code == .dueNotAhead)
        try board.do("name-defects", on: "contract/1", as: "ent", fields)
        let events = try board.do("name-defects", on: "contract/1", as: "case")
        #expect(types(events) == [.acceptanceRefused, .milestoneOpened])
        #expect(events[0].fields[F.reason] == "说明书: 缺维护章节")
        let milestone = board.milestone("1.4")
        #expect(milestone.isDefectMilestone)
        #expect(milestone.state == .active)
        #expect(milestone.basisPoints == 0)
        #expect(milestone.due == Instant(text: "2026-04-30T23:59:59+08:00"))
        try board.meet("1.4")
        #expect(board.contract().state == .delivered)
        #expect(
            board.refusal("name-defects", on: "contract/1", as: "ent", fields)?.code
                == .defectsNamedBefore)
    }

    @Test("K19 the concluded challenge closes a contract whose enterprise share is shown paid")
    func closed() throws {
        var board = try Self.delivered()
        try board.do("accept-delivery", on: "contract/1", as: "ent")
        try board.advance(to: "2026-03-18T09:00:01+08:00")
        board.given(.challengeConcluded, "challenge", state: ChallengeState.concluded)
        var disputed = board
        let fields: JSON = ["reason": "未付清", "clause": "第六条"]
        try disputed.do("dispute-share", on: "contract/1", as: "bid", fields)
        #expect(disputed.contract().state == .closed)
        board.given(.enterpriseSharePaid, "contract/1", ["amount": 119_999_999])
        #expect(try board.settled().isEmpty)
        board.given(.enterpriseSharePaid, "contract/1", ["amount": 1])
        #expect(types(try board.settled()) == [.contractClosed])
        #expect(board.contract().state == .closed)
    }

    @Test("K19 a share is disputed once")
    func disputedOnce() throws {
        var board = try Self.delivered()
        try board.do("accept-delivery", on: "contract/1", as: "ent")
        try board.advance(to: "2026-03-18T09:00:01+08:00")
        let fields: JSON = ["reason": "未付清", "clause": "第六条"]
        try board.do("dispute-share", on: "contract/1", as: "bid", fields)
        #expect(
            board.refusal("dispute-share", on: "contract/1", as: "ent", fields)?.code
                == .shareDisputedBefore)
    }
}

extension DomainBoard {
    /// Carries out the conditions that facts put by fiat have made true.
    mutating func settled(_ stream: String = "challenge/XC-2026-0001") throws -> [Event] {
        let id = StreamID(text: stream)!
        guard let decision = try engine.settle(id, in: world, context: context) else { return [] }
        world = decision.world
        return decision.events.map(\.event)
    }
}
