import Testing

@testable import BoardDomain

@Suite("Sanctions")
struct SanctionTests {
    private typealias Board = DomainBoard

    @Test("X1 A report names a known party, and not the reporter's own")
    func reported() throws {
        var board = try Board.county()
        let unknown = board.sanctionRefusal(
            "report-misconduct", as: "case", ["target": "91330000MA27XXXXXX", "facts": "虚报"])
        #expect(unknown?.code == .sanctionTargetUnknown)
        #expect(unknown?.rule == "X1")
        let own = board.sanctionRefusal(
            "report-misconduct", as: "ent", ["target": .string(Board.enterprise), "facts": "虚报"])
        #expect(own?.code == .reportOnOneself)
        try board.sanction(
            "report-misconduct", as: "bid",
            ["target": .string(Board.enterprise), "facts": "虚报", "challenge": "XC-2026-0001"])
        let sanction = try #require(board.sanctionFile.sanction)
        #expect(sanction.state == .reported)
        #expect(sanction.reporter == "bid")
        #expect(sanction.challenge == "XC-2026-0001")
    }

    @Test("X1 An objection that brings misconduct to light opens a stream of its own")
    func reportedByObjection() throws {
        var board = try Board.sanctionNoticed()
        try board.objection("file-objection", "", as: "ent", Board.complaint)
        var fields = try #require(Board.dismissal.object)
        fields["misconductBy"] = .string(Board.university)
        fields["misconduct"] = "伪造检测报告"
        board.world.register.nextNumber[.sanction] = 1
        try board.decideObjection(until: "2026-10-14T09:00:00+08:00", .object(fields))
        // The first number is taken by the stream under way.
        let file = board.world[StreamID(.sanction, "SX-2026-0002")].aggregate as! SanctionFile
        #expect(file.sanction?.target == Board.university)
        #expect(file.sanction?.reporter == "sup2")
        #expect(file.sanction?.state == .reported)
        let refusal = board.refusal(
            "serve-report", on: "sanction", of: "sanction/SX-2026-0002", as: "sup2")
        #expect(refusal?.code == .reporterDecides)
    }

    @Test("X2 A report is dropped with a reason, and is over")
    func dropped() throws {
        var board = try Board.reported()
        #expect(board.sanctionRefusal("drop-report", as: "sup")?.code == .fieldMissing)
        try board.sanction("drop-report", as: "sup", Board.ruling)
        #expect(board.sanctionFile.sanction?.state == .dropped)
    }

    @Test("X3 Service opens a defence of three workdays; late service is marked")
    func served() throws {
        var board = try Board.reported()
        let late = try board.advance(to: "2026-10-12T09:00:00+08:00")
        let overdue = try #require(late.first(.dutyOverdue))
        #expect(overdue.name == "SanctionServiceOverdue")
        #expect(overdue.fields[F.due] == .at("2026-10-08T23:59:59+08:00"))
        let events = try board.sanction("serve-report", as: "sup")
        #expect(events.first?.fields[F.until] == .at("2026-10-15T23:59:59+08:00"))
        #expect(board.sanctionFile.sanction?.state == .defence)
    }

