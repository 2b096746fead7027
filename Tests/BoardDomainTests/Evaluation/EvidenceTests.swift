import Testing

@testable import BoardDomain

@Suite("Evidence of the market")
struct EvidenceTests {
    @Test("E1 E3 An accepted contract is evaluated; its first item starts the collection")
    func first() throws {
        var stage = try ExecutionStage.evaluating()
        #expect(stage.evaluation.contract == "1")
        #expect(stage.evaluation.state == .opened)
        #expect(stage.evaluation.windowEnd.text == "2027-03-02T15:59:59.000Z")
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-1"))
        #expect(stage.evaluation.state == .collecting)
        #expect(stage.evidence("1").state == .submitted)
        #expect(stage.evidence("1").amount == Money(fen: 50_000_000))
        #expect(stage.evidence("1").submitter == "bid")
    }

    @Test("E3 Scenario 10: an invoice number used in one challenge is refused in another")
    func usedElsewhere() throws {
        var stage = try ExecutionStage.evaluating()
        let holder = "challenge/XC-2025-0003/evidence/4"
        stage.board.world.register.documentHolders["invoice:033002300111-12345678"] = holder
        for number in ["033002300111-12345678", "０３３００２３００１１１－１２３４５６７８ "] {
            let refusal = stage.board.refusal(
                "submit-evidence", as: "bid", ExecutionStage.item(number))
            #expect(refusal?.code.name == "documentUsed")
            #expect(refusal?.rule == "E3")
            #expect(refusal?.details["holder"] == .string(holder))
        }
        // The same number on another kind of paper is another paper.
        try stage.board.do(
            "submit-evidence", as: "bid", ExecutionStage.item("033002300111-12345678", "order"))
    }

