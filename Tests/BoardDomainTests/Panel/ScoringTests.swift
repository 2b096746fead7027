import Testing

@testable import BoardDomain

@Suite("Scoring, reveal and rounds")
struct ScoringTests {
    private let kin: JSON = ["conflict": "kinship", "reason": "亲属", "clause": "第五条"]

    @Test("P9 closing the eligibility opens scoring, and every declared expert gets a sheet (P11)")
    func opening() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        #expect(board.panel.state == .scoring)
        #expect(board.challenge().sheets.all.map(\.state) == Array(repeating: .editing, count: 5))
        #expect(Set(board.challenge().sheets.all.map(\.seat)).count == 5)
    }

    // MARK: P11

    @Test("P11 a sheet is locked once, by its own expert, with every line of every bid")
    func lock() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        let seat = board.live()[0]
        let other = board.live()[1]
        let name = board.sheet(of: seat).reference.text
        let full = board.scores(8, 7)
        #expect(board.refusal("lock", on: name, as: other.person, full)?.code == .notYourPart)
        try board.lock(seat, full)
        #expect(board.sheet(of: seat).state == .locked)
        let event = board.log.last { $0.event.type == .scoresLocked }?.event
        #expect(event?.fields[F.scoresDigest] == DomainBoard.digest(full["scores"]!))
        #expect(board.refusal("lock", on: name, as: seat.person, full)?.code == .wrongState)
    }

    @Test(
        "P11 refuses scores that are out of range, doubled, missing, unknown or uncommented",
        arguments: [
            ("1", "a", 11, "好", "P11 scoreOutOfRange"), ("9", "a", 8, "好", "P11 bidNotScored"),
            ("1", "z", 8, "好", "P11 criterionUnknown"), ("1", "a", 5, "", "P11 commentMissing"),
            ("1", "b", 8, "好", "P11 scoreTwice"), ("1", "", 8, "好", "P11 scoreMissing"),
        ])
    func sheetGuards(
        bid: String, criterion: String, points: Int64, comment: String, refusal: String
    ) throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        let seat = board.live()[0]
        // The first row of a full sheet is replaced by the one in question; or it is left out.
        var rows = try #require(board.scores(8, 7)["scores"]?.array)
        var row: [String: JSON] = [
            "bid": .string(bid), "criterion": .string(criterion), "points": .integer(points),
        ]
        if !comment.isEmpty { row["comment"] = .string(comment) }
        if criterion.isEmpty { rows.removeFirst() } else { rows[0] = .object(row) }
        let found = board.refusal(
            "lock", on: board.sheet(of: seat).reference.text, as: seat.person,
            ["scores": .array(rows)])
        #expect(found?.brief == refusal)
    }

    @Test("P11 no score by an expert with a conflict (I12)")
    func lockConflict() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        let seat = board.live()[0]
        board.given(.assistStarted, "challenge", ["liaison": .string(seat.person)])
        let found = board.refusal(
            "lock", on: board.sheet(of: seat).reference.text, as: seat.person,
            board.scores(8, 7))
        #expect(found?.brief == "P11 conflictFound")
    }

    @Test("P11 a sheet that is late is recorded as overdue once, and P6 lets its expert go")
    func absence() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        let seat = board.live()[0]
        let name = seat.reference.text
        let because: JSON = ["reason": "失联", "clause": "P6"]
        #expect(
            board.refusal("record-absence", on: name, as: "case", because)?.brief
                == "P6 scoringNotDue")
        let events = try board.advance(to: "2026-03-10T09:00:00+08:00")
        let overdue = events.filter { $0.act == "ScoreSheet" }
        #expect(overdue.count == 5)
        #expect(overdue.first?.fields[F.due] == Instant(text: "2026-03-09T23:59:59+08:00"))
        let locked = board.live()[1]
        try board.lock(locked, board.scores(8, 7))
        #expect(
            board.refusal("record-absence", on: locked.reference.text, as: "case", because)?.brief
                == "P6 sheetAlreadyLocked")
        try board.do("record-absence", on: name, as: "case", because)
        try board.do("record-absence", on: name, as: "sup")
        #expect(board.challenge().seats[seat.id]?.state == .noShow)
        #expect(board.challenge().sheets["\(seat.id).1"]?.state == .void)
        #expect(board.live(.invited).count == 1)
        // The replacement scores every bid on a sheet of its own.
        let next = board.live(.invited)[0]
        try board.declare(next)
        #expect(board.sheet(of: next).state == .editing)
    }

    // MARK: P12

    @Test("P12 the last sheet reveals all; the bids become scored (B15)")
    func reveal() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        for seat in board.live().dropLast() { try board.lock(seat, board.scores(9, 7)) }
        #expect(board.panel.state == .scoring)
        try board.lock(board.live().last!, board.scores(9, 7))
        #expect(board.panel.state == .consensus)
        let event = board.log.last { $0.event.type == .scoresRevealed }?.event
        #expect(event?.by == .clock)
        #expect(event?.fields[F.divergences].isEmpty == true)
    }

    @Test("P12 an admitted objection to a bid's decision holds the reveal")
    func hold() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed, ["object": "bid/1"])
        board.given(.objectionAdmitted, "objection/1", state: ObjectionState.admitted)
        try #require(board.challenge().objections.last?.hold == true)
        for seat in board.live() { try board.lock(seat, board.scores(9, 7)) }
        #expect(board.panel.state == .scoring)
        #expect(
            board.refusal("reveal", on: "panel/1", as: board.chair.person)?.code.name
                == "nobodyAbsent")
    }

    @Test("P12 chair and supervisor reveal without an absent expert, if the quorum holds")
    func revealEarly() throws {
        var board = try DomainBoard.call(experts: 0)
        for number in 1...9 { board.expert("t\(number)") }
        try board.openScoring(["panelSize": 7, "technicalSeats": 5])
        let absent = board.live().last!
        for seat in board.live().dropLast(2) { try board.lock(seat, board.scores(9, 7)) }
        try board.advance(to: "2026-03-10T09:00:00+08:00")
        #expect(
            board.refusal("reveal", on: "panel/1", as: board.chair.person)?.brief
                == "P12 nobodyAbsent")
        let because: JSON = ["reason": "失联", "clause": "P6"]
        try board.do("record-absence", on: absent.reference.text, as: "case", because)
        try board.do("record-absence", on: absent.reference.text, as: "sup")
        try board.do("reveal", on: "panel/1", as: board.chair.person)
        try board.do("reveal", on: "panel/1", as: "sup")
        #expect(board.panel.state == .consensus)
        #expect(board.live().count == 5)
        #expect(board.challenge().seats.in(.released).count == 2)
        #expect(try Ranking.compute(board.closing).first?.bid == "1")
    }

    @Test("P12 no early reveal with an even number of sheets, nor while a bid is held")
    func revealEarlyGuards() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        for seat in board.live().dropLast(1) { try board.lock(seat, board.scores(9, 7)) }
        try board.advance(to: "2026-03-10T09:00:00+08:00")
        let absent = board.live().last!
        let because: JSON = ["reason": "失联", "clause": "P6"]
        try board.do("record-absence", on: absent.reference.text, as: "case", because)
        try board.do("record-absence", on: absent.reference.text, as: "sup")
        #expect(
            board.refusal("reveal", on: "panel/1", as: board.chair.person)?.brief
                == "P12 panelTooSmall")
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed, ["object": "bid/1"])
        board.given(.objectionAdmitted, "objection/1", state: ObjectionState.admitted)
        #expect(
            board.refusal("reveal", on: "panel/1", as: board.chair.person)?.brief
                == "P12 bidOnHold")
    }

    // MARK: P12b, P12c

    @Test("P12b an expert replaces a score of its own with a reason, and the original stays")
    func replace() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        let new: JSON = [
            "bid": "1", "criterion": "a", "points": 8, "reason": "讨论后", "clause": "P12b",
        ]
        let seat = board.live()[0]
        let name = board.sheet(of: seat).reference.text
        try board.lock(seat, board.scores(9, 7))
        #expect(
            board.refusal("replace-score", on: name, as: seat.person, new)?.brief
                == "P12b noConsensus")
        try board.reveal()
        try board.do("replace-score", on: name, as: seat.person, new)
        let sheet = board.sheet(of: seat)
        #expect(sheet.score(of: "1", under: "a")?.points == 8)
        #expect(sheet.originals.map(\.points) == [9])
        #expect(
            board.refusal("replace-score", on: name, as: seat.person, new)?.brief
                == "P12b scoreUnchanged")
        let unknown: JSON = [
            "bid": "7", "criterion": "a", "points": 8, "reason": "讨论后", "clause": "P12b",
        ]
        #expect(
            board.refusal("replace-score", on: name, as: seat.person, unknown)?.brief
                == "P12b bidNotScored")
        let other = board.live()[1].person
        #expect(board.refusal("replace-score", on: name, as: other, new)?.code == .notYourPart)
    }

    @Test("P12c a divergence over 20 points needs the chair's note before the ranking")
    func divergence() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.lock(board.live()[0], board.scores(6, 7))
        try board.reveal(9, 7)
        let flags = board.log.last { $0.event.type == .scoresRevealed }?.event
            .fields[F.divergences]
        #expect(flags == [Divergence(bid: "1", highest: 9000, lowest: 6000)])
        #expect(Ranking.unnotedFlags(board.closing) == ["1"])
        let chair = board.chair.person
        #expect(board.refusal("close-consensus", as: chair)?.code.name == "divergenceUnnoted")
        #expect(
            board.refusal(
                "note-divergence", on: "panel/1", as: chair, ["bid": "2", "note": "一致"])?.brief
                == "P12b notDivergent")
        try board.do(
            "note-divergence", on: "panel/1", as: chair, ["bid": "1", "note": "指标理解不同"])
        try board.do("close-consensus", as: chair)
        #expect(board.panel.state == .closed)
        #expect(board.challenge().challenge.state == .proposed)
    }

    @Test("P12c where no scores are far apart, the chair is not offered to explain any")
    func nothingToExplain() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.reveal(9, 8)
        let note: JSON = ["bid": "1", "note": "一致"]
        #expect(
            board.refusal("note-divergence", on: "panel/1", as: board.chair.person, note)?.brief
                == "P12b nothingDivergent")
    }

    @Test("P12b a consensus that is late is recorded as overdue")
    func consensusOverdue() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.reveal()
        let events = try board.advance(to: "2026-03-06T00:00:00+08:00")
        #expect(
            events.first { $0.act == "PanelConsensus" }?.fields[F.due]
                == Instant(text: "2026-03-05T23:59:59+08:00"))
    }

    // MARK: P13, P14

    @Test("P13 an expert recused after the reveal restarts the round; both rounds stay")
    func secondRound() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.reveal()
        let late = board.live()[2]
        try board.do("recuse-oneself", on: late.reference.text, as: late.person, kin)
        #expect(board.panel.state == .scoring && board.panel.round == 2)
        #expect(board.challenge().sheets["\(late.id).1"]?.state == .locked)
        try board.declare(board.live(.invited)[0])
        try board.reveal(8, 7)
        #expect(board.panel.state == .consensus)
        #expect(board.challenge().sheets.all.count { $0.round == 1 } == 5)
        #expect(board.challenge().sheets.all.count { $0.round == 2 } == 5)
        try board.do("close-consensus", as: board.chair.person)
        let lines = board.log.last { $0.event.type == .rankingComputed }?.event.fields[F.ranking]
        #expect(lines?.first?.total == Score(sum: 40_000, count: 5))
    }

    @Test("P13 a refused ranking restarts the round, and a seat lost meanwhile is filled")
    func refusedRanking() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.reveal()
        try board.do("close-consensus", as: board.chair.person)
        let late = board.live()[0]
        try board.do("recuse", on: late.reference.text, as: "sup", kin)
        #expect(board.panel.state == .closed)
        try board.do("refuse-ranking", as: "rev", ["reason": "程序瑕疵", "clause": "C19b"])
        #expect(board.panel.state == .scoring && board.panel.round == 2)
        #expect(board.live(.invited).count == 1)
        #expect(board.chair.state == .declared)
    }

    @Test("P13 a bid brought back while sheets are locked is scored by all, in a new round")
    func requalified() throws {
        var board = try DomainBoard.call(bids: 3)
        board.given(.bidDisqualified, "bid/3", state: BidState.disqualified)
        try board.openScoring()
        try board.lock(board.live()[0], board.scores(9, 7))
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed, ["object": "bid/3"])
        var turn = board.closing
        turn.record(.bidReset, on: ObjectReference(.bid, "3"), to: BidState.qualified)
        try board.engine.follow(&turn, from: 0)
        let after = turn.case
        #expect(after.panels.last?.round == 2)
        #expect(after.sheets.all.count { $0.round == 1 && $0.state == .locked } == 1)
        #expect(after.sheets.all.count { $0.round == 1 && $0.state == .void } == 4)
        #expect(after.sheets.all.count { $0.round == 2 && $0.state == .editing } == 5)
    }

    @Test("P14 a failed call dissolves the panel; sheets locked before stay in the file")
    func dissolved() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.reveal(5, 5)
        #expect(Ranking.reachesThreshold(board.closing) == false)
        let fail: JSON = [
            "failure": "noneReachesThreshold", "reason": "均未达标", "clause": "C18",
        ]
        try board.do("fail-call", as: "rev", fail)
        let panel = board.challenge().panels.last
        #expect(panel?.state == .dissolved)
        #expect(board.challenge().sheets.all.allSatisfy { $0.state == .locked })
        let event = board.log.last { $0.event.type == .panelDissolved }?.event
        #expect(event?.fields[F.reason] == "均未达标")
    }

    @Test("P14 from the award on a closed panel stays as it is")
    func closedIsFinal() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        try board.reveal()
        try board.do("close-consensus", as: board.chair.person)
        board.given(.awardConfirmed, "challenge", state: ChallengeState.awarded)
        var turn = board.closing
        turn.record(
            .challengeRevoked, on: ObjectReference(.challenge), to: ChallengeState.revoked)
        try board.engine.follow(&turn, from: 0)
        #expect(turn.case.panels.last?.state == .closed)
    }
}

extension DomainBoard {
    /// A turn of C19 on the case, for asking about the ranking.
    var closing: Turn {
        Turn(
            world: world, context: context, stream: StreamID(.challenge, "XC-2026-0001"),
            subject: ObjectReference(.challenge), row: TransitionTable.standard.row("C19")!)
    }
}
