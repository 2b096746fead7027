import Testing

@testable import BoardDomain

@Suite("Hand-overs")
struct HandOverTests {
    private static let because: JSON = ["reason": "任务过重", "clause": "第九条"]
    private static let items: JSON = ["challenge/XC-2026-0001"]

    private func board() throws -> DomainBoard {
        var board = try DomainBoard.county()
        board.person("case2", .caseOfficer, for: DomainBoard.bureau)
        board.world.register.openWork["case"] = ["challenge/XC-2026-0001"]
        return board
    }

    private func appointment(_ board: DomainBoard, of person: String = "case") -> String {
        board.world.directory.everyAppointment(of: person)[0].reference.text
    }

    private func act(
        _ board: inout DomainBoard, _ name: String, _ fields: JSON = [:], on subject: String,
        as person: String
    ) throws(Refusal) {
        try board.do(
            name, on: subject, of: "organisation/\(DomainBoard.bureau)", as: person, fields)
    }

    private func refusal(
        _ board: DomainBoard, _ name: String, _ fields: JSON = [:], on subject: String,
        as person: String
    ) -> String? {
        board.refusal(
            name, on: subject, of: "organisation/\(DomainBoard.bureau)", as: person, fields)?.brief
    }

    private func file(_ board: DomainBoard) -> OrganisationFile {
        board.world[StreamID(.organisation, DomainBoard.bureau)].aggregate as! OrganisationFile
    }

    private func offered() throws -> DomainBoard {
        var board = try board()
        try act(
            &board, "offer-handover", ["successor": "case2", "items": Self.items],
            on: appointment(board), as: "case")
        return board
    }

    @Test("G13 the holder offers its work to a named successor, with the items listed")
    func offer() throws {
        var board = try offered()
        let handOver = file(board).handovers.last
        #expect(handOver?.state == .offered && handOver?.successor == "case2")
        #expect(handOver?.items == ["challenge/XC-2026-0001"])
        let again: JSON = ["successor": "case2", "items": Self.items]
        #expect(
            refusal(board, "offer-handover", again, on: appointment(board), as: "adm")
                == "G13 handOverOpen")
        #expect(file(board).appointments["4"] != nil)
        try act(&board, "accept-handover", on: "handover/1", as: "case2")
    }

    @Test("G13 refuses an empty list, and a successor who is not there or the holder itself")
    func offerRefusals() throws {
        let board = try board()
        let name = appointment(board)
        #expect(
            refusal(
                board, "offer-handover", ["successor": "case2", "items": []], on: name, as: "adm")
                == "G13 nothingToHandOver")
        for successor in ["nobody", "case"] {
            let fields: JSON = ["successor": .string(successor), "items": Self.items]
            #expect(
                refusal(board, "offer-handover", fields, on: name, as: "adm")
                    == "G13 successorUnfit")
        }
    }

    @Test("G13 the clock offers open work fourteen days before an appointment ends, once")
    func notice() throws {
        var board = try board()
        board.given(
            .appointmentMade, appointment(board), of: "organisation/\(DomainBoard.bureau)",
            ["until": "2026-06-30T15:59:59.000Z"])
        try board.advance(to: "2026-06-16T23:59:58+08:00")
        #expect(file(board).handovers.isEmpty)
        let events = try board.advance(to: "2026-06-18T00:00:00+08:00")
        #expect(
            events.filter { $0.type == .handOverOffered }.map(\.at)
                == [Instant(text: "2026-06-16T23:59:59+08:00")!])
        #expect(file(board).handovers.last?.successor == "")
        // Without a named successor whoever holds the same role may take it.
        #expect(refusal(board, "accept-handover", on: "handover/1", as: "rev") == "G14 notYourPart")
        try act(&board, "accept-handover", on: "handover/1", as: "case2")
        #expect(file(board).handovers.last?.successor == "case2")
    }

    @Test("G13 nothing is offered where nothing waits")
    func noWork() throws {
        var board = try board()
        board.world.register.openWork = [:]
        try act(&board, "end-appointment", Self.because, on: appointment(board), as: "adm")
        #expect(file(board).handovers.isEmpty)
    }

    @Test("G13 open work is offered when an appointment ends early, or its holder is suspended")
    func ended() throws {
        var ended = try board()
        try act(&ended, "end-appointment", Self.because, on: appointment(ended), as: "adm")
        #expect(file(ended).handovers.last?.holder == "case")
        var suspended = try board()
        try suspended.do("suspend", on: "person", of: "person/case", as: "adm", Self.because)
        try suspended.advance(to: "2026-03-02T10:00:00+08:00")
        #expect(file(suspended).handovers.count == 1)
        try suspended.advance(to: "2026-03-20T10:00:00+08:00")
        #expect(file(suspended).handovers.count == 1)
    }

    @Test("G14 the successor accepts, and completes once nothing listed waits for the holder")
    func complete() throws {
        var board = try offered()
        #expect(
            refusal(board, "accept-handover", on: "handover/1", as: "case") == "G14 notYourPart")
        try act(&board, "accept-handover", on: "handover/1", as: "case2")
        #expect(
            refusal(board, "complete-handover", on: "handover/1", as: "case2") == "G14 itemsOpen")
        board.world.register.openWork = [:]
        try act(&board, "complete-handover", on: "handover/1", as: "case2")
        #expect(file(board).handovers.last?.state == .done)
    }

    @Test("G14 a successor without the role cannot accept")
    func roleNeeded() throws {
        var board = try board()
        try act(
            &board, "offer-handover", ["successor": "rev", "items": Self.items],
            on: appointment(board), as: "adm")
        #expect(refusal(board, "accept-handover", on: "handover/1", as: "rev") == "G14 roleNotHeld")
    }

    @Test("G15 the successor refuses with a reason, and a new offer follows")
    func refuse() throws {
        var board = try offered()
        try act(&board, "refuse-handover", Self.because, on: "handover/1", as: "case2")
        #expect(file(board).handovers.last?.state == .refused)
        let duties = board.engine.openDuties(
            in: StreamID(.organisation, DomainBoard.bureau), of: board.world,
            context: board.context)
        #expect(duties.contains { $0.duty.act == "HandOverRenewal" })
        try act(
            &board, "offer-handover", ["successor": "case2", "items": Self.items],
            on: appointment(board), as: "adm")
        #expect(file(board).handovers.count == 2)
    }

    @Test("G15 an offer lapses at the end of the third workday, with a reason")
    func silence() throws {
        var board = try offered()
        try board.advance(to: "2026-03-05T23:59:58+08:00")
        #expect(file(board).handovers.last?.state == .offered)
        let events = try board.advance(to: "2026-03-30T00:00:00+08:00")
        let refused = events.first { $0.type == .handOverRefused }
        #expect(refused?.at == Instant(text: "2026-03-05T23:59:59+08:00"))
        #expect(refused?.fields[F.reason] != nil && refused?.fields[F.clause] != nil)
    }
}

