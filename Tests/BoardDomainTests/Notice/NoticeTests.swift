import Testing

@testable import BoardDomain

@Suite("Notices")
struct NoticeTests {
    @Test("N1 The case officer proposes a notice, the reviewer publishes it with its end")
    func publish() throws {
        var board = try DomainBoard.race(at: "2026-09-30T09:00:00+08:00")
        let proposed = try board.do(
            "publish-notice", on: "notice", as: "case", DomainBoard.laneNotice)
        #expect(proposed.map(\.name) == ["NoticePublicationProposed"])
        let published = try board.do("publish-notice", on: "notice", as: "rev")
        let event = try #require(published.first(.noticePublished))
        #expect(event.rule == "N1")
        let notice = try #require(board.challenge().notices.last)
        #expect(notice.state == .published)
        #expect(notice.kind == .lane)
        #expect(notice.object == ObjectReference(.bid, "1"))
        #expect(notice.start == Day(text: "2026-09-30"))
        #expect(notice.end == .at("2026-10-13T23:59:59+08:00"))
        #expect(notice.channel == "新昌县科学技术局监督科")
        #expect(!notice.isProvisional)
    }

    @Test("N1 A kind with a row of its own is refused")
    func kindOfAnotherRow() throws {
        let board = try DomainBoard.race()
        var fields = try #require(DomainBoard.laneNotice.object)
        fields["kind"] = "payout"
        let refusal = board.refusal("publish-notice", on: "notice", as: "case", .object(fields))
        #expect(refusal?.code == .noticeKind)
        #expect(refusal?.rule == "N1")
        #expect(refusal?.details["accepted"] == ["lane", "amendment"])
    }

    @Test("N1 A lane notice is about a bid that was promoted")
    func wrongObject() throws {
        let board = try DomainBoard.race()
        var fields = try #require(DomainBoard.laneNotice.object)
        fields["object"] = "bid/2"
        let refusal = board.refusal("publish-notice", on: "notice", as: "case", .object(fields))
        #expect(refusal?.code == .noticeObject)
    }

    @Test("N1 One object is not published twice at a time")
    func twice() throws {
        var board = try DomainBoard.race()
        try board.publishLane()
        let refusal = board.refusal(
            "publish-notice", on: "notice", as: "case", DomainBoard.laneNotice)
        #expect(refusal?.code == .noticeStands)
        #expect(refusal?.details["given"] == "notice/1")
    }

    @Test("N2 A notice runs from the first instant of its first counted day")
    func running() throws {
        var board = try DomainBoard.sanctionNoticed()
        #expect(try board.advance(to: "2026-10-07T23:59:59+08:00").first(.noticeRunning) == nil)
        let events = try board.advance(to: "2026-10-20T00:00:00+08:00")
        #expect(events.first(.noticeRunning)?.at == .at("2026-10-08T00:00:00+08:00"))
        #expect(events.first(.noticeRunning)?.by == .clock)
    }

    @Test("N3 A provisional notice does not end before the next year's calendar is loaded")
    func provisional() throws {
        var board = try DomainBoard.race(at: "2026-12-28T09:00:00+08:00")
        try board.publishLane()
        #expect(board.challenge().notices.last?.isProvisional == true)
        let duties = board.engine.openDuties(
            in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context)
        #expect(duties.contains { $0.duty.act == "NoticeCalendar" })
        let waiting = try board.advance(to: "2027-01-06T12:00:00+08:00")
        #expect(
            waiting.types.filter { $0 == .noticeRunning || $0 == .noticeEnded }
                == [.noticeRunning])

