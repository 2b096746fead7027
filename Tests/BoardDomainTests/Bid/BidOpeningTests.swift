import Testing

@testable import BoardDomain

@Suite("Opening bids and deciding who may take part")
struct BidOpeningTests {
    private func opened(_ change: (inout Sealed) -> Void = { _ in }) throws -> CallBoard {
        var call = try CallBoard()
        var sealed = try Sealed()
        change(&sealed)
        try call.seal("1", sealed)
        try call.open([("1", sealed)])
        return call
    }

    private let clause: JSON = ["clause": "榜单第四条"]

    @Test("B10 what matches its commitment is opened, content and nonce in its own event")
    func open() throws {
        let call = try opened()
        #expect(call.bid().state == .opened)
        #expect(call.bid().content == (try Sealed().content))
        #expect(call.bid().nonce == String(repeating: "01", count: 32))
        #expect(call.bid().members == [DomainBoard.university])
    }

    @Test("B10 what an older seal says in clear about whom to call is not recorded")
    func olderSeal() throws {
        let call = try opened {
            $0.content.contact = .init(name: "王工", phone: "13800000000", email: "w@b.cn")
        }
        #expect(call.bid().content?.contact == .init(name: "王工", reach: .withheld))
        let payloads = call.board.log.map { $0.event.payload.canonicalText }
        #expect(!payloads.contains { $0.contains("13800000000") })
    }

    @Test("G7 an administrator erases whom to call, once, with reason; the seal's shares go too")
    func erasure() throws {
        var call = try opened()
        let why: JSON = ["reason": "本人申请", "clause": "第四十七条"]
        #expect(call.refusal("erase-contact", on: "bid/1", as: "case", why)?.code == .notYourPart)
        #expect(call.refusal("erase-contact", on: "bid/1", as: "adm")?.code == .fieldMissing)
        let shares = try #require(call.bid().keyName(in: "XC-2026-0001"))
        let events = try call.do("erase-contact", on: "bid/1", as: "adm", why)
        #expect(events.map(\.type) == [.contactErased])
        #expect(call.personErasures == ["XC-2026-0001/bid/1"])
        #expect(call.erasures.contains(shares))
        #expect(call.bid().state == .opened && call.bid().isContactErased)
        #expect(call.refusal("erase-contact", on: "bid/1", as: "adm", why)?.code == .contactErased)
    }

