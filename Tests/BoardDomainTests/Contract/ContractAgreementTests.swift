import Testing

@testable import BoardDomain

@Suite("A contract from the award to the signatures")
struct ContractAgreementTests {
    @Test("K1 each awarded bid has one contract, pre-filled with what it offered")
    func draftedOnAward() throws {
        let board = try DomainBoard.awarded(lanes: 3)
        #expect(board.challenge().challenge.state == .awarded)
        #expect(board.challenge().contracts.all.map(\.bid) == ["1", "2", "3"])
        #expect(board.challenge().contracts.all.map(\.lane) == [1, 2, 3])
        let first = board.contract()
        #expect(first.bidder == DomainBoard.university)
        #expect(first.amount == Money(fen: 200_000_000))
        #expect(first.countyShare == Money(fen: 80_000_000))
        #expect(first.plans.map(\.basisPoints) == [3000, 3000, 4000])
        #expect(first.plans.last?.indicators == [1, 2])
        #expect(first.awardedAt == Instant(text: DomainBoard.noticeEnd))
    }

    @Test("K1 a lane's own notice that ends gives the promoted bid its contract")
    func draftedOnLane() throws {
        var board = try DomainBoard.awarded(lanes: 2)
        board.given(
            .bidDrafted, "bid/3", state: BidState.proposed,
            ["bidder": .string(DomainBoard.thirdBidder)])
        board.given(
            .noticePublished, "notice/2", state: NoticeState.running,
            ["kind": "lane", "object": "bid/3", "end": "2026-03-16T15:59:59.000Z"])
        try board.advance(to: "2026-03-17T09:00:00+08:00")
        #expect(board.challenge().contracts.all.map(\.bid) == ["1", "2", "3"])
        #expect(board.contract("3").awardedAt == Instant(text: "2026-03-16T15:59:59.000Z"))
    }

