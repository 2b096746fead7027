import Testing

@testable import BoardDomain

@Suite("Objections: appeal")
struct ObjectionAppealTests {
    private typealias Board = DomainBoard

    @Test("O8 A party touched appeals, once and in time")
    func appealed() throws {
        var board = try Board.decided()
        let grounds: JSON = ["facts": "未审原始记录", "basis": "规则第十五条"]
        #expect(board.objectionRefusal("appeal", as: "bid", grounds)?.code == .notTouched)
        var late = board
        late.now = .at("2026-10-20T00:00:00+08:00")
        #expect(late.objectionRefusal("appeal", as: "ent", grounds)?.code == .appealWindowClosed)
        try board.objection("appeal", as: "ent", grounds)
        #expect(board.objectionRefusal("appeal", as: "ent", grounds)?.code == .wrongState)
        // An appeal stops the clock that makes a decision final.
        #expect(try board.advance(to: "2026-10-25T00:00:00+08:00").first(.objectionFinal) == nil)
    }

    @Test("O9 Another supervisor decides the appeal, and its remedy is the one that counts")
    func appealDecided() throws {
        var board = try Board.decided()
        try board.objection("appeal", as: "ent", ["facts": "未审原始记录", "basis": "规则第十五条"])
        let annulment = Board.decision("upheld", "annul")
        let same = board.objectionRefusal("decide-appeal", as: "sup2", annulment)
        #expect(same?.code == .sameDecider)
        #expect(same?.rule == "O9")
        let events = try board.objection("decide-appeal", as: "sup3", annulment)
        #expect(events.types.prefix(2) == [.appealDecided, .objectionRemedied])
        #expect(events.first(.objectionRemedied)?.fields[F.remedy] == .annul)
        #expect(events.first(.sanctionOverturned) != nil)
        #expect(board.sanctionFile.objections.last?.hold == false)
    }

    @Test("O10 A decision is final at the end of the appeal window, not before")
    func final() throws {
        var board = try Board.decided()
        let early = try board.advance(to: "2026-10-19T23:59:58+08:00")
        #expect(early.first(.objectionFinal) == nil)
        let events = try board.advance(to: "2026-11-01T00:00:00+08:00")
        #expect(events.first(.objectionFinal)?.at == .at("2026-10-19T23:59:59+08:00"))
        #expect(events.first(.objectionRemedied)?.rule == "O11")
        #expect(events.first(.objectionRemedied)?.fields[F.remedy] == .uphold)
    }

    @Test("O10 A decision is final at once when all who may appeal waive it")
    func waived() throws {
        var board = try Board.decided()
        #expect(board.objectionRefusal("waive-appeal", as: "bid")?.code == .notTouched)
        let events = try board.objection("waive-appeal", as: "ent")
        #expect(events.types.prefix(3) == [.appealWaived, .objectionFinal, .objectionRemedied])
        #expect(events.first(.objectionFinal)?.rule == "O10/waived")
    }

    @Test("O10 One waiver is not enough where others may appeal, and whoever waived cannot")
    func oneWaiver() throws {
        var board = try Board.resultUnderInvestigation()
        try board.advance(to: "2026-03-06T09:00:00+08:00")
        try board.objection("decide-objection", as: "sup2", Board.dismissal, of: Board.caseStream)
        let events = try board.objection("waive-appeal", as: "bid", of: Board.caseStream)
        #expect(events.types == [.appealWaived])
        let grounds: JSON = ["facts": "未审原始记录", "basis": "规则第十五条"]
        #expect(
            board.objectionRefusal("appeal", as: "bid", grounds, of: Board.caseStream)?.code
                == .waivedBefore)
        #expect(
            board.objectionRefusal("waive-appeal", as: "bid", of: Board.caseStream)?.code
                == .waivedBefore)
        try board.objection("appeal", as: "ent", grounds, of: Board.caseStream)
    }
}