    @Test("X4 Only the party concerned states its defence, and in time")
    func defence() throws {
        var board = try Board.accused()
        #expect(
            board.sanctionRefusal("state-defence", as: "bid", ["statement": "x"])?.code
                == .notYourPart)
        try board.sanction("state-defence", as: "ent", ["statement": "数据真实"])
        try board.advance(to: "2026-09-30T00:00:00+08:00")
        let late = board.sanctionRefusal("state-defence", as: "ent", ["statement": "数据真实"])
        #expect(late?.code == .defenceIsOver)
        #expect(late?.rule == "X4")
    }

    @Test("X5 Nothing is decided before the defence is over")
    func tooEarly() throws {
        let board = try Board.accused()
        let refusal = board.sanctionRefusal("decide-sanction", as: "sup", Board.restriction)
        #expect(refusal?.code == .defenceStillRuns)
        #expect(refusal?.rule == "X5")
    }

    @Test(
        "X5 A restriction has an end or is for a lifetime, and nothing else has a term",
        arguments: [
            ["decision": "restricted"],
            ["decision": "restricted", "until": "2026-09-30T08:00:00+08:00"],
            ["decision": "restricted", "until": "2027-10-01T00:00:00+08:00", "lifetime": true],
            [
                "decision": "restricted", "from": "2026-01-01T00:00:00+08:00",
                "until": "2027-10-01T00:00:00+08:00",
            ],
            ["decision": "warning", "until": "2027-10-01T00:00:00+08:00"],
        ] as [JSON])
    func term(fields: JSON) throws {
        var board = try Board.accused()
        try board.advance(to: "2026-09-30T09:00:00+08:00")
        let whole = Record(fields.object ?? [:]).merging(Record(Board.ruling.object ?? [:]))
            .merging(Record(["evidence": Board.proof]))
        #expect(
            board.sanctionRefusal("decide-sanction", as: "sup", whole.json)?.code
                == .sanctionTermUnfit)
    }

    @Test("X5 A decision against the party rests on evidence")
    func evidence() throws {
        var board = try Board.accused()
        try board.advance(to: "2026-09-30T09:00:00+08:00")
        let bare = Record(["decision": "warning"]).merging(Record(Board.ruling.object ?? [:]))
        #expect(
            board.sanctionRefusal("decide-sanction", as: "sup", bare.json)?.code
                == .sanctionEvidenceMissing)
    }

    @Test("X5 A supervisor who acted in the challenge decides no sanction out of it")
    func independence() throws {
        var board = try Board.county(at: "2026-09-23T09:00:00+08:00")
        board.given(
            .bidsOpened, "challenge", state: ChallengeState.qualifying,
            by: Signature(actor: .person("sup"), capacity: .supervisor, organisation: ""),
            rule: "C16")
        try board.sanction(
            "report-misconduct", as: "case",
            [
                "target": .string(Board.enterprise), "facts": "虚报", "challenge": "XC-2026-0001",
            ])
        let refusal = board.sanctionRefusal("serve-report", as: "sup")
        #expect(refusal?.code == .notIndependent)
        #expect(refusal?.details["earlier"] == "C16")
        try board.sanction("serve-report", as: "sup2")
    }

    @Test("X6 A decision is published once")
    func published() throws {
        let board = try Board.sanctionNoticed()
        let notice = try #require(board.sanctionFile.notices.last)
        #expect(notice.kind == .sanction)
        #expect(notice.object == ObjectReference(.sanction))
        #expect(notice.end == .at("2026-10-13T23:59:59+08:00"))
        #expect(
            board.sanctionRefusal("publish-sanction", as: "sup", Board.content)?.code
                == .noticeStands)
    }

    @Test("X7 A report that comes to nothing is closed in the same act")
    func closed() throws {
        var board = try Board.accused()
        try board.advance(to: "2026-09-30T09:00:00+08:00")
        let none = Record(["decision": "none"]).merging(Record(Board.ruling.object ?? [:]))
        let events = try board.sanction("decide-sanction", as: "sup", none.json)
        #expect(events.types == [.sanctionDecided, .sanctionClosed])
        #expect(events.last?.rule == "X7")
    }

    @Test("X8 A sanction takes effect when its notice ends, not before")
    func effective() throws {
        var board = try Board.sanctionNoticed()
        try board.advance(to: "2026-10-13T23:59:58+08:00")
        #expect(board.sanctionFile.sanction?.state == .decided)
        let events = try board.advance(to: "2026-10-14T08:00:00+08:00")
        let event = try #require(events.first(.sanctionEffective))
        #expect(event.at == .at("2026-10-13T23:59:59+08:00"))
        #expect(event.fields[Sanction.target] == Board.enterprise)
        let sanction = try #require(board.sanctionFile.sanction)
        #expect(sanction.from == event.at)
        #expect(sanction.isRestricting(at: board.now))
        #expect(!sanction.isRestricting(at: .at("2027-10-01T00:00:00+08:00")))
    }

    @Test("X8 A restriction in the register bars whom it names until its end")
    func register() throws {
        var board = try Board.county()
        board.world.register.restricted = [
            Board.enterprise: Instant.at("2026-04-01T00:00:00+08:00"),
            Board.bidder: Instant?.none,
        ]
        let turn = Turn(
            world: board.world, context: board.context, stream: StreamID(.challenge, "XC"),
            subject: ObjectReference(.challenge), row: TransitionTable.standard.rows[0])
        #expect(turn.isRestricted(Board.enterprise))
        #expect(turn.isRestricted(Board.bidder))
        #expect(!turn.isRestricted(Board.university))
        #expect(turn.restrictionBreach(Board.bidder)?.code == .restricted)
        #expect(!turn.atInstant(.at("2026-04-01T00:00:00+08:00")).isRestricted(Board.enterprise))
    }

    @Test("X9 A restriction expires at its end, a warning after a year")
    func expired() throws {
        var board = try Board.sanctionNoticed()
        let events = try board.advance(to: "2027-11-01T00:00:00+08:00")
        #expect(events.first(.sanctionExpired)?.at == .at("2027-10-01T00:00:00+08:00"))

        var other = try Board.accused()
        try other.advance(to: "2026-09-30T09:00:00+08:00")
        let warning = Record(["decision": "warning", "evidence": Board.proof])
            .merging(Record(Board.ruling.object ?? [:]))
        try other.sanction("decide-sanction", as: "sup", warning.json)
        try other.sanction("publish-sanction", as: "sup", Board.content)
        let later = try other.advance(to: "2027-11-01T00:00:00+08:00")
        #expect(later.first(.sanctionExpired)?.at == .at("2027-10-13T23:59:59+08:00"))
        #expect(other.sanctionFile.sanction?.isRestricting(at: other.now) == false)
    }

    @Test("X6 Nothing is published of a decision that found nothing")
    func nothingToPublish() throws {
        var board = try Board.accused()
        // By fiat: X7 closes such a report at once.
        board.given(
            .sanctionDecided, "sanction", state: SanctionState.decided, of: Board.sanctionStream,
            ["decision": "none"])
        #expect(
            board.sanctionRefusal("publish-sanction", as: "sup", Board.content)?.code
                == .nothingToPublish)
    }

    @Test("X10 Repair is asked half a year later, with evidence")
    func repairAsked() throws {
        var board = try Board.effective()
        let request: JSON = ["statement": "已整改", "evidence": Board.proof]
        let soon = board.sanctionRefusal("ask-repair", as: "ent", request)
        #expect(soon?.code == .repairTooSoon)
        #expect(soon?.rule == "X10")
        try board.advance(to: "2027-04-12T00:00:00+08:00")
        #expect(
            board.sanctionRefusal("ask-repair", as: "ent", ["statement": "已整改", "evidence": []])?
                .code == .sanctionEvidenceMissing)
        try board.sanction("ask-repair", as: "ent", request)
        #expect(board.sanctionFile.sanction?.state == .repairAsked)
    }

    @Test("X11 Repair lifts the restriction; refused with a reason it stays in force")
    func repair() throws {
        var board = try Board.effective()
        try board.advance(to: "2027-04-12T00:00:00+08:00")
        try board.sanction("ask-repair", as: "ent", ["statement": "已整改", "evidence": Board.proof])
        var refused = board
        try refused.sanction("refuse-repair", as: "sup2", Board.ruling)
        #expect(refused.sanctionFile.sanction?.state == .effective)
        let late = try refused.advance(to: "2027-06-01T00:00:00+08:00")
        #expect(late.first(.dutyOverdue) == nil)
        let overdue = try board.advance(to: "2027-06-01T00:00:00+08:00")
        #expect(overdue.first(.dutyOverdue)?.name == "RepairDecisionOverdue")
        try board.sanction("grant-repair", as: "sup2")
        #expect(board.sanctionFile.sanction?.state == .repaired)
        #expect(board.sanctionFile.sanction?.isRestricting(at: board.now) == false)
    }

    @Test("X12 Another supervisor overturns on new facts, and the notice goes with it")
    func overturned() throws {
        var board = try Board.sanctionNoticed()
        let fields: JSON = ["facts": "原始记录已找到", "reason": "新证据", "clause": "规则第二十条"]
        let same = board.sanctionRefusal("overturn-sanction", as: "sup", fields)
        #expect(same?.code == .sameDecider)
        #expect(same?.rule == "X12")
        let events = try board.sanction("overturn-sanction", as: "sup2", fields)
        #expect(events.types == [.sanctionOverturned, .noticeSuperseded])
    }

    @Test("X12 An upheld objection overturns the sanction it was raised against")
    func overturnedByObjection() throws {
        var board = try Board.sanctionNoticed()
        try board.objection("file-objection", "", as: "ent", Board.complaint)
        try board.decideObjection(
            until: "2026-10-14T09:00:00+08:00",
            ["result": "upheld", "remedy": "annul", "reason": "证据不足", "clause": "规则第十二条"])
        let events = try board.advance(to: "2026-10-22T00:00:00+08:00")
        #expect(events.first(.sanctionOverturned)?.rule == "X12/remedy")
        #expect(events.first(.noticeSuperseded) != nil)
        #expect(board.sanctionFile.sanction?.state == .overturned)
    }
}

extension DomainBoard {
    fileprivate static func reported() throws -> DomainBoard {
        var board = try county(at: "2026-09-23T09:00:00+08:00")
        try board.sanction(
            "report-misconduct", as: "case", ["target": .string(enterprise), "facts": "虚报试验数据"])
        return board
    }

    fileprivate static func effective() throws -> DomainBoard {
        var board = try sanctionNoticed()
        try board.advance(to: "2026-10-14T09:00:00+08:00")
        return board
    }

    fileprivate func sanctionRefusal(
        _ name: String, as person: PersonID, _ fields: JSON = [:]
    ) -> Refusal? {
        refusal(name, on: "sanction", of: Self.sanctionStream, as: person, fields)
    }
}
