import Testing

@testable import BoardDomain

@Suite("Objections: hearing and decision")
struct ObjectionDecisionTests {
    private typealias Board = DomainBoard

    @Test("O5 Respondents are heard until the time for it is over, and the filer is none of them")
    func heard() throws {
        var board = try Board.filed()
        try board.objection("admit", as: "sup2")
        let opened = try board.objection("investigate", as: "sup2")
        #expect(opened.first?.fields[F.until] == .at("2026-10-10T23:59:59+08:00"))
        let statement: JSON = ["statement": "认定依据充分"]
        #expect(
            board.objectionRefusal("respond", as: "sig", statement)?.code == .filerCannotRespond)
        #expect(board.objectionRefusal("respond", as: "bid", statement)?.code == .notTouched)
        try board.objection("respond", as: "rev", statement)
        board.now = .at("2026-10-11T00:00:00+08:00")
        let late = board.objectionRefusal("respond", as: "rev", statement)
        #expect(late?.code == .defenceIsOver)
    }

    @Test("O6 A decision waits for the defence, and its remedy fits the object and the result")
    func decided() throws {
        var board = try Board.filed()
        try board.objection("admit", as: "sup2")
        try board.objection("investigate", as: "sup2")
        let early = board.objectionRefusal("decide-objection", as: "sup2", Board.dismissal)
        #expect(early?.code == .defenceStillRuns)
        try board.advance(to: "2026-10-12T09:00:00+08:00")
        #expect(
            board.objectionRefusal("decide-objection", as: "sup", Board.dismissal)?.code
                == .notIndependent)
        let scored = board.objectionRefusal(
            "decide-objection", as: "sup2", Board.decision("upheld", "rescore"))
        #expect(scored?.code == .remedyUnfit)
        #expect(scored?.details["accepted"] == ["annul", "correctNotice"])
        #expect(
            board.objectionRefusal(
                "decide-objection", as: "sup2", Board.decision("dismissed", "annul"))?.code
                == .remedyUnfit)
        #expect(
            board.objectionRefusal(
                "decide-objection", as: "sup2", Board.decision("upheld", "correctNotice"))?.code
                == .correctionMissing)
        let half = Board.decision("dismissed", "uphold", ["misconduct": "伪造"])
        #expect(
            board.objectionRefusal("decide-objection", as: "sup2", half)?.code
                == .misconductIncomplete)
        try board.objection("decide-objection", as: "sup2", Board.dismissal)
        let objection = try #require(board.sanctionFile.objections.last)
        #expect(objection.state == .decided)
        #expect(objection.servedAt == board.now)
        #expect(objection.hold)
    }

    @Test("O6 To disqualify by an objection to the result, the bid is named")
    func disqualifies() throws {
        var board = try Board.resultUnderInvestigation()
        try board.advance(to: "2026-03-06T09:00:00+08:00")
        let refusal = board.objectionRefusal(
            "decide-objection", as: "sup2", Board.decision("upheld", "disqualify"),
            of: Board.caseStream)
        #expect(refusal?.code == .remedyBidMissing)
        #expect(refusal?.details["accepted"] == ["1"])
        try board.objection(
            "decide-objection", as: "sup2",
            Board.decision("upheld", "disqualify", ["bid": "1"]), of: Board.caseStream)
        #expect(board.challenge().objections.last?.bid == "1")
    }

    @Test("O7 The filer withdraws, nobody else, and the hold is off")
    func withdrawn() throws {
        var board = try Board.filed()
        try board.objection("admit", as: "sup2")
        let other = board.objectionRefusal("withdraw-objection", as: "bid")
        #expect(other?.code == .notTheFiler)
        #expect(other?.rule == "O7")
        let events = try board.objection("withdraw-objection", as: "sig")
        #expect(events.types == [.objectionWithdrawn, .noticeResumed])
        #expect(board.sanctionFile.objections.last?.hold == false)
    }
}
