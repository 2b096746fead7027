import Testing

@testable import BoardDomain

@Suite("Questions on an open call")
struct QuestionTests {
    private func call() throws -> DomainBoard {
        var board = try CallBoard().board
        board.engine = Engine()
        return board
    }

    private func asked() throws -> DomainBoard {
        var board = try call()
        try board.do("ask", on: "question", as: "bid", ["question": "寿命按何标准计？"])
        return board
    }

    private func drafted() throws -> DomainBoard {
        var board = try asked()
        try board.do("draft-answer", on: "question/1", as: "ent", ["answer": "按GB/T 24607。"])
        return board
    }

    private func state(_ board: DomainBoard, _ id: String = "1") -> QuestionState? {
        board.challenge().questions[id]?.state
    }

    @Test(
        "Q1 A bidder asks until three days before the deadline; the enterprise does not ask itself")
    func ask() throws {
        var board = try asked()
        #expect(state(board) == .asked)
        #expect(board.challenge().questions["1"]?.asker == DomainBoard.university)
        let fields: JSON = ["question": "可否联合申报？"]
        #expect(board.refusal("ask", on: "question", as: "case", fields)?.code == .notYourPart)
        let end = try #require(board.challenge().challenge.deadline).adding(
            days: -board.context.policy[.qaCloseDays])
        board.now = end.adding(milliseconds: -1)
        #expect(board.refusal("ask", on: "question", as: "bid", fields) == nil)
        board.now = end
        let late = board.refusal("ask", on: "question", as: "bid", fields)
        #expect(late?.rule == "Q1")
        #expect(late?.code.name == "questionsClosed")
    }

    @Test("Q2 The officer merges a question into another, never into itself or into nothing")
    func merge() throws {
        var board = try asked()
        try board.do("ask", on: "question", as: "bid2", ["question": "寿命标准？"])
        for into in ["2", "7"] {
            let refusal = board.refusal(
                "merge", on: "question/2", as: "case", ["into": .string(into)])
            #expect(refusal?.code.name == "noSuchObject", "\(into)")
        }
        try board.do("merge", on: "question/2", as: "case", ["into": "1"])
        #expect(state(board, "2") == .merged)
        #expect(
            board.refusal("merge", on: "question/1", as: "case", ["into": "2"])?.code.name
                == "noSuchObject")
    }

    @Test("Q3 A question is refused with a reason and a clause")
    func refuse() throws {
        var board = try asked()
        #expect(board.refusal("refuse", on: "question/1", as: "case")?.code == .fieldMissing)
        try board.do(
            "refuse", on: "question/1", as: "case", ["reason": "涉及其他单位", "clause": "第四条"])
        #expect(state(board) == .refused)
    }

    @Test("Q4 The enterprise drafts the answer within three workdays, or is overdue once")
    func draft() throws {
        var board = try asked()
        #expect(
            board.refusal("draft-answer", on: "question/1", as: "case", ["answer": "是"])?.code
                == .notYourPart)
        try board.do("draft-answer", on: "question/1", as: "ent", ["answer": "按国家标准。"])
        #expect(state(board) == .drafted)

        var slow = try asked()
        let due = try #require(
            slow.engine.openDuties(
                in: CallBoard.stream, of: slow.world, context: slow.context
            ).first { $0.duty.act == "Answer" }?.due)
        #expect(due.text == "2026-03-05T15:59:59.000Z")
        #expect(try slow.advance(to: due.text).isEmpty)
        #expect(
            try slow.advance(to: due.adding(milliseconds: 1).text).map(\.name) == ["AnswerOverdue"])
        #expect(
            !(try slow.advance(to: "2026-03-20T09:00:00+08:00").contains {
                $0.name == "AnswerOverdue"
            }))
    }

    @Test("Q5 The officer sends a draft back with a reason")
    func sendBack() throws {
        var board = try drafted()
        try board.do(
            "return-answer", on: "question/1", as: "case", ["reason": "未答全", "clause": "第五条"])
        #expect(state(board) == .asked)
    }

    @Test("Q6 Published before the deadline, the answer goes to all and does not name the asker")
    func publish() throws {
        var board = try drafted()
        let events = try board.do("publish-answer", on: "question/1", as: "case")
        #expect(state(board) == .answered)
        let published = try #require(events.first { $0.type == .questionAnswered })
        #expect(published.fields[F.question] == "寿命按何标准计？")
        #expect(published.fields[F.answer] == "按GB/T 24607。")
        #expect(!published.payload.canonicalText.contains(DomainBoard.university))

        var late = try drafted()
        late.now = try #require(late.challenge().challenge.deadline)
        #expect(late.refusal("publish-answer", on: "question/1", as: "case")?.rule == "Q6")
    }

    @Test("Q7 Only who asked withdraws")
    func withdraw() throws {
        var board = try drafted()
        #expect(board.refusal("withdraw", on: "question/1", as: "bid2")?.code == .notYourPart)
        try board.do("withdraw", on: "question/1", as: "bid")
        #expect(state(board) == .withdrawn)
    }

    @Test("Q8 At the deadline what is unanswered lapses, not before, and after downtime then too")
    func lapse() throws {
        var board = try asked()
        let deadline = try #require(board.challenge().challenge.deadline)
        try board.advance(to: deadline.adding(milliseconds: -1).text)
        #expect(state(board) == .asked)
        let events = try board.advance(to: "2026-06-30T09:00:00+08:00")
        #expect(state(board) == .unanswered)
        #expect(events.first { $0.type == .questionLapsed }?.at == deadline)
    }

    @Test("Q8 Where the call is revoked before its deadline, an open question ends with it")
    func ended() throws {
        var board = try asked()
        var turn = Turn(
            world: board.world, context: board.context, stream: CallBoard.stream,
            subject: ObjectReference(.challenge), row: board.engine.table.rows[0])
        turn.append(
            Event(
                type: .challengeRevoked, rule: "C30", subject: ObjectReference(.challenge),
                state: ChallengeState.revoked.rawValue, fields: Record(), by: .clock,
                at: board.now), to: CallBoard.stream)
        try board.engine.follow(&turn, from: 0)
        board.world = turn.world
        #expect(state(board) == .unanswered)
    }

    @Test("Q9 Enterprise and officer correct an answer together; the old one stays in the log")
    func correct() throws {
        var board = try drafted()
        try board.do("publish-answer", on: "question/1", as: "case")
        try board.do("correct-answer", on: "question/1", as: "ent", ["answer": "按GB/T 24607-2009。"])
        #expect(board.challenge().questions["1"]?.answer == "按GB/T 24607。")
        try board.do("correct-answer", on: "question/1", as: "case")
        #expect(board.challenge().questions["1"]?.answer == "按GB/T 24607-2009。")
        #expect(state(board) == .answered)
        #expect(
            board.log.compactMap {
                $0.event.type == .questionAnswered ? $0.event.fields[F.answer] : nil
            }
                == ["按GB/T 24607。"])
    }
}
