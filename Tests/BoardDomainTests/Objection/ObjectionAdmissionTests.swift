import Testing

@testable import BoardDomain

@Suite("Objections: admission")
struct ObjectionAdmissionTests {
    private typealias Board = DomainBoard

    @Test("O2 Completion is asked once, and given in two workdays")
    func completion() throws {
        var board = try Board.filed()
        let early = board.objectionRefusal("complete-objection", as: "ent", ["facts": "补充"])
        #expect(early?.code == .completionNotAsked)
        let asked = try board.objection("ask-completion", as: "sup2", ["items": "证明材料"])
        #expect(asked.first?.fields[F.until] == .at("2026-10-09T23:59:59+08:00"))
        let again = board.objectionRefusal("ask-completion", as: "sup2", ["items": "证明材料"])
        #expect(again?.code == .completionAskedBefore)
        var late = board
        late.now = .at("2026-10-10T00:00:00+08:00")
        #expect(
            late.objectionRefusal("complete-objection", as: "ent", ["facts": "补充"])?.code
                == .completionTooLate)
        try board.objection("complete-objection", as: "ent", ["facts": "补充"])
        #expect(board.sanctionFile.objections.last?.completedAt == board.now)
    }

    @Test("O3 Incomplete is a ground only after the filer was asked and the time has passed")
    func inadmissible() throws {
        var board = try Board.filed()
        let ruling: JSON = ["ground": "incomplete", "reason": "缺少证明", "clause": "规则第三条"]
        #expect(
            board.objectionRefusal("declare-inadmissible", as: "sup2", ruling)?.code
                == .completionNotAsked)
        try board.objection("ask-completion", as: "sup2", ["items": "证明材料"])
        let early = board.objectionRefusal("declare-inadmissible", as: "sup2", ruling)
        #expect(early?.code == .completionStillRuns)
        #expect(early?.rule == "O3")
        try board.advance(to: "2026-10-10T09:00:00+08:00")
        try board.objection("declare-inadmissible", as: "sup2", ruling)
        #expect(board.sanctionFile.objections.last?.state == .inadmissible)
    }

    @Test("O3 The same matter is merged into the one that is open")
    func merged() throws {
        var board = try Board.filed()
        try board.objection("file-objection", "", as: "sig", Board.complaint)
        let fields: JSON = ["into": "9", "reason": "同一事项", "clause": "规则第三条"]
        let wrong = board.objectionRefusal("merge-objection", "2", as: "sup2", fields)
        #expect(wrong?.code == .notTheSameMatter)
        #expect(wrong?.details["accepted"] == ["1"])
        try board.objection(
            "merge-objection", "2", as: "sup2",
            ["into": "1", "reason": "同一事项", "clause": "规则第三条"])
        #expect(board.sanctionFile.objections["2"]?.state == .merged)
    }

    @Test("O4 Admission holds the object; a supervisor who acted otherwise is refused")
    func admitted() throws {
        var board = try Board.filed()
        let refusal = board.objectionRefusal("admit", as: "sup")
        #expect(refusal?.code == .notIndependent)
        #expect(refusal?.rule == "O4")
        let events = try board.objection("admit", as: "sup2")
        #expect(events.first?.fields[F.object] == ObjectReference(.sanction))
        let objection = try #require(board.sanctionFile.objections.last)
        #expect(objection.hold)
        #expect(objection.admittedAt == board.now)
    }
}
