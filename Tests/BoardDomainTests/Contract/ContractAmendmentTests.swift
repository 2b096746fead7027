import Testing

@testable import BoardDomain

@Suite("An amendment of a contract in force")
struct ContractAmendmentTests {
    private func propose(
        _ fields: [String: JSON], as person: PersonID = "bid"
    ) throws -> DomainBoard {
        var board = try DomainBoard.executing()
        try board.do(
            "propose-amendment", on: "contract/1", as: person,
            .object(["summary": "变更"].merging(fields) { $1 }))
        return board
    }

    private static let laterPlans: JSON = [
        DomainBoard.plan(1, 3000, due: "2026-06-30"),
        DomainBoard.plan(2, 2000, due: "2026-10-31"),
        DomainBoard.plan(3, 4000, due: "2026-12-31", indicators: [1, 2], verified: true),
        DomainBoard.plan(4, 1000, due: "2027-03-31"),
    ]

    @Test("K11 either side proposes, and the contract is amending")
    func proposed() throws {
        let board = try propose(["kind": "milestones", "plans": Self.laterPlans])
        #expect(board.contract().state == .amending)
        #expect(board.contract().amendment?.proposer == .bidder)
        #expect(board.contract().plans.count == 3)
    }

    @Test(
        "K11 a proposal that breaks the contract's rules is refused",
        arguments: [
            (["kind": "clause"] as JSON, "nothingChanged"),
            (["kind": "clause", "lead": "bidB"], "amendmentOfOtherKind"),
            (
                ["kind": "indicators", "indicatorChanges": [["number": 9, "must": true]]],
                "indicatorUnknown"
            ),
            (
                [
                    "kind": "milestones",
                    "plans": [
                        DomainBoard.plan(1, 4000, due: "2026-06-30"),
                        DomainBoard.plan(
                            2, 6000, due: "2026-12-31", indicators: [1, 2], verified: true),
                    ],
                ], "milestoneBegun"
            ),
            (["kind": "amounts", "amount": 200_000_001], "amountAboveBid"),
        ] as [(JSON, String)])
    func unsound(_ fields: JSON, _ code: String) throws {
        let board = try DomainBoard.executing()
        var all = fields.object ?? [:]
        all["summary"] = "变更"
        let refusal = board.refusal("propose-amendment", on: "contract/1", as: "ent", .object(all))
        #expect(refusal?.code.name == code)
        #expect(refusal?.rule == "K11")
    }

