import Testing

@testable import BoardDomain

@Suite("Milestone approval 里程碑审批")
struct MilestoneApprovalTests {
    static let items: JSON = [
        "items": [
            ["item": "样机照片", "reason": "缺"], ["item": "决算表", "reason": "与台账不符"],
        ], "clause": "第五条",
    ]

    private func accepting() throws -> DomainBoard {
        var board = try DomainBoard.executing()
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))
        return board
    }

    private func checking(_ accepted: JSON = [:]) throws -> DomainBoard {
        var board = try accepting()
        try board.do("accept", on: "milestone/1.1", as: "ent", accepted)
        return board
    }

    private func approving() throws -> DomainBoard {
        var board = try checking()
        try board.recommend("1.1")
        return board
    }

    private func duty(_ act: String, _ board: DomainBoard) -> Instant? {
        board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context
        ).first { $0.duty.act == act }?.due
    }

    @Test("M7 the enterprise accepts all, and the case officer has five workdays")
    func acceptedWhole() throws {
        let board = try checking()
        #expect(board.milestone("1.1").state == .checking)
        #expect(board.milestone("1.1").acceptedBasisPoints == 3000)
        #expect(duty("MilestoneCheck", board) == Instant(text: "2026-03-17T23:59:59+08:00"))
    }

    @Test("M7 each step that runs past its five workdays is overdue once and stays")
    func stepsOverdue() throws {
        var board = try accepting()
        var events = try board.advance(to: "2026-03-25T09:00:00+08:00")
        var marks = events.filter { $0.name == "MilestoneAcceptanceOverdue" }
        #expect(marks.map(\.at) == [Instant(text: "2026-03-17T23:59:59.001+08:00")!])
        #expect(board.milestone("1.1").state == .accepting)
        try board.do("accept", on: "milestone/1.1", as: "ent")
        events = try board.advance(to: "2026-04-02T09:00:00+08:00")
        marks = events.filter { $0.name == "MilestoneCheckOverdue" }
        #expect(marks.map(\.at) == [Instant(text: "2026-04-01T23:59:59.001+08:00")!])
        try board.recommend("1.1")
        events = try board.advance(to: "2026-04-12T09:00:00+08:00")
        #expect(events.filter { $0.name == "MilestoneApprovalOverdue" }.count == 1)
    }

    @Test("M7 a part is less than the whole and names what is missing")
    func acceptedPart() throws {
        let board = try accepting()
        let none = board.refusal("accept", on: "milestone/1.1", as: "ent", ["basisPoints": 2000])
        #expect(none?.code == .itemsMissing)
        let beyond = board.refusal(
            "accept", on: "milestone/1.1", as: "ent",
            ["basisPoints": 3001, "items": Self.items["items"]!])
        #expect(beyond?.code == .partOutOfRange)
        #expect(beyond?.details["accepted"] == "1…2999")
    }

    @Test("M7 whoever verified does not accept")
    func verifierAccepts() throws {
        var board = try DomainBoard.executing()
        board.person("wrk", .enterprise, for: DomainBoard.enterprise)
        try board.meet("1.1")
        try board.meet("1.2")
        board.verify("1.3", passed: true, ["2210", "23.5"])
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        try board.do("submit", on: "milestone/1.3", as: "bid", DomainBoard.evidence("1.3"))
        let refusal = board.refusal("accept", on: "milestone/1.3", as: "wrk")
        #expect(refusal?.code == .acceptorVerified)
        #expect(refusal?.rule == "M7")
    }

    @Test("M8 a return gives its reasons item by item, and time to correct")
    func returned() throws {
        var board = try accepting()
        #expect(
            board.refusal(
                "return", on: "milestone/1.1", as: "ent", ["items": [], "clause": "第五条"])?.code
                == .itemsMissing)
        #expect(board.refusal("return", on: "milestone/1.1", as: "ent")?.code == .fieldMissing)
        let events = try board.do("return", on: "milestone/1.1", as: "ent", Self.items)
        #expect(events[0].fields[F.reason] == "样机照片: 缺\n决算表: 与台账不符")
        #expect(events[0].fields[F.items].map(\.item) == ["样机照片", "决算表"])
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.1").due == Instant(text: "2026-06-30T23:59:59+08:00"))
    }

    @Test("M8 after two returns the enterprise can only dissent, and the bureau decides")
    func dissent() throws {
        var board = try accepting()
        #expect(
            board.refusal("dissent", on: "milestone/1.1", as: "ent", Self.items)?.code
                == .mayStillReturn)
        for round in 1...2 {
            try board.do("return", on: "milestone/1.1", as: "ent", Self.items)
            try board.do(
                "submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("r\(round)"))
        }
        let refusal = board.refusal("return", on: "milestone/1.1", as: "ent", Self.items)
        #expect(refusal?.code == .milestoneReturnsSpent)
        try board.do("dissent", on: "milestone/1.1", as: "ent", Self.items)
        #expect(board.milestone("1.1").state == .checking)
        try board.recommend("1.1")
        try board.do("approve", on: "milestone/1.1", as: "rev")
        #expect(board.milestone("1.1").state == .met)
    }

    @Test("M8 the case officer returns from the check as well")
    func returnedByCase() throws {
        var board = try checking()
        try board.do("return", on: "milestone/1.1", as: "case", Self.items)
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.1").returns == 0)
    }

    @Test("M8b ten workdays of silence let the case officer take over")
    func takeOver() throws {
        var board = try accepting()
        let opinion: JSON = ["opinion": "企业逾期未验收"]
        try board.advance(to: "2026-03-24T23:59:59+08:00")
        #expect(
            board.refusal("take-over", on: "milestone/1.1", as: "case", opinion)?.code
                == .enterpriseStillHasTime)
        #expect(duty("AcceptanceTakeOver", board) == nil)
        try board.advance(to: "2026-03-25T00:00:00+08:00")
        let duties = board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context)
        #expect(duties.map(\.duty.act).contains("AcceptanceTakeOver"))
        try board.do("take-over", on: "milestone/1.1", as: "case", opinion)
        #expect(board.milestone("1.1").state == .checking)
        #expect(board.milestone("1.1").acceptedBasisPoints == 3000)
    }

    struct Unfit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: JSON
        let code: RefusalCode

        init(_ name: String, _ code: RefusalCode, _ fields: [String: JSON]) {
            testDescription = name
            self.code = code
            let whole: [String: JSON] = [
                "recommendation": "met", "evidenceChecked": true, "budgetLine": "材料费",
                "opinion": "齐全",
            ]
            self.fields = .object(whole.merging(fields) { $1 })
        }
    }

    static let unfit: [Unfit] = [
        Unfit("unread evidence", .evidenceNotChecked, ["evidenceChecked": false]),
        Unfit("a line that the budget has not", .budgetLineUnknown, ["budgetLine": "招待费"]),
        Unfit(
            "a part that is the whole", .partOutOfRange,
            ["recommendation": "partiallyMet", "basisPoints": 3000]),
        Unfit("a part without its size", .partOutOfRange, ["recommendation": "partiallyMet"]),
    ]

    @Test("M9 a recommendation has checked evidence, budget line and result", arguments: unfit)
    func recommendation(_ unfit: Unfit) throws {
        let board = try checking()
        let refusal = board.refusal("recommend", on: "milestone/1.1", as: "case", unfit.fields)
        #expect(refusal?.code == unfit.code)
        #expect(refusal?.rule == "M9")
    }

    @Test("M9 what the enterprise accepted in part is not recommended as met")
    func recommendedBeyond() throws {
        let board = try checking(["basisPoints": 2000, "items": Self.items["items"]!])
        let refusal = board.refusal(
            "recommend", on: "milestone/1.1", as: "case",
            [
                "recommendation": "met", "evidenceChecked": true, "budgetLine": "材料费",
                "opinion": "齐全",
            ])
        #expect(refusal?.code == .recommendationBeyond)
        #expect(refusal?.details["accepted"] == "partiallyMet")
    }

    @Test("M9 in a lump sum no line is asked for")
    func lumpSum() throws {
        var board = try DomainBoard.awarded()
        try board.do(
            "set-text", on: "contract/1", as: "ent",
            DomainBoard.text([
                "lumpSum": true, "integrityPledge": true, "exclusionsKept": true, "budgetLines": [],
            ]))
        board.draftProtocol(of: "1.3")
        try board.do("agree", on: "contract/1", as: "ent")
        try board.do("agree", on: "contract/1", as: "bid")
        try board.sign()
        try board.register()
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("a"))
        try board.do("accept", on: "milestone/1.1", as: "ent")
        try board.do(
            "recommend", on: "milestone/1.1", as: "case",
            ["recommendation": "met", "evidenceChecked": true, "opinion": "齐全"])
        #expect(board.milestone("1.1").state == .approving)
    }

    @Test("M10 the reviewer sends back to the check, item by item")
    func sentBack() throws {
        var board = try approving()
        let events = try board.do("return", on: "milestone/1.1", as: "rev", Self.items)
        #expect(types(events) == [.milestoneSentBack])
        #expect(board.milestone("1.1").state == .checking)
        #expect(events[0].fields[F.reason] == "样机照片: 缺\n决算表: 与台账不符")
    }

    @Test("M11 approval names contract and basis points, from which the entitlement is made")
    func approved() throws {
        var board = try approving()
        let events = try board.do("approve", on: "milestone/1.1", as: "rev")
        let approval = try #require(events.first)
        #expect(approval.type == .milestoneApproved)
        #expect(approval.fields[F.contract] == "1")
        #expect(approval.fields[F.approvedBasisPoints] == 3000)
        #expect(approval.fields[F.addedBasisPoints] == 3000)
        #expect(types(events).contains(.entitlementCreated))
        #expect(board.challenge().entitlements.all.map(\.amount) == [Money(fen: 24_000_000)])
        #expect(board.milestone("1.1").state == .met)
    }

    @Test("M11 neither the case officer nor an enterprise approves")
    func othersApprove() throws {
        var board = try approving()
        #expect(board.refusal("approve", on: "milestone/1.1", as: "case")?.code == .notYourPart)
        board.person("case", .reviewer, for: DomainBoard.bureau)
        #expect(
            board.refusal("approve", on: "milestone/1.1", as: "case")?.code == .incompatibleRoles)
        #expect(board.refusal("approve", on: "milestone/1.1", as: "ent")?.code == .notYourPart)
    }

    @Test("M11 an admitted objection holds the decision, and its clock stands still")
    func held() throws {
        var board = try approving()
        board.given(
            .objectionAdmitted, "objection/1", state: ObjectionState.admitted,
            ["object": "milestone/1.1"])
        let refusal = board.refusal("approve", on: "milestone/1.1", as: "rev")
        #expect(refusal?.code == .onHold)
        #expect(duty("MilestoneApproval", board) == nil)
    }

    @Test("M11 a part accepted is not approved as a whole")
    func wholeOfPart() throws {
        var board = try checking(["basisPoints": 2000, "items": Self.items["items"]!])
        try board.recommend("1.1", "partiallyMet", part: 2000)
        #expect(board.refusal("approve", on: "milestone/1.1", as: "rev")?.code == .acceptedInPart)
    }

    @Test("M11 the planned readiness level is reached, and only an approval changes it")
    func readiness() throws {
        let plans: JSON = [
            DomainBoard.plan(1, 5000, due: "2026-06-30", readiness: 6),
            DomainBoard.plan(2, 5000, due: "2026-12-31", indicators: [1, 2], verified: true),
        ]
        var board = try DomainBoard.executing(plans: plans)
        var low = board
        try low.bring("1.1")
        #expect(
            low.refusal("approve", on: "milestone/1.1", as: "rev")?.code == .readinessNotReached)
        var fields = DomainBoard.evidence("a", readiness: 6).object ?? [:]
        fields["readiness"] = 6
        try board.do("submit", on: "milestone/1.1", as: "bid", .object(fields))
        try board.do("accept", on: "milestone/1.1", as: "ent")
        try board.recommend("1.1")
        #expect(board.challenge().readiness(of: "1") == nil)
        try board.do("approve", on: "milestone/1.1", as: "rev")
        #expect(board.challenge().readiness(of: "1") == 6)
    }

    private func partlyMet() throws -> DomainBoard {
        var board = try checking(["basisPoints": 2000, "items": Self.items["items"]!])
        try board.recommend("1.1", "partiallyMet", part: 2000)
        try board.do(
            "approve-part", on: "milestone/1.1", as: "rev",
            ["basisPoints": 1500, "items": Self.items["items"]!])
        return board
    }

    @Test("M12 a part is approved up to what was accepted, and the next milestone opens")
    func partApproved() throws {
        var board = try checking(["basisPoints": 2000, "items": Self.items["items"]!])
        try board.recommend("1.1", "partiallyMet", part: 2000)
        let beyond = board.refusal(
            "approve-part", on: "milestone/1.1", as: "rev",
            ["basisPoints": 2001, "items": Self.items["items"]!])
        #expect(beyond?.code == .partOutOfRange)
        #expect(beyond?.details["accepted"] == "1…2000")
        board = try partlyMet()
        #expect(board.milestone("1.1").state == .partiallyMet)
        #expect(board.milestone("1.1").approvedBasisPoints == 1500)
        #expect(board.milestone("1.2").state == .active)
    }

    @Test("M13 the rest is reworked once, and its approval adds to the part")
    func reworked() throws {
        var board = try partlyMet()
        try board.do("rework", on: "milestone/1.1", as: "bid")
        #expect(board.milestone("1.1").due == Instant(text: "2026-04-09T23:59:59+08:00"))
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("rest"))
        try board.do("accept", on: "milestone/1.1", as: "ent")
        try board.recommend("1.1")
        let events = try board.do("approve", on: "milestone/1.1", as: "rev")
        #expect(events[0].fields[F.approvedBasisPoints] == 3000)
        #expect(events[0].fields[F.addedBasisPoints] == 1500)
        #expect(
            board.challenge().entitlements.all.map(\.amount) == [
                Money(fen: 12_000_000), Money(fen: 12_000_000),
            ])
    }

    @Test("M13 thirty days after the part the rest is closed, and no rework is left")
    func closed() throws {
        var board = try partlyMet()
        var early = board
        try early.advance(to: "2026-04-09T23:59:58+08:00")
        #expect(!early.milestone("1.1").partClosed)
        let events = try board.advance(to: "2026-05-01T09:00:00+08:00")
        let close = try #require(events.first { $0.type == .partClosed })
        #expect(close.at == Instant(text: "2026-04-09T23:59:59+08:00"))
        #expect(board.milestone("1.1").isFinal)
        #expect(board.refusal("rework", on: "milestone/1.1", as: "bid")?.code == .partIsClosed)
    }

    @Test("M13 a second part closes at once")
    func secondPart() throws {
        var board = try partlyMet()
        try board.do("rework", on: "milestone/1.1", as: "bid")
        try board.do("submit", on: "milestone/1.1", as: "bid", DomainBoard.evidence("rest"))
        try board.do("accept", on: "milestone/1.1", as: "ent")
        try board.recommend("1.1", "partiallyMet", part: 2500)
        try board.do(
            "approve-part", on: "milestone/1.1", as: "rev",
            ["basisPoints": 2500, "items": Self.items["items"]!])
        #expect(board.refusal("rework", on: "milestone/1.1", as: "bid")?.code == .reworkTaken)
        try board.advance(to: "2026-03-10T09:00:00+08:00")
        #expect(board.milestone("1.1").partClosed)
    }

    @Test("M14 a rejection has reason and clause, and opens the way for what does not hang on it")
    func rejected() throws {
        var board = try approving()
        #expect(board.refusal("reject", on: "milestone/1.1", as: "rev")?.code == .fieldMissing)
        try board.do(
            "reject", on: "milestone/1.1", as: "rev", ["reason": "虚假材料", "clause": "第七条"])
        #expect(board.milestone("1.1").state == .notMet)
        #expect(board.milestone("1.2").state == .active)
    }

    @Test("M14 an annulled rejection goes back to the check")
    func annulled() throws {
        var board = try approving()
        try board.do(
            "reject", on: "milestone/1.1", as: "rev", ["reason": "不符", "clause": "第五条"])
        board.given(
            .objectionDecided, "objection/1", state: ObjectionState.decided,
            [
                "object": "milestone/1.1", "result": "upheld", "remedy": "annul",
                "reason": "证据充分", "clause": "M14",
            ])
        let events = try board.advance(to: "2026-03-30T00:00:00+08:00")
        #expect(types(events).contains(.milestoneReopened))
        #expect(board.milestone("1.1").state == .checking)
    }

    @Test("M11 several milestones of one reviewer are decided one event each")
    func sitting() throws {
        var board = try DomainBoard.executing(lanes: 2, plans: RaceTests.plans)
        try board.bring("1.1")
        try board.bring("2.1", toApprovalBy: "bid2")
        let first = try board.do("approve", on: "milestone/1.1", as: "rev")
        let second = try board.do("approve", on: "milestone/2.1", as: "rev")
        #expect(first[0].subject.text == "milestone/1.1")
        #expect(second[0].subject.text == "milestone/2.1")
    }
}
