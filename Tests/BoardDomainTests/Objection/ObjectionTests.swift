import Testing

@testable import BoardDomain

@Suite("Objections")
struct ObjectionTests {
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
        #expect(nothing?.code == .notObjectable)
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

extension DomainBoard {
    fileprivate static let caseStream = "challenge/XC-2026-0001"

    fileprivate static func against(_ object: String) -> JSON {
        [
            "object": .string(object), "facts": "资格条件符合", "basis": "榜单第三条", "request": "恢复资格",
            "evidence": proof,
        ]
    }

    fileprivate static func decision(
        _ result: String, _ remedy: String, _ more: [String: JSON] = [:]
    ) -> JSON {
        .object(
            [
                "result": .string(result), "remedy": .string(remedy), "reason": "查证属实",
                "clause": "规则第十二条",
            ].merging(more) { $1 })
    }

    /// The policy in force, but that any citizen may object.
    fileprivate static func openPolicy() throws -> Policy {
        let json = try resource("policy/2026-1.json")
        let terms = (json["terms"]?.array ?? []).map { term -> JSON in
            guard term["key"] == "objection.publicMayFile", var members = term.object else {
                return term
            }
            members["value"] = true
            return .object(members)
        }
        return try Policy(
            json: .object((json.object ?? [:]).merging(["terms": .array(terms)]) { $1 }))
    }

    fileprivate static func filed() throws -> DomainBoard {
        var board = try sanctionNoticed()
        try board.objection("file-objection", "", as: "ent", complaint)
        return board
    }

    /// Dismissed on 2026-10-12, with an appeal open until 2026-10-19.
    fileprivate static func decided() throws -> DomainBoard {
        var board = try filed()
        try board.decideObjection(until: "2026-10-12T09:00:00+08:00", dismissal)
        return board
    }

    fileprivate static func disqualified() throws -> DomainBoard {
        var board = try county()
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.qualifying,
            ["enterprise": .string(enterprise)])
        board.given(.bidDrafted, "bid/1", state: BidState.opened, ["bidder": .string(university)])
        board.given(.bidDisqualified, "bid/1", state: BidState.disqualified)
        board.given(.bidDrafted, "bid/2", state: BidState.opened, ["bidder": .string(bidder)])
        return board
    }

    /// A result published on 2026-03-02 by C20, with an objection of the bidder in investigation.
    fileprivate static func resultUnderInvestigation() throws -> DomainBoard {
        var board = try county()
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.noticed,
            ["enterprise": .string(enterprise)])
        board.given(
            .bidDrafted, "bid/1", state: BidState.proposed, ["bidder": .string(university)])
        board.given(
            .noticePublished, "notice/1", state: NoticeState.running,
            ["kind": "result", "object": "challenge", "end": "2026-03-09T23:59:59+08:00"])
        try board.objection(
            "file-objection", "", as: "bid", against("notice/1"), of: caseStream)
        try board.objection("admit", as: "sup2", of: caseStream)
        try board.objection("investigate", as: "sup2", of: caseStream)
        return board
    }
}