    @Test(
        "K12 both signatories sign, case officer and reviewer confirm, milestones are planned anew")
    func amended() throws {
        var board = try propose(["kind": "milestones", "plans": Self.laterPlans])
        #expect(
            board.refusal("confirm-amendment", on: "contract/1", as: "case")?.code
                == .signatureMissing)
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        #expect(
            board.refusal("sign-amendment", on: "contract/1", as: "sig")?.code == .alreadySigned)
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        try board.do("confirm-amendment", on: "contract/1", as: "case")
        let events = try board.do("confirm-amendment", on: "contract/1", as: "rev")
        #expect(types(events) == [.contractAmended, .milestonesPlanned, .milestonesPlanned])
        #expect(board.contract().state == .effective)
        #expect(board.contract().version == 2)
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.2").basisPoints == 2000)
        #expect(board.milestone("1.4").state == .planned)
    }

    @Test("K12 a milestone that the text no longer has is cancelled")
    func milestoneDropped() throws {
        var board = try propose([
            "kind": "milestones",
            "plans": [
                DomainBoard.plan(1, 3000, due: "2026-06-30"),
                DomainBoard.plan(2, 7000, due: "2026-09-30", indicators: [1, 2], verified: true),
            ],
        ])
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        try board.do("confirm-amendment", on: "contract/1", as: "case")
        try board.do("confirm-amendment", on: "contract/1", as: "rev")
        #expect(board.milestone("1.3").state == .cancelled)
        #expect(board.milestone("1.2").needsVerification)
    }

    @Test("K12 county money follows the text down, and never above the reservation")
    func countyMoney() throws {
        var board = try propose([
            "kind": "amounts", "countyShare": 60_000_000, "enterpriseShare": 140_000_000,
        ])
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        try board.do("confirm-amendment", on: "contract/1", as: "case")
        try board.do("confirm-amendment", on: "contract/1", as: "rev")
        #expect(
            board.world.pool("JBGS-2026")?.committed["XC-2026-0001"] == Money(fen: 60_000_000))
        try board.do(
            "propose-amendment", on: "contract/1", as: "ent",
            [
                "kind": "amounts", "summary": "回升", "countyShare": 80_000_000,
                "enterpriseShare": 120_000_000,
            ])
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        let refusal = board.refusal("confirm-amendment", on: "contract/1", as: "case")
        #expect(refusal?.code == .reservationTooSmall)
        #expect(refusal?.details["given"] == 20_000_000)
    }

    @Test("K12 another lead signs the pledge before the change is confirmed")
    func newLead() throws {
        var board = try propose(["kind": "lead", "lead": "bidB"])
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        #expect(
            board.refusal("confirm-amendment", on: "contract/1", as: "case")?.code
                == .newPledgeMissing)
        #expect(board.refusal("sign-new-pledge", on: "contract/1", as: "bid")?.code == .notTheLead)
        try board.do("sign-new-pledge", on: "contract/1", as: "bidB")
        try board.do("confirm-amendment", on: "contract/1", as: "case")
        try board.do("confirm-amendment", on: "contract/1", as: "rev")
        #expect(board.contract().text.lead == "bidB")
    }

    @Test("K12 a relaxed must needs three experts' opinions and an ended notice")
    func relaxed() throws {
        var board = try DomainBoard.executing()
        for number in 1...3 {
            board.given(
                .argumentExpertNamed, "argumentSeat/\(number)", state: ArgumentSeatState.voted,
                ["person": .string("arg\(number)")])
        }
        try board.do(
            "propose-amendment", on: "contract/1", as: "bid",
            [
                "kind": "indicators", "summary": "寿命降为1800 h",
                "indicatorChanges": [["number": 1, "target": "1800", "must": true]],
            ])
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        let opinion: JSON = ["approves": true, "statement": "技术上合理"]
        try board.do("give-opinion", on: "contract/1", as: "arg1", opinion)
        #expect(
            board.refusal("give-opinion", on: "contract/1", as: "arg1", opinion)?.code
                == .opinionGiven)
        try board.do(
            "give-opinion", on: "contract/1", as: "arg2",
            ["approves": false, "statement": "不同意"])
        #expect(
            board.refusal("confirm-amendment", on: "contract/1", as: "case")?.code
                == .relaxationNotArgued)
        try board.do("give-opinion", on: "contract/1", as: "arg3", opinion)
        #expect(
            board.refusal("confirm-amendment", on: "contract/1", as: "case")?.code
                == .amendmentNoticeRunning)
        board.given(
            .noticePublished, "notice/2", state: NoticeState.running,
            ["kind": "amendment", "object": "contract/1", "end": "2026-03-17T15:59:59.000Z"])
        #expect(
            board.refusal("confirm-amendment", on: "contract/1", as: "case")?.code
                == .amendmentNoticeRunning)
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        try board.do("confirm-amendment", on: "contract/1", as: "case")
        try board.do("confirm-amendment", on: "contract/1", as: "rev")
        let terms = board.challenge().challenge.terms
        #expect(board.contract().indicators(of: terms)[0].target == "1800")
        #expect(board.challenge().challenge.state == .executing)
    }

    @Test("K12 a stricter must needs no opinion")
    func stricter() throws {
        var board = try DomainBoard.executing()
        board.given(
            .argumentExpertNamed, "argumentSeat/1", state: ArgumentSeatState.voted,
            ["person": "arg1"])
        try board.do(
            "propose-amendment", on: "contract/1", as: "bid",
            [
                "kind": "indicators", "summary": "寿命提高",
                "indicatorChanges": [["number": 1, "target": "2400", "must": true]],
            ])
        let refusal = board.refusal(
            "give-opinion", on: "contract/1", as: "arg1", ["approves": true, "statement": "x"])
        #expect(refusal?.code == .nothingRelaxed)
        try board.do("sign-amendment", on: "contract/1", as: "sig")
        try board.do("sign-amendment", on: "contract/1", as: "bidsig")
        try board.do("confirm-amendment", on: "contract/1", as: "case")
    }

    @Test(
        "K12 only what asks for less relaxes a must",
        arguments: [
            ("atLeast", "2000", nil, "1999.9", nil, true),
            ("atLeast", "2000", nil, "2000.0", nil, false),
            ("atMost", "25", nil, "26", nil, true), ("atMost", "25", nil, "24", nil, false),
            ("range", "10", "20", "10", "21", true), ("range", "10", "20", "11", "19", false),
            ("equal", "5", nil, "6", nil, true), ("equal", "5", nil, "5.0", nil, false),
        ] as [(String, String, String?, String, String?, Bool)])
    func relaxing(
        comparator: String, target: String, upper: String?, next: String, nextUpper: String?,
        relaxes: Bool
    ) throws {
        let indicator = try #require(
            Indicator(
                record: Record {
                    $0[Indicator.number] = 1
                    $0[Indicator.name] = "指标"
                    $0[Indicator.comparator] = Comparator(rawValue: comparator)
                    $0[Indicator.target] = target
                    $0[Indicator.upper] = upper
                    $0[Indicator.must] = true
                }))
        let change = try #require(
            IndicatorChange(
                record: Record {
                    $0[Indicator.number] = 1
                    $0[Indicator.target] = next
                    $0[Indicator.upper] = nextUpper
                    $0[Indicator.must] = true
                }))
        #expect(change.relaxes(indicator) == relaxes)
    }

    @Test("K13 the other side or the bureau refuses, the proposer withdraws")
    func dropped() throws {
        let board = try propose(["kind": "milestones", "plans": Self.laterPlans])
        let reason: JSON = ["reason": "不同意", "clause": "K13"]
        #expect(
            board.refusal("refuse-amendment", on: "contract/1", as: "bidsig", reason)?.code
                == .ownProposal)
        #expect(
            board.refusal("withdraw-amendment", on: "contract/1", as: "ent", reason)?.code
                == .notTheProposer)
        for (command, person) in [
            ("refuse-amendment", "sig"), ("refuse-amendment", "case"), ("refuse-amendment", "rev"),
            ("withdraw-amendment", "bid"),
        ] {
            var next = board
            let events = try next.do(command, on: "contract/1", as: person, reason)
            #expect(types(events) == [.amendmentDropped])
            #expect(next.contract().state == .effective)
            #expect(next.contract().amendment == nil)
        }
    }

    @Test(
        "K13 an amendment lapses sixty days after its proposal, at its own instant after downtime")
    func lapses() throws {
        var board = try propose(["kind": "milestones", "plans": Self.laterPlans])
        var early = board
        try early.advance(to: "2026-05-09T23:59:58+08:00")
        #expect(early.contract().state == .amending)
        let events = try board.advance(to: "2026-06-01T09:00:00+08:00")
        let drop = events.first { $0.type == .amendmentDropped }
        #expect(drop?.at == Instant(text: "2026-05-09T23:59:59+08:00"))
        #expect(drop?.by == .clock)
        #expect(board.contract().state == .effective)
    }

    @Test("K11 an admitted objection against the contract bars its amendment")
    func held() throws {
        var board = try DomainBoard.executing()
        board.given(
            .objectionAdmitted, "objection/1", state: ObjectionState.admitted,
            ["object": "contract/1"])
        let refusal = board.refusal(
            "propose-amendment", on: "contract/1", as: "ent",
            ["kind": "milestones", "summary": "变更", "plans": Self.laterPlans])
        #expect(refusal?.code == .onHold)
    }
}