        // New Year's Day is off and Sunday the 3rd is worked.
        board.calendar = WorkdayCalendar(
            version: "2027-1",
            years: try ["2026", "2027"].map {
                try CalendarYear(json: DomainBoard.resource("calendars/\($0).json"))
            } + [
                CalendarYear(
                    year: 2027, papers: ["test"],
                    overrides: [
                        Day(text: "2027-01-01")!: true, Day(text: "2027-01-04")!: true,
                        Day(text: "2027-01-05")!: true,
                    ])
            ])
        let fixed = try #require(try board.settle().first(.noticeEndFixed))
        #expect(fixed.at == board.now)
        #expect(fixed.fields[Notice.oldEnd] == .at("2027-01-04T23:59:59+08:00"))
        #expect(fixed.fields[Notice.end] == .at("2027-01-07T23:59:59+08:00"))
        #expect(fixed.fields[Notice.calendarVersion] == "2027-1")
        let ended = try board.advance(to: "2027-01-08T00:00:00+08:00")
        #expect(ended.first(.noticeEnded)?.at == .at("2027-01-07T23:59:59+08:00"))
    }

    @Test("N4 An objection of the last minute suspends once it is admitted, and the end stands")
    func lastMinute() throws {
        var board = try DomainBoard.sanctionNoticed()
        try board.advance(to: "2026-10-13T23:59:30+08:00")
        try board.objection("file-objection", "", as: "ent", DomainBoard.complaint)
        // Filed and not admitted: the notice runs on, but cannot end.
        #expect(try board.advance(to: "2026-10-14T09:00:00+08:00").first(.noticeEnded) == nil)
        let events = try board.objection("admit", as: "sup2")
        #expect(events.first(.noticeSuspended)?.fields[Notice.cause]?.text == "objection/1")
        let notice = try #require(board.sanctionFile.notices.last)
        #expect(notice.state == .suspended)
        #expect(notice.end == .at("2026-10-13T23:59:59+08:00"))
    }

    @Test("N4 A proposed cancellation suspends the notices that lead to a contract")
    func cancellationSuspends() throws {
        var board = try DomainBoard.race()
        try board.publishLane()
        let fields: JSON = [
            "cause": "needGone", "backups": "无", "reason": "需求消失", "clause": "管理办法第二十条",
        ]
        try board.do("cancel", as: "rev", fields)
        let events = try board.do("cancel", as: "sup")
        #expect(events.first(.noticeSuspended)?.subject.text == "notice/1")
        #expect(board.challenge().notices["2"]?.kind == .cancellation)
        #expect(board.challenge().notices["2"]?.state == .published)

        // The cancellation is annulled: its notice goes, the other one runs on (N5, N6).
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed,
            ["object": "challenge", "notice": "2"])
        try board.objection("admit", as: "sup2", of: "challenge/XC-2026-0001")
        #expect(board.challenge().notices["2"]?.state == .suspended)
        try board.objection("investigate", as: "sup2", of: "challenge/XC-2026-0001")
        try board.advance(to: "2026-03-06T09:00:00+08:00")
        try board.objection(
            "decide-objection", as: "sup2",
            [
                "result": "upheld", "remedy": "annul", "reason": "需求仍在", "clause": "管理办法第二十条",
            ], of: "challenge/XC-2026-0001")
        let after = try board.advance(to: "2026-03-13T23:59:59+08:00")
        #expect(after.first(.noticeSuperseded)?.subject.text == "notice/2")
        #expect(after.first(.noticeResumed)?.subject.text == "notice/1")
    }

    @Test("N5 Dismissed, the notice resumes, and N7 ends it at once where its end has passed")
    func resumed() throws {
        var board = try DomainBoard.sanctionNoticed()
        try board.advance(to: "2026-10-13T23:59:30+08:00")
        try board.objection("file-objection", "", as: "ent", DomainBoard.complaint)
        try board.decideObjection(
            until: "2026-10-19T09:00:00+08:00", DomainBoard.dismissal)
        let events = try board.advance(to: "2026-11-10T00:00:00+08:00")
        let resumed = try #require(events.first(.noticeResumed))
        let ended = try #require(events.first(.noticeEnded))
        // The appeal window of five workdays from service ends on 2026-10-26.
        #expect(resumed.at == .at("2026-10-26T23:59:59+08:00"))
        #expect(ended.at == resumed.at)
        #expect(ended.fields[Notice.kind] == .sanction)
        #expect(events.types.filter { $0 == .noticePublished }.isEmpty)
        #expect(board.sanctionFile.notices.count == 1)
    }

    @Test("N5 A notice stays suspended while another admitted objection holds it")
    func twoObjections() throws {
        var board = try DomainBoard.sanctionNoticed()
        for id in ["1", "2"] {
            try board.objection("file-objection", "", as: "ent", DomainBoard.complaint)
            try board.objection("admit", id, as: "sup2")
        }
        let first = try board.objection("withdraw-objection", "1", as: "ent")
        #expect(first.types == [.objectionWithdrawn])
        let second = try board.objection("withdraw-objection", "2", as: "ent")
        #expect(second.types == [.objectionWithdrawn, .noticeResumed])
        #expect(board.sanctionFile.notices.last?.state == .running)
    }

    @Test(
        "N6 A correction of the substance starts a full period, one of the wording keeps the end",
        arguments: [
            ("reason", "2026-03-05", "2026-03-12T23:59:59+08:00"),
            ("wording", "2026-03-02", "2026-03-09T23:59:59+08:00"),
        ])
    func correction(change: String, start: String, end: String) throws {
        var board = try DomainBoard.race()
        try board.publishLane()
        try board.advance(to: "2026-03-05T10:00:00+08:00")
        let fields: JSON = [
            "changed": [.string(change)], "text": "增补赛道：天姥大学", "reason": "更正", "clause": "公示规则",
        ]
        try board.do("correct-notice", on: "notice/1", as: "case", fields)
        let events = try board.do("correct-notice", on: "notice/1", as: "rev")
        #expect(events.types == [.noticeSuperseded, .noticePublished])
        #expect(events.first?.fields[Notice.cause]?.text == "notice/2")
        let notice = try #require(board.challenge().notices.last)
        #expect(notice.start == Day(text: start))
        #expect(notice.end == .at(end))
        #expect(notice.text == "增补赛道：天姥大学")
        #expect(notice.reasons == "候补递补")
    }

    @Test("N6 A correction names what it changes, and each kind has its own signatures")
    func correctionRefused() throws {
        var board = try DomainBoard.race()
        try board.publishLane()
        let unnamed: JSON = ["changed": [], "text": "x", "reason": "更正", "clause": "公示规则"]
        let named: JSON = [
            "changed": ["wording"], "text": "x", "reason": "更正", "clause": "公示规则",
        ]
        #expect(
            board.refusal("correct-notice", on: "notice/1", as: "case", unnamed)?.code
                == .noticeChangeMissing)
        let other = board.refusal(
            "correct-cancellation-notice", on: "notice/1", as: "case", named)
        #expect(other?.code == .noticeKind)
        #expect(other?.rule == "N6")
    }

    @Test("N6 A notice of a cancellation is corrected with the supervisor's signature")
    func cancellationCorrected() throws {
        var board = try DomainBoard.county()
        board.given(.challengeDrafted, "challenge", state: ChallengeState.cancelPending)
        board.given(
            .noticePublished, "notice/1", state: NoticeState.running,
            ["kind": "cancellation", "object": "challenge", "end": "2026-03-09T23:59:59+08:00"])
        let fields: JSON = [
            "changed": ["reason"], "text": "撤榜", "reason": "更正", "clause": "公示规则",
        ]
        for person in ["case", "rev"] {
            let step = try board.do(
                "correct-cancellation-notice", on: "notice/1", as: person,
                person == "case" ? fields : [:])
            #expect(step.first(.noticeSuperseded) == nil)
        }
        let events = try board.do("correct-cancellation-notice", on: "notice/1", as: "sup")
        #expect(events.types == [.noticeSuperseded, .noticePublished])
        #expect(board.challenge().notices["2"]?.kind == .cancellation)
    }

    @Test("N6 A suspended notice is followed by a suspended one")
    func suspendedCorrected() throws {
        var board = try DomainBoard.sanctionNoticed()
        try board.objection("file-objection", "", as: "ent", DomainBoard.complaint)
        try board.objection("admit", as: "sup2")
        let fields: JSON = [
            "changed": ["wording"], "text": "认定失信", "reason": "更正", "clause": "公示规则",
        ]
        let events = try board.do(
            "correct-sanction-notice", on: "notice/1", of: DomainBoard.sanctionStream, as: "sup",
            fields)
        #expect(events.types == [.noticeSuperseded, .noticePublished, .noticeSuspended])
        #expect(board.sanctionFile.notices["2"]?.state == .suspended)
        #expect(board.sanctionFile.notices["2"]?.suspendedBy?.text == "objection/1")
    }

    @Test("N6 An upheld objection with a correction supersedes the notice by one of full length")
    func upheld() throws {
        var board = try DomainBoard.sanctionNoticed()
        try board.advance(to: "2026-10-13T23:59:30+08:00")
        try board.objection("file-objection", "", as: "ent", DomainBoard.complaint)
        try board.decideObjection(
            until: "2026-10-19T09:00:00+08:00",
            [
                "result": "partlyUpheld", "remedy": "correctNotice", "correction": "限制申报一年",
                "reason": "期限有误", "clause": "规则第十二条",
            ])
        let events = try board.advance(to: "2026-10-26T23:59:59+08:00")
        #expect(events.first(.noticeResumed) == nil)
        let superseded = try #require(events.first(.noticeSuperseded))
        #expect(superseded.rule == "N6/remedy")
        let notice = try #require(board.sanctionFile.notices["2"])
        #expect(notice.text == "限制申报一年")
        #expect(notice.start == Day(text: "2026-10-26"))
        #expect(notice.end == .at("2026-11-02T23:59:59+08:00"))
        #expect(board.sanctionFile.sanction?.state == .decided)
        let later = try board.advance(to: "2026-11-03T00:00:00+08:00")
        #expect(later.first(.noticeEnded)?.subject.text == "notice/2")
    }

    @Test("N6 A notice whose object has left it is superseded")
    func gone() throws {
        var board = try DomainBoard.race()
        try board.publishLane()
        board.given(.bidDeclined, "bid/1", state: BidState.declined)
        let events = try board.settle()
        let superseded = try #require(events.first(.noticeSuperseded))
        #expect(superseded.rule == "N6/gone")
        #expect(superseded.fields[F.reason] == "declined")
        #expect(superseded.fields[F.clause] == "N6")
    }

    @Test("N7 A notice ends at its end instant, also after downtime")
    func ended() throws {
        var board = try DomainBoard.sanctionNoticed()
        #expect(try board.advance(to: "2026-10-13T23:59:58.999+08:00").first(.noticeEnded) == nil)
        // Nothing ran for two weeks.
        let events = try board.advance(to: "2026-10-28T08:00:00+08:00")
        #expect(events.first(.noticeEnded)?.at == .at("2026-10-13T23:59:59+08:00"))
    }

    @Test("N7 An objection that was only filed keeps the notice from ending")
    func openObjection() throws {
        var board = try DomainBoard.sanctionNoticed()
        try board.advance(to: "2026-10-13T12:00:00+08:00")
        try board.objection("file-objection", "", as: "ent", DomainBoard.complaint)
        #expect(try board.advance(to: "2026-10-15T10:00:00+08:00").first(.noticeEnded) == nil)
        try board.objection(
            "declare-inadmissible", as: "sup2",
            ["ground": "noInterest", "reason": "无利害关系", "clause": "规则第三条"])
        let events = try board.advance(to: "2026-10-15T11:00:00+08:00")
        #expect(events.first(.noticeEnded)?.at == .at("2026-10-15T10:00:00+08:00"))
    }

    @Test("A notice of a policy claim needs no challenge around it")
    func claim() throws {
        var board = try DomainBoard.county()
        let stream = "claim/DF-2026-0001"
        board.given(
            .entitlementCreated, "entitlement/1", state: EntitlementState.open, of: stream)
        board.given(.payoutDrafted, "payout/1", state: PayoutState.noticed, of: stream)
        board.given(
            .noticePublished, "notice/1", state: NoticeState.published, of: stream,
            [
                "kind": "payout", "object": "payout/1", "start": "2026-03-02",
                "end": "2026-03-09T23:59:59+08:00",
            ])
        try board.objection(
            "file-ex-officio", "", as: "case",
            ["object": "payout/1", "facts": "金额有误", "basis": "办法第五条"], of: stream)
        let events = try board.objection("admit", as: "sup", of: stream)
        #expect(events.types.contains(.noticeSuspended))
        let claim = board.world[StreamID(text: stream)!].aggregate as! PolicyClaim
        #expect(claim.objections.last?.hold == true)
    }
}
