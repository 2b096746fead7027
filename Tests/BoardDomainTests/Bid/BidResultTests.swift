import Testing

@testable import BoardDomain

@Suite("A bid after its scores")
struct BidResultTests {
    /// Three bids, scored and ranked in the order of their numbers: one wins, one is in reserve.
    private func ranked(
        mode: String = "single", outcomes: [BidState] = [.proposed, .reserve, .reserve]
    ) throws -> CallBoard {
        var call = try CallBoard(mode: mode)
        let sealed = try (1...3).map { ("\($0)", try Sealed(for: "\($0)", nonce: UInt8($0))) }
        for (id, item) in sealed { try call.seal(id, item) }
        try call.open(sealed)
        for (id, _) in sealed { try call.decide("qualify", on: "bid/\(id)", ["clause": "四"]) }
        try call.cause(.qualificationClosed, to: .evaluating)
        try call.cause(.scoresRevealed, on: "panel/1")
        #expect(states(call) == [.scored, .scored, .scored])
        try rank(&call, outcomes)
        return call
    }

    private func rank(_ call: inout CallBoard, _ outcomes: [BidState]) throws {
        let lines = outcomes.enumerated().map { index, outcome in
            Ranking.Line(
                bid: "\(index + 1)", rank: index + 1,
                total: Score(sum: Int64(9000 - index) * 5, count: 5), outcome: outcome)
        }
        try call.cause(.rankingComputed, to: .proposed, ["ranking": lines.json])
    }

    private func states(_ call: CallBoard) -> [BidState] {
        call.board.challenge().bids.all.map(\.state)
    }

    private let why: JSON = ["reason": "团队变动", "clause": "榜单第九条"]

    @Test("B15 B16 a ranking gives rank, total and place")
    func ranking() throws {
        let call = try ranked(outcomes: [.proposed, .reserve, .notSelected])
        #expect(states(call) == [.proposed, .reserve, .notSelected])
        #expect(call.board.challenge().bids.all.map(\.rank) == [1, 2, 3])
        #expect(call.bid("2").total?.text == "89.99")
    }

    @Test("B17 the award makes the proposed bid the winner")
    func award() throws {
        var call = try ranked()
        try call.cause(.awardConfirmed, to: .awarded)
        #expect(states(call) == [.awarded, .reserve, .reserve])
    }

    @Test("B17 a lane's own notice awards its bid alone")
    func lane() throws {
        var call = try ranked(mode: "racing", outcomes: [.proposed, .proposed, .reserve])
        call.board.given(
            .noticePublished, "notice/1", state: NoticeState.running,
            ["kind": "lane", "object": "bid/2"])
        try call.cause(.noticeEnded, on: "notice/1")
        #expect(states(call) == [.proposed, .awarded, .reserve])
    }

    @Test("B18 a decline before the award acts at the award")
    func earlyDecline() throws {
        var call = try ranked()
        try call.do("decline", on: "bid/1", as: "bid", why)
        let events = try call.do("decline", on: "bid/1", as: "bidsig")
        #expect(events.map(\.type) == [.bidDeclineAnnounced])
        #expect(states(call)[0] == .proposed)
        #expect(call.refusal("decline", on: "bid/1", as: "bid", why)?.code == .alreadyDeclined)
        let after = try call.cause(.awardConfirmed, to: .awarded)
        #expect(after.map(\.type) == [.awardConfirmed, .bidDeclined])
        #expect(states(call)[0] == .declined)
    }