    @Test("E3 E4 A number is free again once its item is withdrawn, by its submitter alone")
    func withdrawn() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-1"))
        #expect(
            stage.board.refusal("submit-evidence", as: "ent", ExecutionStage.item("inv-1"))?.code
                .name == "documentUsed")
        let refusal = stage.board.refusal("withdraw-evidence", on: "evidence/1", as: "ent")
        #expect(refusal?.code.name == "notYourEvidence")
        #expect(refusal?.rule == "E4")
        try stage.board.do("withdraw-evidence", on: "evidence/1", as: "bid")
        stage.board.world.register.documentHolders["invoice:INV-1"] =
            "challenge/XC-2026-0001/evidence/1"
        try stage.board.do("submit-evidence", as: "ent", ExecutionStage.item("INV-1"))
        #expect(stage.evidence("2").state == .submitted)
    }

    @Test(
        "E3 An item outside the window, without an amount, or of no evaluation is refused",
        arguments: [
            (ExecutionStage.item("1", on: "2026-03-01"), "outsideWindow"),
            (ExecutionStage.item("1", on: "2026-06-02"), "outsideWindow"),
            (ExecutionStage.item("1", amount: 0), "amountMissing"),
            (ExecutionStage.item("1", "rating"), "ratingByBuyerOnly"),
            (
                .object(ExecutionStage.item("1").object!.merging(["evaluation": "9"]) { $1 }),
                "noSuchEvaluation"
            ),
        ])
    func unfit(item: JSON, code: String) throws {
        let stage = try ExecutionStage.evaluating()
        let refusal = stage.board.refusal("submit-evidence", as: "bid", item)
        #expect(refusal?.code.name == code)
        #expect(refusal?.rule == "E3")
    }

    @Test("E3 Another contract's bidder has nothing to hand in")
    func otherBidder() throws {
        let stage = try ExecutionStage.evaluating()
        let refusal = stage.board.refusal(
            "submit-evidence", as: "bid2", ExecutionStage.item("INV-1"))
        #expect(refusal?.code.name == "notOfTheParty")
    }

    @Test("E3 E4 A customer rates once, on a transaction that it has confirmed")
    func rating() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-1"))
        let rating: JSON = ["evaluation": "1", "transaction": "1", "stars": 5]
        let early = stage.board.refusal("give-rating", as: "buy1", rating)
        #expect(early?.code.name == "noConfirmedTransaction")
        let stranger = stage.board.refusal("confirm-transaction", on: "evidence/1", as: "buy2")
        #expect(stranger?.code == .notYourPart)
        #expect(stranger?.rule == "E4")
        try stage.board.do("confirm-transaction", on: "evidence/1", as: "buy1")
        #expect(stage.evidence("1").state == .confirmed)
        try stage.board.do("give-rating", as: "buy1", rating)
        #expect(stage.evidence("2").stars == 5)
        #expect(stage.evidence("2").counterparty == ExecutionStage.customers[0])
        #expect(
            stage.board.refusal("give-rating", as: "buy1", rating)?.code.name == "ratedAlready")
        #expect(
            stage.board.refusal("give-rating", as: "buy2", rating)?.code.name
                == "noConfirmedTransaction")
        let own = stage.board.refusal("confirm-transaction", on: "evidence/2", as: "buy1")
        #expect(own?.code.name == "ratingStandsAlone")
    }

    @Test("E3 E4 What waits for a customer: to confirm its transaction, then to rate by it, once")
    func customersDuties() throws {
        var stage = try ExecutionStage.evaluating()
        for number in ["INV-1", "INV-2"] {
            try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item(number))
        }
        #expect(customersDuties(in: stage) == ["1 confirm-transaction", "2 confirm-transaction"])
        for object in ["evidence/1", "evidence/2"] {
            try stage.board.do("confirm-transaction", on: object, as: "buy1")
        }
        #expect(customersDuties(in: stage) == ["1 give-rating"])
        #expect(
            !options(of: "buy2", in: stage).contains { $0 == "give-rating" },
            "whoever has bought nothing is not offered to rate")
        #expect(options(of: "buy1", in: stage).contains("give-rating"))
        try stage.board.do(
            "give-rating", as: "buy1", ["evaluation": "1", "transaction": "2", "stars": 4])
        #expect(customersDuties(in: stage).isEmpty)
        #expect(
            !options(of: "buy1", in: stage).contains("give-rating"),
            "whoever has rated is not offered to rate again")
    }

    private func customersDuties(in stage: ExecutionStage) -> [String] {
        let stream = StreamID(.challenge, "XC-2026-0001")
        let context = stage.board.context
        return stage.board.engine.openDuties(in: stream, of: stage.board.world, context: context)
            .filter { $0.duty.awaits == [.buyer] }.map { duty, subject, _, _ in
                let holders = stage.board.engine.holders(
                    of: .buyer, subject: subject, in: stream, of: stage.board.world,
                    context: context)
                #expect(holders.map(\.organisation) == [ExecutionStage.customers[0]])
                return "\(subject.id) \(duty.command ?? "")"
            }
    }

    private func options(of person: PersonID, in stage: ExecutionStage) -> [String] {
        stage.board.engine.options(
            for: person, in: StreamID(.challenge, "XC-2026-0001"), of: stage.board.world,
            context: stage.board.context
        ).filter { $0.refusal == nil }.map(\.command)
    }

    @Test("E6 E7 The case officer checks an item, or refuses it with a reason")
    func check() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.checked(ExecutionStage.item("INV-1"))
        #expect(stage.evidence("1").state == .checked)
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-2"))
        #expect(
            stage.board.refusal("refuse-evidence", on: "evidence/2", as: "case")?.code
                == .fieldMissing)
        try stage.board.do(
            "refuse-evidence", on: "evidence/2", as: "case",
            ["reason": "发票已作废", "clause": "E7"])
        #expect(stage.evidence("2").state == .refused)
    }

    @Test("E6 E7 Nobody checks an item that he handed in himself")
    func checkerIsAnother() throws {
        var stage = try ExecutionStage.evaluating()
        stage.board.given(
            .evidenceSubmitted, "evidence/1", state: EvidenceState.submitted,
            by: Signature(
                actor: .person("case"), capacity: .caseOfficer, organisation: DomainBoard.bureau),
            ExecutionStage.item("INV-1"))
        for command in ["check-evidence", "refuse-evidence"] {
            let fields: JSON =
                command == "check-evidence" ? [:] : ["reason": "不符", "clause": "E7"]
            let refusal = stage.board.refusal(
                command, on: "evidence/1", as: "case", fields)
            #expect(refusal?.code.name == "ownEvidence")
        }
    }

    @Test("E7 An item of a related party is excluded by itself, and shown apart")
    func related() throws {
        var stage = try ExecutionStage.evaluating()
        let code = ExecutionStage.customers[2]
        stage.board.given(
            .orgRegistered, "organisation", state: OrganisationState.verified,
            of: "organisation/\(code)",
            [
                "code": .string(code), "name": "客户3", "kind": "buyer",
                "controller": .string(DomainBoard.enterprise),
            ])
        try stage.board.do("submit-evidence", as: "bid", ExecutionStage.item("INV-1", of: 2))
        #expect(stage.evidence("1").state == .excluded)
        try stage.closed()
        #expect(stage.evaluation.rating?.excluded == 1)
        #expect(stage.evaluation.rating?.excludedValue == Money(fen: 50_000_000))
        #expect(stage.evaluation.rating?.value == .zero)
        #expect(stage.evaluation.grade == "insufficient")
    }
}
