import Testing

@testable import BoardDomain

@Suite("The panel, from plan to confirmation")
struct PanelRowsTests {
    // MARK: P1

    @Test("P1 the case officer plans and the reviewer confirms")
    func plan() throws {
        var board = try DomainBoard.call()
        try board.do("plan-panel", as: "case", DomainBoard.plan)
        #expect(board.challenge().panels.isEmpty)
        try board.do("plan-panel", as: "rev")
        #expect(board.panel.state == .planned)
        #expect(board.panel.size == 5 && board.panel.technicalSeats == 4)
        #expect(board.panel.round == 1)
    }

    @Test(
        "P1 refuses a panel that is too small, even, or short of technical experts",
        arguments: [
            (3, 2, "P1 panelTooSmall"), (6, 4, "P1 panelEven"), (5, 3, "P1 panelTechnicalShort"),
            (5, 6, "P1 panelSharesWrong"),
        ])
    func sizes(size: Int64, technical: Int64, refusal: String) throws {
        let board = try DomainBoard.call()
        let plan: JSON = ["panelSize": .integer(size), "technicalSeats": .integer(technical)]
        #expect(board.refusal("plan-panel", as: "case", plan)?.brief == refusal)
    }

    @Test("P1 refuses a second panel and a rubric that is missing or not of 100")
    func planGuards() throws {
        var board = try DomainBoard.call()
        try board.planPanel()
        let second = board.refusal("plan-panel", as: "case", DomainBoard.plan)
        #expect(second?.brief == "P1 panelExists")
        let bare = try DomainBoard.call(listed: ["rubric": []])
        #expect(
            bare.refusal("plan-panel", as: "case", DomainBoard.plan)?.brief == "P1 rubricMissing")
        let light = try DomainBoard.call(listed: [
            "rubric": [["code": "a", "name": "指标", "weight": 99, "maximum": 10]]
        ])
        #expect(
            light.refusal("plan-panel", as: "case", DomainBoard.plan)?.brief == "P1 rubricWeights")
    }

    // MARK: P5 avoidance, before P2

    @Test("P5 a bidder asks to avoid an expert, and the draw skips it with that reason")
    func avoidance() throws {
        var board = try DomainBoard.call()
        try board.planPanel()
        let ask: JSON = ["avoided": "e1", "reason": "竞争", "clause": "第十二条"]
        try board.do("request-avoidance", on: "panel/1", as: "bid", ask)
        try board.do("draw", on: "panel/1", as: "case")
        try board.do("draw", on: "panel/1", as: "sup")
        let draw = try #require(board.panel.draw)
        #expect(draw.candidates.first { $0.expert == "e1" }?.conflict == .avoidance)
        #expect(!board.live().map(\.person).contains("e1"))
    }

    @Test("P5 a party's requests are bounded, and only a party may ask")
    func avoidanceBounds() throws {
        var board = try DomainBoard.call(bids: 1)
        try board.planPanel()
        let ask: JSON = ["avoided": "e1", "reason": "竞争", "clause": "第十二条"]
        #expect(
            board.refusal("request-avoidance", on: "panel/1", as: "bid2", ask)?.brief
                == "P5 avoidanceNoParty")
        for _ in 1...3 { try board.do("request-avoidance", on: "panel/1", as: "bid", ask) }
        #expect(
            board.refusal("request-avoidance", on: "panel/1", as: "bid", ask)?.brief
                == "P5 avoidanceFull")
    }

    // MARK: P2

    @Test("P2 the supervisor's witness completes the draw; its record gives the same again")
    func draw() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        #expect(board.panel.state == .declaring)
        #expect(board.live().count == 5)
        #expect(board.live().count(where: \.isTechnical) >= 4)
        #expect(board.chair == board.live().first(where: \.isTechnical))
        let draw = try #require(board.panel.draw)
        #expect(Draw.rerun(draw, digest: DomainBoard.digest) == draw)
        #expect(draw.seated == board.live().map(\.person))
        let nonces = board.challenge().bids.all.compactMap(\.nonce).sorted()
        #expect(draw.nonces == nonces)
    }

    @Test("P2 the enterprise's liaison is skipped, with the reason in the public record")
    func liaisonSkipped() throws {
        var board = try DomainBoard.call()
        board.given(.assistStarted, "challenge", ["assignee": "case", "liaison": "e1"])
        try board.drawPanel()
        let draw = try #require(board.panel.draw)
        #expect(draw.candidates.first { $0.expert == "e1" }?.conflict == .liaison)
        #expect(!draw.seated.contains("e1"))
    }

    @Test("P2 refuses before the bids are opened")
    func drawBeforeOpening() throws {
        var board = try DomainBoard.call()
        try board.planPanel()
        for number in 1...2 {
            board.given(.bidInvalid, "bid/\(number)", state: BidState.invalid)
        }
        #expect(board.refusal("draw", on: "panel/1", as: "case")?.brief == "P2 notOpened")
    }

    // MARK: P3 to P6

    @Test("P3 confidentiality comes before the list of names, and both are signed by hash")
    func declarations() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let seat = board.live()[0]
        let name = seat.reference.text
        let early = board.refusal("declare", on: name, as: seat.person, ["declares": true])
        #expect(early?.brief == "P3 confidentialityFirst")
        let no = board.refusal(
            "sign-confidentiality", on: name, as: seat.person, ["declares": false])
        #expect(no?.brief == "P3 notDeclared")
        #expect(!board.challenge().mayReadBids(seat.person))
        try board.declare(seat)
        #expect(board.challenge().seats[seat.id]?.state == .declared)
        #expect(board.challenge().mayReadBids(seat.person))
        let list = DomainBoard.digest(
            CaseParties(of: turn(board)).declarationList(in: board.world.directory))
        #expect(
            board.log.last { $0.event.type == .declarationSigned }?.event
                .fields[F.declarationDigest] == list)
    }

    private func turn(_ board: DomainBoard) -> Turn {
        Turn(
            world: board.world, context: board.context,
            stream: StreamID(.challenge, "XC-2026-0001"), subject: ObjectReference(.panel, "1"),
            row: Panel.rows[0])
    }

    @Test("P3 the list of names has no number and no order of bids")
    func declarationList() throws {
        let board = try DomainBoard.call()
        let list = CaseParties(of: turn(board)).declarationList(in: board.world.directory)
        let names = (list.array ?? []).compactMap(\.string)
        #expect(names == names.sorted())
        #expect(names.contains("天姥大学") && names.contains("成员1"))
    }

    @Test("P3 nobody declares against a conflict that the board can compute")
    func declaredConflict() throws {
        var board = try DomainBoard.call(experts: 5)
        try board.drawPanel(["panelSize": 5, "technicalSeats": 4])
        let seat = board.live()[0]
        try board.do(
            "sign-confidentiality", on: seat.reference.text, as: seat.person, ["declares": true])
        board.given(
            .personProfiled, "person", of: "person/\(seat.person)",
            ["profile": ["expert": true, "technical": true, "relatives": ["ent"]]])
        let refusal = board.refusal(
            "declare", on: seat.reference.text, as: seat.person, ["declares": true])
        #expect(refusal?.brief == "P3 conflictFound")
    }

    @Test("P4 an expert declines with a reason, and P7 gives the seat to the next in the order")
    func decline() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let seat = board.live()[1]
        let because: JSON = ["reason": "出差", "clause": "第三条"]
        let events = try board.do("decline", on: seat.reference.text, as: seat.person, because)
        #expect(events.map(\.type).contains(.expertReplaced))
        #expect(board.live().count == 5)
        let draw = try #require(board.panel.draw)
        let left = draw.order.filter { !draw.seated.contains($0) }
        #expect(left.contains(board.live().last!.person))
        #expect(
            board.refusal(
                "decline", on: board.live()[0].reference.text, as: board.live()[0].person)?
                .code == .fieldMissing)
    }

    @Test("P5 an expert declares a conflict; anyone in the case reports, the supervisor decides")
    func recusals() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let because: JSON = ["conflict": "kinship", "reason": "亲属", "clause": "第五条"]
        let own = board.live()[0]
        try board.do("recuse-oneself", on: own.reference.text, as: own.person, because)
        #expect(board.challenge().seats[own.id]?.state == .recused)
        let seat = board.live()[0]
        let name = seat.reference.text
        let unreported = board.refusal(
            "dismiss-report", on: name, as: "sup", ["reason": "查无", "clause": "第五条"])
        #expect(unreported?.brief == "P5 nothingReported")
        try board.do("report-conflict", on: name, as: "bid", because)
        #expect(
            board.refusal("report-conflict", on: name, as: "bid", because)?.brief
                == "P5 alreadyReported")
        try board.do("dismiss-report", on: name, as: "sup", ["reason": "查无", "clause": "第五条"])
        #expect(board.challenge().seats[seat.id]?.reportedAt == nil)
        try board.do("report-conflict", on: name, as: "bid", because)
        try board.do("recuse", on: name, as: "sup", because)
        #expect(board.challenge().seats[seat.id]?.state == .recused)
    }

    @Test("P5 a report that waits is recorded as overdue, once")
    func reportOverdue() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let because: JSON = ["conflict": "kinship", "reason": "亲属", "clause": "第五条"]
        for seat in board.live() { try board.declare(seat) }
        try board.do("report-conflict", on: board.live()[0].reference.text, as: "bid", because)
        let early = try board.advance(to: "2026-03-05T23:59:59+08:00")
        #expect(!early.contains { $0.act == "ConflictReport" })
        let late = try board.advance(to: "2026-03-20T00:00:00+08:00")
        #expect(late.count { $0.act == "ConflictReport" } == 1)
    }

    @Test("P5 a conflict that comes to light is computed and recused by the clock")
    func computedRecusal() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let seat = board.live()[0]
        board.given(.assistStarted, "challenge", ["liaison": .string(seat.person)])
        let other = board.live()[1]
        try board.do(
            "sign-confidentiality", on: other.reference.text, as: other.person,
            ["declares": true])
        let found = board.log.last { $0.event.type == .expertRecused }?.event
        #expect(found?.subject == seat.reference)
        #expect(found?.fields[F.conflict] == .liaison)
        #expect(found?.by == .clock)
    }

    @Test("P6 an invitation lapses at the end of the second workday, not before")
    func silence() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let seat = board.live()[0]
        try board.advance(to: "2026-03-04T23:59:58+08:00")
        #expect(board.challenge().seats[seat.id]?.state == .invited)
        let events = try board.advance(to: "2026-03-10T09:00:00+08:00")
        let lapsed = events.first { $0.type == .expertNoShow && $0.subject == seat.reference }
        #expect(lapsed?.at == Instant(text: "2026-03-04T23:59:59+08:00"))
        #expect(lapsed?.fields[F.reason] != nil)
    }

    @Test("P6 the clock stands still while a cancellation is pending, and runs anew after it")
    func cancelPending() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let seat = board.live()[0]
        board.given(
            .cancellationProposed, "challenge", state: ChallengeState.cancelPending,
            ["origin": "qualifying"])
        #expect(
            board.refusal(
                "sign-confidentiality", on: seat.reference.text, as: seat.person,
                ["declares": true])?.code == .wrongPhase)
        try board.advance(to: "2026-03-11T09:00:00+08:00")
        #expect(board.challenge().seats[seat.id]?.state == .invited)
        board.given(.cancellationUndone, "challenge", state: ChallengeState.qualifying)
        let events = try board.advance(to: "2026-03-20T09:00:00+08:00")
        let lapsed = events.first { $0.type == .expertNoShow && $0.subject == seat.reference }
        #expect(lapsed?.at == Instant(text: "2026-03-13T23:59:59+08:00"))
    }

    // MARK: P7 to P9

    @Test("P7 passes over an expert with a conflict of today, and says so")
    func replacementSkips() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        let draw = try #require(board.panel.draw)
        let next = try #require(draw.order.first { !draw.seated.contains($0) })
        board.world.register.restricted[next] = .some(nil)
        let seat = board.live()[0]
        try board.do(
            "decline", on: seat.reference.text, as: seat.person, ["reason": "忙", "clause": "一"])
        let replaced = board.log.last { $0.event.type == .expertReplaced }?.event
        #expect(replaced?.fields[F.passedOver].contains { $0.expert == next } == true)
        #expect(!board.live().map(\.person).contains(next))
    }

    @Test("P1 a field or a region that nobody in the pool has is refused with those there are")
    func unknownSkill() throws {
        var board = try DomainBoard.call()
        board.expert("w", skills: ["摩擦学"], region: "浙江")
        for (plan, refused) in [
            (["skills": ["摩擦"]], "unknownSkill"), (["region": "浙"], "unknownRegion"),
        ] as [([String: JSON], String)] {
            let fields = ["panelSize": 5, "technicalSeats": 4].merging(plan) { $1 }
            let refusal = board.refusal("plan-panel", as: "case", .object(fields))
            #expect(refusal?.brief == "P1 " + refused)
            #expect(
                refusal?.details["accepted"] == .array([refused == "unknownSkill" ? "摩擦学" : "浙江"]))
        }
        try board.planPanel([
            "panelSize": 5, "technicalSeats": 4, "skills": ["摩擦学"], "region": "浙江",
        ])
        #expect(board.panel.skills == ["摩擦学"])
    }

    @Test("P8 widening is refused while somebody is left, and orders newcomers by the same seed")
    func widen() throws {
        var board = try DomainBoard.call(experts: 5)
        board.expert("w1", chains: ["电机"])
        board.expert("w2", chains: ["电机"], region: "浙江")
        try board.drawPanel(["panelSize": 5, "technicalSeats": 4, "region": "浙江"])
        #expect(board.live().isEmpty)
        for (widening, seated) in [(2, 1), (3, 5)] {
            try board.do("widen", on: "panel/1", as: "case")
            try board.do("widen", on: "panel/1", as: "rev")
            #expect(board.panel.widening == widening)
            #expect(board.live().count == seated)
        }
        let draw = try #require(board.panel.draw)
        let joining = try #require(
            board.log.last { $0.event.type == .poolWidened }?.event.fields[F.joining])
        let again = Draw.order(
            joining.map(\.expert).sorted(), seed: draw.seed, digest: DomainBoard.digest)
        #expect(joining.map(\.expert) == again)
        #expect(
            board.refusal("widen", on: "panel/1", as: "case")?.brief == "P8 poolNotExhausted")
    }

    @Test("P8 an exhausted pool shrinks the panel to an odd number, and no further than panel.min")
    func shrink() throws {
        var board = try DomainBoard.call(experts: 0)
        for number in 1...7 { board.expert("t\(number)") }
        try board.drawPanel(["panelSize": 7, "technicalSeats": 5])
        for seat in board.live() { try board.declare(seat) }
        let gone = board.live()[0]
        let because: JSON = ["conflict": "kinship", "reason": "亲属", "clause": "第五条"]
        try board.do("recuse-oneself", on: gone.reference.text, as: gone.person, because)
        #expect(board.panel.state == .declaring && board.live().count == 6)
        #expect(board.panel.chair != gone.id)
        try board.do("widen", on: "panel/1", as: "case")
        let last = board.live().last!
        try board.do("widen", on: "panel/1", as: "rev")
        #expect(board.challenge().seats[last.id]?.state == .released)
        #expect(board.panel.size == 5 && board.panel.state == .confirmed)
        let more = board.live()[0]
        try board.do("recuse-oneself", on: more.reference.text, as: more.person, because)
        #expect(board.live().count == 4)
        #expect(turn(board).panelIsExhausted)
        #expect(board.refusal("widen", on: "panel/1", as: "case")?.brief == "P8 poolWidest")
        let fail: JSON = ["failure": "expertsExhausted", "reason": "无人", "clause": "P8"]
        try board.do("fail-call", as: "rev", fail)
        #expect(board.challenge().panels.last?.state == .dissolved)
        #expect(board.challenge().seats.all.allSatisfy { $0.state.isTerminal })
    }

    @Test("P9 the panel is confirmed when every seat has declared, and reopens when one is lost")
    func confirm() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        for seat in board.live().dropLast() { try board.declare(seat) }
        #expect(board.panel.state == .declaring)
        try board.declare(board.live().last!)
        #expect(board.panel.state == .confirmed)
        #expect(board.chair.isTechnical)
        let chair = board.chair
        let because: JSON = ["conflict": "kinship", "reason": "亲属", "clause": "第五条"]
        try board.do("recuse", on: chair.reference.text, as: "sup", because)
        #expect(board.panel.state == .declaring)
        #expect(board.chair.id != chair.id && board.chair.isTechnical)
        try board.declare(board.live(.invited)[0])
        #expect(board.panel.state == .confirmed)
    }

    // MARK: P14

    @Test("P14 the panel dissolves when the call fails; a new one is of the next round")
    func dissolve() throws {
        var board = try DomainBoard.call()
        try board.drawPanel()
        board.given(.panelDissolved, "panel/1", state: PanelState.dissolved)
        try board.planPanel()
        #expect(board.panel.id == "2" && board.panel.round == 2)
    }
}