    @Test("B18 an awarded bid is declined with reason, until its contract is effective")
    func decline() throws {
        var call = try ranked()
        try call.cause(.awardConfirmed, to: .awarded)
        #expect(call.refusal("decline", on: "bid/1", as: "bid")?.code == .fieldMissing)
        var effective = call
        for (type, state) in [
            (EventType.contractDrafted, ContractState.draft), (.contractEffective, .effective),
        ] {
            effective.board.given(type, "contract/1", state: state, ["bid": "1"])
        }
        #expect(
            effective.refusal("decline", on: "bid/1", as: "bid", why)?.code
                == .contractAlreadyEffective)
        try call.do("decline", on: "bid/1", as: "bid", why)
        try call.do("decline", on: "bid/1", as: "bidsig")
        #expect(states(call)[0] == .declined)
        #expect(call.refusal("decline", on: "bid/2", as: "bid2", why)?.code == .wrongState)
    }

    @Test(
        "B19 B20 the award that lapsed, the party at fault reported, the next in reserve proposed")
    func lapse() throws {
        var call = try ranked()
        try call.cause(.awardConfirmed, to: .awarded)
        let next = Bid.nextReserve(in: turn(call))
        #expect(next?.id == "2")
        try call.cause(
            .awardLapsed, to: .proposed,
            ["bid": "1", "fault": "bidder", "promoted": "2", "reason": "逾期未签约"])
        #expect(states(call) == [.awardLapsed, .proposed, .reserve])
        let types = call.board.log.map(\.event.type)
        #expect(types.contains(.sanctionReported))
        #expect(types.contains(.bidPromoted))
    }

    @Test("B19 nobody at fault, nobody reported")
    func lapseWithoutFault() throws {
        var call = try ranked()
        try call.cause(.awardConfirmed, to: .awarded)
        try call.cause(
            .awardLapsed, to: .unsuccessful, ["bid": "1", "fault": "neither", "reason": "不可抗力"])
        #expect(states(call)[0] == .awardLapsed)
        #expect(!call.board.log.map(\.event.type).contains(.sanctionReported))
    }

    @Test("B20 a restricted reserve is passed over")
    func reservePassed() throws {
        var call = try ranked()
        call.board.world.register.restricted[DomainBoard.bidder] = .some(nil)
        #expect(Bid.nextReserve(in: turn(call))?.id == "3")
    }

    @Test("B21 the reserve is released once the execution starts")
    func release() throws {
        var call = try ranked()
        try call.cause(.awardConfirmed, to: .awarded)
        try call.cause(.executionStarted, to: .executing)
        #expect(states(call) == [.awarded, .notSelected, .notSelected])
    }

    @Test("B22 a new round of scores starts from qualified bids, without a rank")
    func newRound() throws {
        var call = try ranked()
        try call.cause(.rankingRefused, to: .evaluating)
        try call.cause(.roundOpened, on: "panel/1", ["round": 2])
        #expect(states(call) == [.qualified, .qualified, .qualified])
        #expect(call.bid("1").round == 2 && call.bid("1").rank == nil)
        try call.cause(.scoresRevealed, on: "panel/1")
        try rank(&call, [.reserve, .proposed, .reserve])
        #expect(states(call) == [.reserve, .proposed, .reserve])
    }

    @Test("B22 an eligibility that is to be decided again opens the bids again")
    func newEligibility() throws {
        var call = try ranked()
        try call.cause(.challengeResumed, to: .qualifying, ["round": 2])
        #expect(states(call) == [.opened, .opened, .opened])
    }

    @discardableResult
    private func remedied(
        _ call: inout CallBoard, _ remedy: String, _ object: String
    ) throws -> [Event] {
        try call.cause(
            .objectionRemedied, on: "objection/1",
            ["remedy": .string(remedy), "object": .string(object), "reason": "异议成立"])
    }

    @Test("B22 an upheld objection gives a disqualified bid its place back")
    func requalify() throws {
        var call = try CallBoard()
        let sealed = try Sealed()
        try call.seal("1", sealed)
        try call.open([("1", sealed)])
        try call.decide(
            "disqualify", on: "bid/1", ["ground": "other", "reason": "资质", "clause": "四"])
        try remedied(&call, "requalify", "bid/2")
        #expect(states(call) == [.disqualified])
        try remedied(&call, "requalify", "bid/1")
        #expect(states(call) == [.qualified] && call.bid().disqualifiedAt == nil)
    }

    @Test("B23 an upheld objection disqualifies the bid, with its reason, and the others move up")
    func disqualify() throws {
        var call = try ranked()
        let events = try remedied(&call, "disqualify", "challenge")
        #expect(
            events.map(\.type) == [.objectionRemedied, .bidDisqualified, .bidRanked, .bidRanked])
        #expect(events[1].fields[F.reason] == "异议成立" && events[1].fields[F.clause] == "O11")
        #expect(states(call) == [.disqualified, .proposed, .reserve])
        #expect(call.bid("2").rank == 1 && call.bid("3").rank == 2)
    }

    @Test("B23 a restriction in force disqualifies a bid under review, not an awarded one")
    func sanction() throws {
        let call = try ranked()
        var awarded = call
        try awarded.cause(.awardConfirmed, to: .awarded)
        for index in [0, 1] {
            var board = index == 0 ? call : awarded
            board.board.world.register.restricted[DomainBoard.university] = .some(nil)
            let decision = try board.board.engine.settle(
                CallBoard.stream, in: board.board.world, context: board.board.context)
            let event = decision?.events.first?.event
            #expect(event?.type == (index == 0 ? .bidDisqualified : nil))
            if index == 0 { #expect(event?.fields[F.clause] == "X8") }
        }
    }

    @Test("B24 a revoked challenge revokes its live bids, with the reason")
    func revoked() throws {
        var call = try ranked(outcomes: [.proposed, .reserve, .notSelected])
        try call.cause(.awardConfirmed, to: .awarded)
        let events = try call.cause(.challengeRevoked, to: .revoked, ["reason": "串通"])
        #expect(states(call)[0] == .revoked)
        #expect(events.last { $0.type == .bidRevoked }?.fields[F.reason] == "串通")
    }

    @Test("B24 fraud proven in one bid revokes that bid alone")
    func fraud() throws {
        var call = try ranked()
        call.board.world.register.provenFraud["XC-2026-0001/" + DomainBoard.university] = "XC-S-9"
        let decision = try #require(
            try call.board.engine.settle(
                CallBoard.stream, in: call.board.world, context: call.board.context))
        #expect(decision.events.map(\.event.type) == [.bidRevoked])
        call.board.world = decision.world
        #expect(states(call) == [.revoked, .reserve, .reserve])
    }

    private func turn(_ call: CallBoard) -> Turn {
        Turn(
            world: call.board.world, context: call.board.context, stream: CallBoard.stream,
            subject: ObjectReference(.challenge), row: call.board.engine.table.rows[0])
    }
}
