import Testing

@testable import BoardDomain

@Suite("Conflicts of interest")
struct ConflictOfInterestTests {
    private func hit(_ board: DomainBoard, _ person: PersonID = "e1") -> ConflictHit? {
        let row = Panel.rows[0]
        return ConflictOfInterest.hit(
            person: person,
            in: Turn(
                world: board.world, context: board.context,
                stream: StreamID(.challenge, "XC-2026-0001"), subject: ObjectReference(.panel),
                row: row))
    }

    private func board(_ more: [String: JSON] = [:]) throws -> DomainBoard {
        var board = try DomainBoard.call(experts: 0)
        board.expert("e1", more)
        return board
    }

    @Test("An expert without any relation may sit")
    func none() throws {
        #expect(hit(try board()) == nil)
    }

    @Test("samePerson: the enterprise's own, a bidder's own, a name in a bidder's team")
    func samePerson() throws {
        #expect(hit(try board(), "ent")?.rule == .samePerson)
        #expect(hit(try board(), "bid2")?.rule == .samePerson)
        var named = try board()
        named.bid(3, team: "e1")
        #expect(hit(named) == ConflictHit(.samePerson, against: "e1"))
    }

    @Test(
        "sameOrganisation: now, and until its years have passed",
        arguments: [
            (nil, SkipReason.sameOrganisation), ("2025-06-01", .sameOrganisation),
            ("2024-06-01", nil),
        ] as [(String?, SkipReason?)])
    func sameOrganisation(until: String?, rule: SkipReason?) throws {
        var entry: [String: JSON] = ["organisation": .string(DomainBoard.bidder)]
        entry["until"] = until.map(JSON.string)
        #expect(hit(try board(["affiliations": [.object(entry)]]))?.rule == rule)
    }

    @Test(
        "A shared mail domain makes one organisation, a public one never does",
        arguments: [
            ("tianmu.edu.cn", SkipReason.sameOrganisation), ("163.com", nil), ("126.com", nil),
            ("qq.com", nil), ("Gmail.com", nil),
        ] as [(String, SkipReason?)])
    func domain(domain: String, rule: SkipReason?) throws {
        var board = try board()
        for code in ["ORG-e1", DomainBoard.university] {
            board.given(
                .orgRegistered, "organisation", of: "organisation/\(code)",
                ["code": .string(code), "name": "同名", "contactDomain": .string(domain)])
        }
        #expect(hit(board)?.rule == rule)
    }

    @Test("sameController: one hand over both, or the expert's own")
    func sameController() throws {
        var shared = try board()
        for code in ["ORG-e1", DomainBoard.bidder] {
            shared.given(
                .orgRegistered, "organisation", of: "organisation/\(code)",
                ["code": .string(code), "name": .string(code), "controller": "某集团"])
        }
        #expect(hit(shared) == ConflictHit(.sameController, against: DomainBoard.bidder))
        var own = try board()
        own.given(
            .orgRegistered, "organisation", of: "organisation/\(DomainBoard.bidder)",
            ["code": .string(DomainBoard.bidder), "name": "院", "controller": "e1"])
        #expect(hit(own)?.rule == .sameController)
    }

    @Test("kinship: declared by the expert or by the other side")
    func kinship() throws {
        #expect(hit(try board(["relatives": ["bid"]])) == ConflictHit(.kinship, against: "bid"))
        var other = try board()
        other.given(
            .personProfiled, "person", of: "person/bid2", ["profile": ["relatives": ["e1"]]])
        #expect(hit(other) == ConflictHit(.kinship, against: "bid2"))
        #expect(hit(try board(["relatives": ["成员2"]]))?.rule == .kinship)
    }

    @Test("coauthor: within its years, declared by either")
    func coauthor() throws {
        let recent: JSON = [["person": "bid", "until": "2022-06-01"]]
        let old: JSON = [["person": "bid", "until": "2022-01-01"]]
        #expect(hit(try board(["coauthors": recent]))?.rule == .coauthor)
        #expect(hit(try board(["coauthors": old])) == nil)
        var other = try board()
        other.given(
            .personProfiled, "person", of: "person/ent",
            ["profile": ["coauthors": [["person": "e1", "until": "2025-01-01"]]]])
        #expect(hit(other) == ConflictHit(.coauthor, against: "ent"))
    }

    @Test("contract: the expert's own, or its organisation's dealings, within their years")
    func contract() throws {
        let own: JSON = [
            ["organisation": .string(DomainBoard.enterprise), "until": "2024-01-01"]
        ]
        #expect(hit(try board(["contracts": own]))?.rule == .contract)
        var dealing = try board()
        let pair = ["ORG-e1", DomainBoard.bidder].sorted()
        dealing.world.register.dealings[pair] = Day(text: "2023-06-01")
        #expect(hit(dealing) == ConflictHit(.contract, against: DomainBoard.bidder))
        dealing.world.register.dealings[pair] = Day(text: "2022-06-01")
        #expect(hit(dealing) == nil)
    }

    @Test("liaison: the enterprise's liaison, as scenario 13 has it")
    func liaison() throws {
        var board = try board()
        board.given(
            .assistStarted, "challenge", ["assignee": "case", "liaison": "e1"])
        #expect(hit(board) == ConflictHit(.liaison, against: DomainBoard.enterprise))
    }

    @Test("argued: whoever argued on the need")
    func argued() throws {
        var board = try board()
        board.given(
            .argumentExpertNamed, "argumentSeat/1", state: ArgumentSeatState.named,
            ["person": "e1"])
        #expect(hit(board)?.rule == .argued)
    }

    @Test("avoidance: by name, person or organisation, from the terms")
    func avoidance() throws {
        for entry in ["e1：竞争关系", "单位e1（竞争关系）", "ORG-e1"] {
            var board = try board()
            board.given(
                .challengeRevised, "challenge", ["avoidance": [.string(entry)]])
            #expect(hit(board) == ConflictHit(.avoidance, against: DomainBoard.enterprise))
        }
    }

    @Test("Entries of the terms past coi.avoidMax do not count")
    func avoidanceBound() throws {
        var board = try board()
        board.given(.challengeRevised, "challenge", ["avoidance": ["甲", "乙", "丙", "e1"]])
        #expect(hit(board) == nil)
    }

    @Test("actedInCase: whoever did anything else in it")
    func acted() throws {
        let board = try board()
        #expect(hit(board, "sup") == nil)
        var acted = board
        acted.given(
            .conflictDismissed, "challenge",
            by: Signature(actor: .person("sup"), capacity: .supervisor, organisation: ""))
        #expect(hit(acted, "sup") == ConflictHit(.actedInCase, against: "supervisor"))
    }

    @Test("restricted: the expert or its organisation, while the sanction lasts")
    func restricted() throws {
        var board = try board()
        board.world.register.restricted["ORG-e1"] = .some(nil)
        #expect(hit(board) == ConflictHit(.restricted, against: "ORG-e1"))
        board.world.register.restricted["ORG-e1"] = Instant(text: "2026-01-01T00:00:00+08:00")
        #expect(hit(board) == nil)
    }

    @Test("A bid that was never opened is no party")
    func withdrawn() throws {
        var board = try board(["affiliations": [["organisation": "LATE"]]])
        board.given(
            .bidDrafted, "bid/9", state: BidState.draft, ["bidder": "LATE"])
        board.given(.bidLapsed, "bid/9", state: BidState.lapsed)
        #expect(hit(board) == nil)
    }
}