    @Test("K2 both parties agree to one text, and its digest is recorded")
    func agreed() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        let contract = board.contract()
        #expect(contract.state == .agreed)
        #expect(contract.version == 1)
        #expect(contract.textDigest == DomainBoard.digest(contract.text.record.json))
    }

    @Test("K2 milestones of 30 %, 30 % and 39.99 % are refused")
    func milestonesNotWhole() throws {
        var board = try DomainBoard.awarded()
        let plans: JSON = [
            DomainBoard.plan(1, 3000, due: "2026-06-30"),
            DomainBoard.plan(2, 3000, due: "2026-09-30"),
            DomainBoard.plan(3, 3999, due: "2026-12-31", indicators: [1, 2], verified: true),
        ]
        try board.do("set-text", on: "contract/1", as: "ent", DomainBoard.text(plans: plans))
        let refusal = board.refusal("agree", on: "contract/1", as: "ent")
        #expect(refusal?.rule == "K2")
        #expect(refusal?.code == .milestoneSharesNotWhole)
        #expect(refusal?.details["given"] == 9999)
        #expect(refusal?.details["accepted"] == 10_000)
    }

    struct Flaw: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: JSON
        let code: RefusalCode

        init(_ name: String, _ code: RefusalCode, _ fields: JSON) {
            testDescription = name
            self.code = code
            self.fields = fields
        }
    }

    static let flaws: [Flaw] = [
        Flaw("more than the bid", .amountAboveBid, ["amount": 200_000_001]),
        Flaw(
            "more county money than the bid asked", .countyShareAboveBid,
            ["countyShare": 80_000_001, "enterpriseShare": 119_999_999]),
        Flaw("shares that do not add up", .sharesDoNotAddUp, ["enterpriseShare": 1]),
        Flaw(
            "a gap in the sequence", .milestonesOutOfOrder,
            [
                "plans": [
                    DomainBoard.plan(1, 5000, due: "2026-06-30"),
                    DomainBoard.plan(
                        3, 5000, due: "2026-12-31", indicators: [1, 2], verified: true),
                ]
            ]),
        Flaw(
            "dates that do not rise", .milestoneDatesNotRising,
            [
                "plans": [
                    DomainBoard.plan(1, 5000, due: "2026-12-31"),
                    DomainBoard.plan(
                        2, 5000, due: "2026-12-31", indicators: [1, 2], verified: true),
                ]
            ]),
        Flaw(
            "1001 days", .durationTooLong,
            [
                "plans": [
                    DomainBoard.plan(
                        1, 10_000, due: "2028-12-05", indicators: [1, 2], verified: true)
                ]
            ]),
        Flaw(
            "a must bound to no verification", .mustsNotBound,
            [
                "plans": [
                    DomainBoard.plan(1, 10_000, due: "2026-12-31", indicators: [1], verified: true)
                ]
            ]),
        Flaw(
            "an indicator that the list does not know", .indicatorUnknown,
            [
                "plans": [
                    DomainBoard.plan(
                        1, 10_000, due: "2026-12-31", indicators: [1, 2, 9], verified: true)
                ]
            ]),
        Flaw(
            "a readiness level that falls", .planReadinessFalls,
            [
                "plans": [
                    DomainBoard.plan(1, 5000, due: "2026-06-30", readiness: 6),
                    DomainBoard.plan(
                        2, 5000, due: "2026-12-31", indicators: [1, 2], verified: true, readiness: 5
                    ),
                ]
            ]),
        Flaw("a lead of another house", .leadNotOfBidder, ["lead": "ent"]),
        Flaw("lines that do not add up", .budgetDoesNotAddUp, ["budgetLines": []]),
        Flaw(
            "a lump sum without its pledge", .lumpSumWithoutPledge,
            ["lumpSum": true, "integrityPledge": true, "exclusionsKept": false]),
    ]

    @Test("K2 a text with a flaw cannot be agreed to", arguments: flaws)
    func flaw(_ flaw: Flaw) throws {
        var board = try DomainBoard.awarded()
        try board.do("set-text", on: "contract/1", as: "bid", DomainBoard.text())
        try board.do("set-text", on: "contract/1", as: "ent", flaw.fields)
        let refusal = board.refusal("agree", on: "contract/1", as: "ent")
        #expect(refusal?.code == flaw.code)
        #expect(refusal?.rule == "K2")
    }

    @Test("K2 a contract that is silent on rights or pledge cannot be agreed to")
    func silent() throws {
        let board = try DomainBoard.awarded()
        let refusal = board.refusal("agree", on: "contract/1", as: "ent")
        #expect(refusal?.code == .contractSilent)
        #expect(refusal?.details["given"]?.array?.contains("ipClause") == true)
        #expect(refusal?.details["given"]?.array?.contains("rightsOwner") == true)
        #expect(refusal?.details["given"]?.array?.contains("pledge") == true)
    }

    @Test("K2 a lump sum keeps its pledge and the exclusion list, and has no lines")
    func lumpSum() throws {
        var board = try DomainBoard.awarded()
        try board.do(
            "set-text", on: "contract/1", as: "ent",
            DomainBoard.text([
                "lumpSum": true, "integrityPledge": true, "exclusionsKept": true,
                "budgetLines": [],
            ]))
        board.draftProtocol(of: "1.3")
        try board.do("agree", on: "contract/1", as: "ent")
        #expect(
            board.challenge().docket.step(rule: "K2", subject: board.contract().reference) != nil)
    }

    @Test("K2 the protocol of each verified milestone is drafted before")
    func protocolMissing() throws {
        var board = try DomainBoard.awarded()
        try board.do("set-text", on: "contract/1", as: "ent", DomainBoard.text())
        let refusal = board.refusal("agree", on: "contract/1", as: "ent")
        #expect(refusal?.code == .protocolMissing)
        #expect(refusal?.details["given"] == ["1.3"])
    }

    @Test("K2 while one party has agreed the text stands, and another text is not what was signed")
    func textStands() throws {
        var board = try DomainBoard.awarded()
        try board.do("set-text", on: "contract/1", as: "ent", DomainBoard.text())
        board.draftProtocol(of: "1.3")
        let other = board.refusal(
            "agree", on: "contract/1", as: "ent",
            ["textDigest": .string(DomainBoard.digest([1]).text)])
        #expect(other?.code == .textChanged)
        try board.do("agree", on: "contract/1", as: "ent")
        let refusal = board.refusal("set-text", on: "contract/1", as: "bid", ["type": "service"])
        #expect(refusal?.code == .agreementPending)
    }

    @Test("K2 a restricted party agrees to nothing")
    func restricted() throws {
        var board = try DomainBoard.awarded()
        try board.do("set-text", on: "contract/1", as: "ent", DomainBoard.text())
        board.draftProtocol(of: "1.3")
        board.world.register.restricted[DomainBoard.university] = .some(nil)
        #expect(board.refusal("agree", on: "contract/1", as: "ent")?.code.name == "restricted")
    }

    @Test("K2 an admitted objection against the bid holds its contract")
    func held() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        board.given(
            .objectionAdmitted, "objection/1", state: ObjectionState.admitted, ["object": "bid/1"])
        #expect(board.refusal("sign", on: "contract/1", as: "sig")?.code == .onHold)
    }

    @Test("K2 the lanes of a race meet at the same gates")
    func raceGates() throws {
        var board = try DomainBoard.awarded(lanes: 2)
        try board.do("set-text", on: "contract/1", as: "bid", DomainBoard.text())
        #expect(
            board.refusal("agree", on: "contract/1", as: "bid")?.code == .raceGatesDiffer)
        try board.agree(
            "1",
            plans: [
                DomainBoard.plan(1, 5000, due: "2026-06-30", gate: true),
                DomainBoard.plan(2, 5000, due: "2026-12-31", indicators: [1, 2], verified: true),
            ])
        try board.do(
            "set-text", on: "contract/2", as: "bid2",
            DomainBoard.text(
                lead: "bid2",
                plans: [
                    DomainBoard.plan(1, 5000, due: "2026-06-30"),
                    DomainBoard.plan(
                        2, 5000, due: "2026-12-31", indicators: [1, 2], gate: true, verified: true),
                ]))
        let refusal = board.refusal("agree", on: "contract/2", as: "bid2")
        #expect(refusal?.code == .raceGatesDiffer)
        #expect(refusal?.details["accepted"] == [1])
    }

    @Test("K3 reopening voids the signatures")
    func reopened() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        try board.do("sign-pledge", on: "contract/1", as: "bid")
        try board.do("sign", on: "contract/1", as: "sig")
        #expect(board.contract().state == .signedByOne)
        try board.do(
            "reopen", on: "contract/1", as: "bid", ["reason": "金额写错", "clause": "第三条"])
        #expect(board.contract().state == .draft)
        #expect(board.contract().signedBy.isEmpty)
        #expect(!board.contract().pledgeSigned)
        #expect(board.refusal("reopen", on: "contract/1", as: "bid")?.code == .wrongState)
    }

    @Test("K4 both signatories and the lead sign, in any order, and the milestones are planned")
    func signed() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        try board.do("sign", on: "contract/1", as: "bidsig")
        try board.do("sign", on: "contract/1", as: "sig")
        #expect(board.contract().state == .signedByOne)
        #expect(board.refusal("sign", on: "contract/1", as: "sig")?.code == .alreadySigned)
        let events = try board.do("sign-pledge", on: "contract/1", as: "bid")
        #expect(board.contract().state == .signed)
        #expect(
            types(events) == [
                .pledgeSigned, .milestonesPlanned, .milestonesPlanned, .milestonesPlanned,
            ])
        #expect(board.milestone("1.3").state == .planned)
        #expect(board.milestone("1.3").due == Instant(text: "2026-12-31T23:59:59+08:00"))
    }

    @Test("K2 the workshop is asked for the protocols that the text still lacks")
    func protocolsAskedFor() throws {
        var board = try DomainBoard.awarded()
        try board.do("set-text", on: "contract/1", as: "bid", DomainBoard.text())
        #expect(board.refusal("agree", on: "contract/1", as: "ent")?.code == .protocolMissing)
        #expect(Self.duties(on: board).contains("ProtocolDrafting"))
        board.draftProtocol(of: "1.3")
        #expect(!Self.duties(on: board).contains("ProtocolDrafting"))
    }

    @Test("T2 A protocol of a milestone that is only planned waits for the contract's signatures")
    func protocolBeforeContract() throws {
        var board = try DomainBoard.awarded()
        try board.do("set-text", on: "contract/1", as: "bid", DomainBoard.text())
        board.draftProtocol(of: "1.3")
        let refusal = board.refusal(
            "sign-protocol", on: "verification/1.3.1", as: "ent",
            ["protocolDigest": .string(DomainBoard.digest(.string("x")).text)])
        #expect(refusal?.code.name == "contractUnsigned")
        #expect(refusal?.details["given"] == "draft")
    }

    private static func duties(on board: DomainBoard) -> [String] {
        board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context
        ).map(\.duty.act)
    }

    @Test("K4 whoever has signed has nothing left to sign")
    func signedOwnPart() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        #expect(Self.signatories(on: board) == [.enterpriseSignatory, .bidderSignatory])
        try board.do("sign", on: "contract/1", as: "bidsig")
        #expect(Self.signatories(on: board) == [.enterpriseSignatory])
    }

    private static func signatories(on board: DomainBoard) -> [Capacity]? {
        board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context
        )
        .first { $0.duty.act == "ContractSigning" }?.task?.open
    }

    @Test("K4 only the lead signs the pledge, and once")
    func pledgeOfLead() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        let refusal = board.refusal("sign-pledge", on: "contract/1", as: "bidB")
        #expect(refusal?.code == .notTheLead)
        try board.do("sign-pledge", on: "contract/1", as: "bid")
        #expect(
            board.refusal("sign-pledge", on: "contract/1", as: "bid")?.code == .pledgeAlreadySigned)
    }

    @Test("K4 thirty days after the award nobody signs any more, and the duty is overdue")
    func tooLate() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        var late = board
        try late.advance(to: "2026-04-08T23:59:59+08:00")
        #expect(late.refusal("sign", on: "contract/1", as: "sig") == nil)
        let events = try board.advance(to: "2026-04-09T00:00:00+08:00")
        #expect(board.refusal("sign", on: "contract/1", as: "sig")?.code == .signingTooLate)
        let marks = events.filter { $0.type == .dutyOverdue }
        #expect(marks.map(\.name).contains("ContractSigningOverdue"))
        #expect(marks.map(\.name).contains("PledgeSigningOverdue"))
        #expect(marks.allSatisfy { $0.fields[F.due] == Instant(text: "2026-04-08T23:59:59+08:00") })
    }

    @Test("K4 a signature of the one side never stands for the other's")
    func sides() throws {
        var board = try DomainBoard.awarded()
        try board.agree()
        try board.do("sign", on: "contract/1", as: "bidsig")
        #expect(board.refusal("sign", on: "contract/1", as: "bidsig2")?.code == .notYourPart)
        #expect(board.refusal("agree", on: "contract/1", as: "ent")?.code == .wrongState)
    }
}
