import Testing

@testable import BoardDomain

@Suite("Objections: filing")
struct ObjectionFilingTests {
    private typealias Board = DomainBoard

    @Test("O1 A party files within the notice, against what the notice makes public")
    func filed() throws {
        var board = try Board.sanctionNoticed()
        let events = try board.objection("file-objection", "", as: "ent", Board.complaint)
        #expect(events.types == [.objectionFiled])
        let objection = try #require(board.sanctionFile.objections.last)
        #expect(objection.object == ObjectReference(.sanction))
        #expect(objection.notice == "1")
        #expect(objection.filer == "ent")
        #expect(objection.filerOrganisation == Board.enterprise)
        #expect(objection.facts == Board.complaint["facts"]?.string)
        #expect(objection.basis == Board.complaint["basis"]?.string)
        #expect(objection.request == Board.complaint["request"]?.string)
        #expect(objection.evidence.count == 1)
        #expect(objection.closes == .at("2026-10-13T23:59:59+08:00"))
        #expect(objection.isOpen)
        #expect(!objection.hold)
    }

    @Test("O1 Late, without evidence, or against nothing that can be objected to: refused")
    func refused() throws {
        var board = try Board.sanctionNoticed()
        var fields = try #require(Board.complaint.object)
        fields["object"] = "notice/7"
        let nothing = board.objectionRefusal("file-objection", "", as: "ent", .object(fields))
        #expect(nothing?.code == .noSuchObject)
        fields["object"] = "sanction"
        fields["evidence"] = []
        let bare = board.objectionRefusal("file-objection", "", as: "ent", .object(fields))
        #expect(bare?.code == .objectionWithoutEvidence)
        try board.advance(to: "2026-10-14T00:00:00+08:00")
        let late = board.objectionRefusal("file-objection", "", as: "ent", Board.complaint)
        #expect(late?.code == .objectionWindowClosed)
        #expect(late?.rule == "O1")
        #expect(late?.details["accepted"] == .string("2026-10-13T15:59:59.000Z"))
    }

    @Test("O1 Outside a notice the window is five workdays from service, for whom it touches")
    func fromService() throws {
        var board = try Board.disqualified()
        let against = Board.against("bid/1")
        let stranger = board.objectionRefusal(
            "file-objection", "", as: "bid2", against, of: Board.caseStream)
        #expect(stranger?.code == .noInterest)
        try board.advance(to: "2026-03-09T23:59:00+08:00")
        try board.objection("file-objection", "", as: "bid", against, of: Board.caseStream)
        #expect(board.challenge().objections.last?.notice == nil)
        try board.advance(to: "2026-03-10T00:00:00+08:00")
        let late = board.objectionRefusal(
            "file-objection", "", as: "bid", against, of: Board.caseStream)
        #expect(late?.code == .objectionWindowClosed)
    }

    @Test("O1 Whoever has no part in the case cannot object, unless the policy opens it to all")
    func stranger() throws {
        var board = try Board.resultUnderInvestigation()
        let against = Board.against("notice/1")
        let refusal = board.objectionRefusal(
            "file-objection", "", as: "bid2", against, of: Board.caseStream)
        #expect(refusal?.code == .noInterest)
        #expect(refusal?.rule == "O1")
        board.policy = try Board.openPolicy()
        try board.objection("file-objection", "", as: "bid2", against, of: Board.caseStream)
    }

    @Test("O1x The office files its own finding, while a suspended notice still lives")
    func exOfficio() throws {
        var board = try Board.sanctionNoticed()
        try board.objection("file-objection", "", as: "ent", Board.complaint)
        try board.objection("admit", as: "sup2")
        try board.advance(to: "2026-10-16T09:00:00+08:00")
        let finding: JSON = ["object": "notice/1", "facts": "依据引用有误", "basis": "规则第九条"]
        try board.objection("file-ex-officio", "", as: "sup3", finding)
        let objection = try #require(board.sanctionFile.objections.last)
        #expect(objection.isExOfficio)
        // Whoever found it does not decide it.
        #expect(board.objectionRefusal("admit", "2", as: "sup3")?.code == .notIndependent)
        try board.objection("admit", "2", as: "sup2")
    }

    @Test("O1x What is settled is not reopened by the office")
    func settled() throws {
        var board = try Board.sanctionNoticed()
        try board.advance(to: "2026-10-14T09:00:00+08:00")
        let finding: JSON = ["object": "notice/1", "facts": "依据引用有误", "basis": "规则第九条"]
        let refusal = board.objectionRefusal("file-ex-officio", "", as: "sup3", finding)
        #expect(refusal?.code == .objectionWindowClosed)
        #expect(refusal?.rule == "O1x")
    }
}
