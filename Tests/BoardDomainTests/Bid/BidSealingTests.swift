import Testing

@testable import BoardDomain

@Suite("Sealing a bid")
struct BidSealingTests {
    @Test("B1 a bidder starts a bid without content, once")
    func start() throws {
        var call = try CallBoard()
        let events = try call.do("start-bid", on: "challenge", as: "bid")
        #expect(events.map(\.type) == [.bidDrafted])
        #expect(call.bid().bidder == DomainBoard.university)
        #expect(call.bid().author == "bid")
        #expect(events[0].fields.members.keys.sorted() == ["bidder"])
        let again = call.refusal("start-bid", on: "challenge", as: "bid")
        #expect(again?.code == .bidAlreadyStarted && again?.rule == "B1")
    }

    @Test("B1 refuses the enterprise, whom it controls, whom nobody verified, who is restricted")
    func strangers() throws {
        var call = try CallBoard()
        call.board.person("entbid", .bidder, for: DomainBoard.enterprise)
        #expect(
            call.refusal("start-bid", on: "challenge", as: "entbid")?.code == .bidderIsEnterprise)
        let daughter = "91330624MA2D8K6B5F"
        for (state, code) in [
            (OrganisationState.verified, RefusalCode.bidderControlled),
            (.registered, .bidderNotVerified),
        ] {
            var other = call
            other.board.given(
                .orgRegistered, "organisation", state: state, of: "organisation/\(daughter)",
                [
                    "code": .string(daughter), "name": "子公司", "kind": "enterprise",
                    "controller": .string(DomainBoard.enterprise),
                ])
            other.board.person("daughter", .bidder, for: daughter)
            let refusal = other.refusal("start-bid", on: "challenge", as: "daughter")
            #expect(refusal?.code == code && refusal?.rule == "B1")
        }
        call.board.world.register.restricted[DomainBoard.university] = .some(nil)
        #expect(call.refusal("start-bid", on: "challenge", as: "bid")?.rule == "B1")
    }

    @Test("B1 nobody starts a bid at the deadline, though the call is not closed yet (I8)")
    func startLate() throws {
        var call = try CallBoard()
        try call.at(CallBoard.deadline)
        #expect(call.refusal("start-bid", on: "challenge", as: "bid")?.code == .deadlinePassed)
    }

    @Test("B2 a draft is discarded by its bidder, who may start another")
    func discard() throws {
        var call = try CallBoard()
        try call.start()
        try call.do("discard", on: "bid/1", as: "bid")
        #expect(call.bid().state == .lapsed)
        try call.start()
        #expect(call.bid("2").state == .draft)
        try call.at(CallBoard.deadline)
        #expect(call.refusal("discard", on: "bid/2", as: "bid")?.code == .deadlinePassed)
    }

    @Test("B2 a draft lapses at the deadline, not before, and after downtime at that instant")
    func draftLapses() throws {
        var call = try CallBoard()
        try call.start()
        try call.board.advance(to: "2026-03-31T16:59:59.999+08:00")
        #expect(call.bid().state == .draft)
        let events = try call.board.advance(to: "2026-04-03T09:00:00+08:00")
        #expect(events.map(\.type) == [.bidDropped])
        #expect(events[0].at == Instant(text: CallBoard.deadline))
        #expect(call.bid().state == .lapsed)
    }

    @Test("B2 a draft ends with a call that is withdrawn")
    func draftEnds() throws {
        var call = try CallBoard()
        try call.start()
        try call.cause(.listCancelled, to: .cancelled)
        #expect(call.bid().state == .lapsed)
    }

    @Test("B3 both sign; the shares are deposited with the first signature and stand in no event")
    func seal() throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.start()
        let step = try call.do("seal", on: "bid/1", as: "bid", sealed.fields)
        #expect(step.map(\.name) == ["BidSealProposed"])
        #expect(call.deposits.map(\.opener) == ["case", "sup"])
        #expect(call.deposits.allSatisfy { $0.bid == sealed.keyName() && $0.wrapped == [10, 11] })
        #expect(call.bid().state == .draft)
        let done = try call.do("seal", on: "bid/1", as: "bidsig")
        #expect(done.map(\.type) == [.bidSealed])
        #expect(call.deposits.count == 2)
        for event in step + done {
            #expect(!event.payload.canonicalText.contains("wrapped"))
            #expect(!event.payload.canonicalText.contains("0a0b"))
        }
        #expect(call.bid().state == .sealed)
        #expect(call.bid().commitment == sealed.commitment)
        #expect(call.bid().keyName(in: "XC-2026-0001") == sealed.keyName())
        #expect(call.bid().sealOrder == 1 && call.bid().sealedTerms == 1)
        #expect(call.bid().attachments.map(\.size) == [12])
    }

    @Test("B3 a new seal takes the place of the old one only when both have signed it")
    func reseal() throws {
        var call = try CallBoard()
        let (first, second) = (try Sealed(nonce: 1), try Sealed(nonce: 2))
        try call.seal("1", first)
        try call.seal("2", try Sealed(for: "2", nonce: 3))
        try call.do("seal", on: "bid/1", as: "bid", second.fields)
        #expect(call.erasures.isEmpty)
        #expect(call.bid().commitment == first.commitment)
        let done = try call.do("seal", on: "bid/1", as: "bidsig")
        #expect(done[0].fields[F.supersedes] == first.commitment)
        #expect(call.erasures == [first.keyName()])
        #expect(call.bid().commitment == second.commitment)
        #expect(call.bid().sealOrder == 3)
        #expect(call.board.challenge().bids.in(.sealed).count == 2)
    }

    @Test("B3 a text that is replaced or sent back takes its keys with it")
    func abandoned() throws {
        var call = try CallBoard()
        let (first, second) = (try Sealed(nonce: 1), try Sealed(nonce: 2))
        try call.start()
        try call.do("seal", on: "bid/1", as: "bid", first.fields)
        try call.do("seal", on: "bid/1", as: "bid", second.fields)
        #expect(call.erasures == [first.keyName()])
        let stepless = call.board.refusal(
            "send-back", on: "bid/1", as: "bidsig", ["reason": "报价有误"])
        #expect(stepless?.code.name == "fieldMissing")
        #expect(stepless?.details["field"] == "step")
        try call.do(
            "send-back", on: "bid/1", as: "bidsig", ["step": "B3", "reason": "报价有误"])
        #expect(call.erasures == [first.keyName(), second.keyName()])
        #expect(call.board.challenge().docket.steps.isEmpty)
    }

    @Test(
        "B3 refuses what no opening could accept",
        arguments: [
            ("pledge", JSON.boolean(false), "bidPledgeMissing"),
            ("termsVersion", .integer(2), "termsNotCurrent"),
            ("ciphertext", .string(""), "ciphertextEmpty"),
            (
                "wrappedShares", .array([["opener": "case", "wrapped": "00"]]),
                "sharesNotForOpeners"
            ),
            (
                "wrappedShares",
                .array([
                    ["opener": "case", "wrapped": "00"], ["opener": "rev", "wrapped": "00"],
                ]), "sharesNotForOpeners"
            ),
            (
                "supersedes", .string(String(repeating: "ab", count: 32)), "supersedesOther"
            ),
        ])
    func faulty(field: String, value: JSON, code: String) throws {
        var call = try CallBoard()
        try call.start()
        let sealed = try Sealed()
        let refusal = call.refusal("seal", on: "bid/1", as: "bid", sealed.with(field, value))
        #expect(refusal?.code.name == code && refusal?.rule == "B3")
    }

    @Test("B3 needs the shares, and no refusal repeats one")
    func sharesNeeded() throws {
        var call = try CallBoard()
        try call.start()
        let sealed = try Sealed()
        let none = call.refusal("seal", on: "bid/1", as: "bid", sealed.with("wrappedShares", nil))
        #expect(none?.code == .fieldMissing)
        let odd = call.refusal(
            "seal", on: "bid/1", as: "bid",
            sealed.with("wrappedShares", [["opener": "case", "wrapped": "secret"]]))
        #expect(odd?.code == .fieldShape && odd?.details["given"] == nil)
    }

    @Test("B3 wants a share for the recovery key where the list names one")
    func recovery() throws {
        var call = try CallBoard(recovery: true)
        var sealed = try Sealed()
        try call.start()
        #expect(
            call.refusal("seal", on: "bid/1", as: "bid", sealed.fields)?.code
                == .sharesNotForOpeners)
        sealed.shares.append("recovery")
        try call.seal("1", sealed)
        #expect(call.deposits.map(\.opener) == ["case", "sup", "recovery"])
    }

    @Test("B3 refuses a commitment that was sealed before, by whomever")
    func copied() throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.seal("1", sealed)
        try call.start("2")
        #expect(
            call.refusal("seal", on: "bid/2", as: "bid2", sealed.fields)?.code == .commitmentUsed)
    }

    @Test("B3 whoever signs the own text again is told that another has to")
    func ownTextAgain() throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.start()
        try call.do("seal", on: "bid/1", as: "bid", sealed.fields)
        let refusal = call.refusal("seal", on: "bid/1", as: "bid")
        #expect(refusal?.code == .anotherPerson)
        #expect(refusal?.details["accepted"]?.array?.count == 1)
        #expect(
            call.refusal("seal", on: "bid/1", as: "bid", sealed.fields)?.code == .anotherPerson)
    }

    @Test("B3 one person does not sign for both")
    func samePerson() throws {
        var call = try CallBoard()
        call.board.person("bid", .signatory, for: DomainBoard.university)
        try call.start()
        try call.do("seal", on: "bid/1", as: "bid", try Sealed().fields)
        #expect(call.refusal("seal", on: "bid/1", as: "bid")?.code == .anotherPerson)
        #expect(call.refusal("seal", on: "bid/1", as: "bidsig2")?.code == .notYourPart)
    }

    @Test("B4 the deadline is exclusive to the millisecond, and the late seal leaves its hash only")
    func late() throws {
        var call = try CallBoard()
        let (first, second) = (try Sealed(), try Sealed(for: "2", nonce: 2))
        try call.start("1")
        try call.start("2")
        try call.at("2026-03-31T16:59:59.999+08:00")
        try call.seal("1", first)
        #expect(call.bid("1").state == .sealed)
        try call.at(CallBoard.deadline)
        let events = try call.do("seal", on: "bid/2", as: "bid2", second.fields)
        #expect(events.map(\.type) == [.bidRefusedLate])
        #expect(events[0].rule == "B4" && events[0].state == nil)
        #expect(events[0].fields.members.keys.sorted() == ["deadline", "hash"])
        #expect(events[0].fields[F.lateHash] == DomainBoard.digest(second.commitment.bytes))
        #expect(call.bid("2").state == .draft)
        #expect(call.deposits.allSatisfy { $0.bid == first.keyName() })
    }

    @Test("B4 a second signature that comes too late is refused as well, also once it is closed")
    func lateSignature() throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.start()
        try call.do("seal", on: "bid/1", as: "bid", sealed.fields)
        try call.at(CallBoard.deadline)
        var closed = call
        let events = try call.do("seal", on: "bid/1", as: "bidsig")
        #expect(events[0].fields[F.lateHash] == DomainBoard.digest(sealed.commitment.bytes))
        try closed.board.advance(to: "2026-03-31T17:00:00.001+08:00")
        try closed.cause(.callClosed, to: .closed)
        #expect(closed.bid().state == .lapsed)
        let after = try closed.do("seal", on: "bid/1", as: "bidsig", sealed.fields)
        #expect(after.map(\.type) == [.bidRefusedLate])
        let empty = closed.refusal("seal", on: "bid/1", as: "bidsig")
        #expect(empty?.code == .deadlinePassed && empty?.rule == "B4")
    }

    @Test("B4 is offered to nobody")
    func notOffered() throws {
        var call = try CallBoard()
        try call.start()
        try call.at(CallBoard.deadline)
        let options = call.board.engine.options(
            for: "bid", in: CallBoard.stream, of: call.board.world, context: call.board.context)
        #expect(options.filter { $0.command == "seal" }.map(\.rule) == ["B3"])
        #expect(options.first { $0.command == "seal" }?.refusal?.code == .deadlinePassed)
    }

    @Test("B3 what is not signed by both when the call closes lapses with its keys")
    func unsigned() throws {
        var call = try CallBoard()
        let (first, second) = (try Sealed(nonce: 1), try Sealed(nonce: 2))
        try call.seal("1", first)
        try call.do("seal", on: "bid/1", as: "bid", second.fields)
        try call.at(CallBoard.deadline)
        let events = try call.cause(.callClosed, to: .closed)
        #expect(events.map(\.name) == ["CallClosed", "BidSealLapsed"])
        #expect(events[1].rule == "B3/unsigned")
        #expect(call.board.world[CallBoard.stream].aggregate.docket.steps.isEmpty)
        #expect(call.erasures == [second.keyName()])
        #expect(call.bid().commitment == first.commitment)
    }

    @Test("B5 both withdraw before the deadline, and the keys are erased")
    func withdraw() throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.seal("1", sealed)
        var late = call
        try call.do("withdraw", on: "bid/1", as: "bidsig")
        #expect(call.erasures.isEmpty)
        try call.do("withdraw", on: "bid/1", as: "bid")
        #expect(call.bid().state == .withdrawn && call.bid().commitment == nil)
        #expect(call.erasures == [sealed.keyName()])
        try call.seal("1", try Sealed(nonce: 2))
        #expect(call.bid().state == .sealed)
        try late.at(CallBoard.deadline)
        #expect(late.refusal("withdraw", on: "bid/1", as: "bid")?.code == .deadlinePassed)
    }

    @Test("B6 B7 B8 of three stale bids one re-confirms, one re-seals, the third lapses")
    func stale() throws {
        var call = try CallBoard()
        var again = try Sealed(for: "2", nonce: 4)
        let third = try Sealed(for: "3", nonce: 3)
        try call.seal("1", try Sealed())
        try call.seal("2", try Sealed(for: "2", nonce: 2))
        try call.seal("3", third)
        try call.cause(.termsAmended, ["termsVersion": 2, "substantive": false])
        #expect(call.board.challenge().bids.in(.sealed).count == 3)
        let staled = try call.cause(.termsAmended, ["termsVersion": 3, "substantive": true])
        #expect(staled.map(\.type) == [.termsAmended, .bidStaled, .bidStaled, .bidStaled])
        let old = call.refusal("reconfirm", on: "bid/1", as: "bid", ["termsVersion": 2])
        #expect(old?.code == .termsNotCurrent && old?.rule == "B7")
        try call.do("reconfirm", on: "bid/1", as: "bid", ["termsVersion": 3])
        try call.do("reconfirm", on: "bid/1", as: "bidsig")
        #expect(call.bid("1").state == .sealed && call.bid("1").sealedTerms == 3)
        again.termsVersion = 3
        try call.seal("2", again)
        let lapsed = try call.board.advance(to: CallBoard.deadline)
        #expect(lapsed.map(\.type) == [.bidLapsed])
        #expect(call.board.challenge().bids.all.map(\.state) == [.sealed, .sealed, .lapsed])
    }

    @Test("B7 is refused at the deadline")
    func reconfirmLate() throws {
        var call = try CallBoard()
        try call.seal("1", try Sealed())
        try call.cause(.termsAmended, ["termsVersion": 2, "substantive": true])
        try call.at(CallBoard.deadline)
        let refusal = call.refusal("reconfirm", on: "bid/1", as: "bid", ["termsVersion": 2])
        #expect(refusal?.code == .deadlinePassed)
    }

    @Test(
        "B9 a call that ends without an opening erases every key",
        arguments: [
            (EventType.listCancelled, ChallengeState.cancelled), (.callFailed, .unsuccessful),
            (.challengeRevoked, .revoked), (.challengeResumed, .cancelled),
        ])
    func unopened(cause: EventType, state: ChallengeState) throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.seal("1", sealed)
        try call.cause(cause, to: state)
        #expect(call.bid().state == .unopened)
        #expect(call.erasures == [sealed.keyName()])
        #expect(call.bid().keyName(in: "XC-2026-0001") == nil)
    }

    @Test("B1 B11 a proposed cancellation bars a start, and no seal before the deadline (C13)")
    func cancelPending() throws {
        var call = try CallBoard()
        try call.start("1")
        try call.cause(.cancellationProposed, to: .cancelPending, ["origin": "open"])
        #expect(call.refusal("start-bid", on: "challenge", as: "bid2")?.code == .wrongPhase)
        try call.seal("1", try Sealed())
        #expect(call.bid().state == .sealed)
    }
}