    @Test("B10 what does not open, does not match or is no bid is invalid, and stops no other (I7)")
    func invalid() throws {
        var call = try CallBoard()
        let sealed = try [Sealed(nonce: 1), Sealed(for: "2", nonce: 2), Sealed(for: "3", nonce: 3)]
        for (index, item) in sealed.enumerated() { try call.seal("\(index + 1)", item) }
        var other = sealed[1]
        other.content.amountFen -= 1
        try call.at(CallBoard.deadline)
        try call.cause(.callClosed, to: .closed)
        let shut = RevealedBid(bid: "1", content: nil, nonce: nil, fault: "corrupt")
        try call.cause(
            .bidsOpened, to: .qualifying,
            confidential: [
                "revealed": [
                    shut.json, other.revealed(as: "2").json, sealed[2].revealed(as: "3").json,
                ]
            ])
        #expect(call.board.challenge().bids.all.map(\.state) == [.invalid, .invalid, .opened])
        let events = call.board.log.map(\.event).filter { $0.type == .bidInvalid }
        #expect(
            events.map { $0.fields[F.invalidity] } == [.undecryptable, .commitmentMismatch])
        #expect(events.map { $0.fields[F.reason] } == ["corrupt", sealed[1].commitment.text])
        #expect(events.map { $0.fields[F.clause] } == ["B10", "I7"])
    }

    @Test("B10 content that breaks the schema is invalid although it was committed to")
    func schema() throws {
        let call = try opened { $0.content.consortium[0].basisPoints = 9999 }
        #expect(call.bid().state == .invalid)
        let event = try #require(call.board.log.last { $0.event.type == .bidInvalid }?.event)
        #expect(event.fields[F.invalidity] == .contentFaulty)
        #expect(event.fields[F.reason] == "sharesNotWhole consortium 9999")
    }

    @Test("B10 a seal left out of the opening stops them all (I6)")
    func leftOut() throws {
        var call = try CallBoard()
        let first = try Sealed()
        try call.seal("1", first)
        try call.seal("2", try Sealed(for: "2", nonce: 2))
        #expect {
            try call.open([("1", first)])
        } throws: {
            ($0 as? Refusal)?.code == .sealLeftOut && ($0 as? Refusal)?.rule == "B10"
        }
        #expect(call.bid().state == .sealed)
    }

    @Test("B11 B12 formal papers are asked for once, answered with digests, in time (I8)")
    func cure() throws {
        var call = try opened()
        let asked: JSON = ["papers": ["authorisation"]]
        #expect(
            call.refusal("ask-cure", on: "bid/1", as: "case", ["papers": ["approach"]])?.code
                == .fieldShape)
        #expect(
            call.refusal("ask-cure", on: "bid/1", as: "case", ["papers": []])?.code
                == .noPapersNamed)
        let events = try call.do("ask-cure", on: "bid/1", as: "case", asked)
        let until = try #require(Instant(text: "2026-04-02T10:00:00+08:00"))
        #expect(events[0].fields[F.until] == until)
        #expect(call.bid().state == .cure && call.bid().cureUntil == until)
        #expect(
            call.refusal("answer-cure", on: "bid/1", as: "bid", ["documents": []])?.code
                == .noDocuments)
        let answer: JSON = ["documents": [.string(String(repeating: "0f", count: 32))]]
        var late = call
        try late.at("2026-04-02T10:00:00+08:00")
        #expect(late.refusal("answer-cure", on: "bid/1", as: "bid", answer)?.code == .cureOver)
        let before = call.bid().content
        try call.do("answer-cure", on: "bid/1", as: "bid", answer)
        #expect(call.bid().state == .opened && call.bid().content == before)
        let again = call.refusal("ask-cure", on: "bid/1", as: "case", asked)
        #expect(again?.code == .cureUsedUp && again?.rule == "B11")
    }

    @Test("B12 an unanswered cure lapses after its hours, after downtime at that instant")
    func cureLapses() throws {
        var call = try opened()
        try call.do("ask-cure", on: "bid/1", as: "case", ["papers": ["businessLicence"]])
        try call.board.advance(to: "2026-04-02T09:59:59.999+08:00")
        #expect(call.bid().state == .cure)
        let events = try call.board.advance(to: "2026-04-07T09:00:00+08:00")
        #expect(events.map(\.type) == [.bidCureLapsed])
        #expect(events[0].at == Instant(text: "2026-04-02T10:00:00+08:00"))
        #expect(call.bid().state == .opened && call.bid().cureUsed)
    }

    @Test("B13 the officer decides with a clause, the reviewer confirms")
    func qualify() throws {
        var call = try opened()
        #expect(call.refusal("qualify", on: "bid/1", as: "case")?.code == .fieldMissing)
        #expect(call.refusal("qualify", on: "bid/1", as: "rev", clause)?.code == .notYourPart)
        let step = try call.do("qualify", on: "bid/1", as: "case", clause)
        #expect(step.map(\.name) == ["BidQualificationProposed"])
        let done = try call.do("qualify", on: "bid/1", as: "rev")
        #expect(done.map(\.type) == [.bidQualified])
        #expect(done[0].fields[F.clause] == "榜单第四条")
        #expect(call.bid().state == .qualified)
    }

    @Test(
        "B13 refuses what the terms exclude, and B14 accepts that ground",
        arguments: [
            ("overBudget", "overBudget"), ("overCountyShare", "overBudget"),
            ("mustUnanswered", "mustUnanswered"), ("leadIsNotBidder", "other"),
        ])
    func excluded(code: String, ground: String) throws {
        var call = try opened { sealed in
            switch code {
            case "overBudget": sealed.content.amountFen = 80_000_001
            case "overCountyShare": sealed.content.countyShareFen = 30_000_001
            case "mustUnanswered": sealed.content.responses = []
            default: sealed.content.consortium[0].creditCode = DomainBoard.bidder
            }
        }
        let refusal = call.refusal("qualify", on: "bid/1", as: "case", clause)
        #expect(refusal?.code.name == code && refusal?.rule == "B13")
        try call.decide(
            "disqualify", on: "bid/1",
            ["ground": .string(ground), "reason": "不符合榜单", "clause": "榜单第四条"])
        #expect(call.bid().state == .disqualified)
        #expect(call.bid().disqualifiedAt == call.board.now)
    }

    @Test("B13 no member is the enterprise, restricted, or in two bids")
    func members() throws {
        let withEnterprise = try Sealed(members: [DomainBoard.enterprise])
        var call = try CallBoard()
        try call.seal("1", withEnterprise)
        try call.open([("1", withEnterprise)])
        #expect(
            call.refusal("qualify", on: "bid/1", as: "case", clause)?.code == .bidderIsEnterprise)

        let consortium = try Sealed(members: [DomainBoard.bidder])
        call = try CallBoard()
        try call.seal("1", consortium)
        try call.open([("1", consortium)])
        call.board.world.register.restricted[DomainBoard.bidder] = .some(nil)
        let refusal = call.refusal("qualify", on: "bid/1", as: "case", clause)
        #expect(refusal?.rule == "B13")
        #expect(refusal?.details["given"] == .string(DomainBoard.bidder))
    }

    @Test("B14 one member in two bids: all of them go")
    func memberTwice() throws {
        var call = try CallBoard()
        let first = try Sealed(members: [CallBoard.third])
        let (second, third) = (try Sealed(for: "2", nonce: 2), try Sealed(for: "3", nonce: 3))
        for (index, item) in [first, second, third].enumerated() {
            try call.seal("\(index + 1)", item)
        }
        try call.open([("1", first), ("2", second), ("3", third)])
        let refusal = call.refusal("qualify", on: "bid/1", as: "case", clause)
        #expect(refusal?.code == .memberInTwoBids)
        #expect(refusal?.details["bid"] == "bid/3")
        let text: JSON = ["ground": "memberTwice", "reason": "同一单位两次揭榜", "clause": "榜单第六条"]
        let none = call.refusal("disqualify", on: "bid/2", as: "case", text)
        #expect(none?.code == .groundDoesNotHold && none?.rule == "B14")
        try call.decide("disqualify", on: "bid/3", text)
        #expect(
            call.board.challenge().bids.all.map(\.state) == [.disqualified, .opened, .disqualified])
        let reasons = call.board.log.map(\.event).filter { $0.type == .bidDisqualified }
            .map { $0.fields[F.reason] }
        #expect(reasons == ["同一单位两次揭榜", "同一单位两次揭榜"])
    }

    @Test("B14 needs reason and clause (I23)")
    func reasons() throws {
        let call = try opened()
        let refusal = call.refusal("disqualify", on: "bid/1", as: "case", ["ground": "other"])
        #expect(refusal?.code == .fieldMissing)
        #expect(refusal?.details["field"] == "reason")
    }
}
