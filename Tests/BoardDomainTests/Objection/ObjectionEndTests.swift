import Testing

@testable import BoardDomain

@Suite("Objections: remedy and end")
struct ObjectionEndTests {
    private typealias Board = DomainBoard

    @Test("O11 A remedy names the object and the bid, for whoever carries it out")
    func remedied() throws {
        var board = try Board.disqualified()
        try board.objection(
            "file-objection", "", as: "bid", Board.against("bid/1"), of: Board.caseStream)
        try board.objection("admit", as: "sup2", of: Board.caseStream)
        try board.objection("investigate", as: "sup2", of: Board.caseStream)
        try board.advance(to: "2026-03-06T09:00:00+08:00")
        try board.objection(
            "decide-objection", as: "sup2", Board.decision("upheld", "requalify"),
            of: Board.caseStream)
        let events = try board.objection("waive-appeal", as: "bid", of: Board.caseStream)
        let remedied = try #require(events.first(.objectionRemedied))
        #expect(remedied.fields[F.object]?.text == "bid/1")
        #expect(remedied.fields[F.remedy] == .requalify)
    }

    @Test(
        "O12 The end of the challenge lapses its open objections, but for what outlives it",
        arguments: [("bid/1", ObjectionState.lapsed), ("payout/1", .filed), ("contract/1", .filed)])
    func lapsed(object: String, state: ObjectionState) throws {
        var board = try Board.county()
        board.given(.challengeDrafted, "challenge", state: ChallengeState.cancelPending)
        board.given(
            .noticePublished, "notice/1", state: NoticeState.running,
            ["kind": "cancellation", "object": "challenge", "end": "2026-03-09T23:59:59+08:00"])
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed,
            ["object": .string(object)])
        let events = try board.advance(to: "2026-03-09T23:59:59+08:00")
        #expect(events.first(.listCancelled) != nil)
        #expect(board.challenge().objections.last?.state == state)
        #expect(
            events.first(.objectionLapsed)?.fields[F.reason]
                == (state == .lapsed ? "ListCancelled" : nil))
    }

    @Test("O13 An admission that is overdue goes to the next independent supervisor, still open")
    func escalated() throws {
        var board = try Board.filed()
        let events = try board.advance(to: "2026-10-12T09:00:00+08:00")
        #expect(events.first(.dutyOverdue)?.name == "ObjectionAdmissionOverdue")
        let escalated = try #require(events.first(.objectionEscalated))
        #expect(escalated.at == .at("2026-10-10T23:59:59.001+08:00"))
        #expect(escalated.fields[Objection.nextSupervisor] == "sup2")
        #expect(escalated.fields[Objection.overdueRule] == "O4")
        #expect(board.sanctionFile.objections.last?.state == .filed)
        try board.objection("admit", as: "sup3")
        let later = try board.advance(to: "2026-11-05T00:00:00+08:00")
        let second = try #require(later.first(.objectionEscalated))
        #expect(second.fields[Objection.overdueRule] == "O6")
        // sup3 has it in hand, sup decided the sanction, sup2 has had it: one must be named (G12).
        #expect(second.fields[Objection.nextSupervisor] == nil)
    }

    @Test("A decision that stood opens no second window when its object comes back from dispute")
    func noSecondWindow() throws {
        var board = try Board.county()
        board.given(.challengeDrafted, "challenge", state: ChallengeState.marketEval)
        board.given(.marketRated, "evaluation/1", state: EvaluationState.rated)
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.withdrawn,
            ["object": "evaluation/1", "closes": "2026-03-09T23:59:59+08:00"])
        try board.advance(to: "2026-03-16T09:00:00+08:00")
        board.given(.ratingDisputed, "evaluation/1", state: EvaluationState.disputed)
        board.given(.ratingResumed, "evaluation/1", state: EvaluationState.rated)
        let turn = Turn(
            world: board.world, context: board.context,
            stream: StreamID(.challenge, "XC-2026-0001"), subject: ObjectReference(.challenge),
            row: TransitionTable.standard.rows[0])
        let window = try #require(
            ObjectionWindow.of(ObjectReference(.evaluation, "1"), in: turn))
        #expect(window.closes == .at("2026-03-09T23:59:59+08:00"))
        #expect(window.isOver(at: board.now))
    }
}