@Suite("Who runs and who watches a case")
struct ChallengeHandOverTests {
    private static let because: JSON = ["reason": "调岗", "clause": "G11"]

    private func reassignment(_ person: String) -> JSON {
        ["assignee": .string(person), "reason": "调岗", "clause": "第九条"]
    }

    @Test("G11 the reviewer gives a case to another officer")
    func reassign() throws {
        var board = try DomainBoard.call()
        board.person("case2", .caseOfficer, for: DomainBoard.bureau)
        try board.do("reassign", as: "rev", reassignment("case2"))
        #expect(board.challenge().challenge.assignee == "case2")
        #expect(board.challenge().challenge.state == .qualifying)
        #expect(
            board.refusal("plan-panel", as: "case", DomainBoard.plan)?.code == .notYourPart)
    }

    @Test("G11 not to the same one, to nobody's officer, to the reviewer, to a witness of the case")
    func reassignRefusals() throws {
        var board = try DomainBoard.call()
        #expect(
            board.refusal("reassign", as: "rev", reassignment("case"))?.brief == "G11 sameOfficer")
        #expect(
            board.refusal("reassign", as: "rev", reassignment("fin"))?.brief
                == "G11 notACaseOfficer")
        for person in ["rev", "sup"] { board.person(person, .caseOfficer, for: DomainBoard.bureau) }
        board.given(
            .conflictDismissed, "challenge",
            by: Signature(actor: .person("sup"), capacity: .supervisor, organisation: ""))
        for person in ["rev", "sup"] {
            #expect(
                board.refusal("reassign", as: "rev", reassignment(person))?.brief
                    == "G11 incompatibleRoles")
        }
    }

    private func naming(_ person: String) -> JSON {
        [
            "person": .string(person), "document": DomainBoard.digest([1]).json,
            "reason": "无独立监督人", "clause": "G12",
        ]
    }

    private func exhausted() throws -> DomainBoard {
        var board = try DomainBoard.call()
        for person in ["sup", "sup2", "sup3"] {
            board.given(
                .conflictDismissed, "challenge",
                by: Signature(actor: .person(person), capacity: .supervisor, organisation: ""))
        }
        return board
    }

    @Test("G12 two administrators name a supervisor where no independent one is left")
    func name() throws {
        var board = try exhausted()
        try board.do("name-supervisor", as: "adm", naming("pay"))
        #expect(board.refusal("name-supervisor", as: "adm")?.code == .anotherPerson)
        try board.do("name-supervisor", as: "adm2")
        #expect(board.challenge().challenge.supervisors == ["pay"])
        #expect(
            board.refusal("name-supervisor", as: "adm", naming("fin"))?.brief
                == "G12 supervisorLeft")
    }

    @Test("G12 the nominee is independent and active")
    func nominee() throws {
        let board = try exhausted()
        for (person, code) in [
            ("sup", "notIndependent"), ("ent", "nomineeConflict"), ("nobody", "personUnknown"),
        ] {
            #expect(
                board.refusal("name-supervisor", as: "adm", naming(person))?.brief
                    == "G12 \(code)")
        }
    }
}

@Suite("The founding of a board")
struct FoundingTests {
    @Test("G5, G9 the first facts let the administrators act at once")
    func events() throws {
        var board = try DomainBoard()
        let founders = ["a", "b"].map {
            Founding.Administrator(
                id: $0, name: $0, naturalKey: DomainBoard.digest(Array($0.utf8)))
        }
        let events = Founding.events(
            code: try UnifiedCode(DomainBoard.bureau), name: "科技局", administrators: founders,
            at: board.now)
        for (stream, event) in events {
            #expect(event.by == .clock)
            board.world.evolve(event, in: stream)
            board.world.directory.take(board.world[stream].aggregate)
        }
        #expect(board.world.directory.lastingAdministrators == ["a", "b"])
        try board.do(
            "invite-person", on: "person", of: "person/wang", as: "a",
            ["name": "王新", "naturalKey": DomainBoard.digest([9]).json])
        #expect(board.world.directory.persons["wang"]?.state == .invited)
    }
}
