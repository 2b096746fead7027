import Testing

@testable import BoardDomain

@Suite("A budget pool and its ledger")
struct PoolTests {
    private static let stream = "pool/JBGS-2026"

    private func opened(_ allotted: Int64 = 100_000_000) throws -> DomainBoard {
        var board = try DomainBoard.county()
        for person in ["fin", "rev"] {
            try board.do(
                "open-pool", on: "pool", of: Self.stream, as: person,
                person == "fin" ? ["year": 2026, "basis": "县财〔2026〕3号"] : [:])
        }
        if allotted > 0 {
            try board.do(
                "allot", on: "pool", of: Self.stream, as: "fin",
                ["amount": .integer(allotted), "document": "县财〔2026〕3号"])
        }
        return board
    }

    private func pool(_ board: DomainBoard) throws -> Pool {
        try #require(board.world.pool("JBGS-2026"))
    }

    @Test("L1 Finance opens a pool and a reviewer signs; for this year or the next")
    func open() throws {
        let board = try opened(0)
        #expect(try pool(board).state == .open)
        #expect(try pool(board).basis == "县财〔2026〕3号")
        let fresh = try DomainBoard.county()
        for year in [2025, 2028] {
            let refusal = fresh.refusal(
                "open-pool", on: "pool", of: "pool/JBGS-9", as: "fin",
                ["year": .integer(Int64(year)), "basis": "x"])
            #expect(refusal?.code.name == "yearPast", "\(year)")
        }
    }

    @Test("L2 Allotments add up; none is zero")
    func allot() throws {
        var board = try opened(100)
        try board.do(
            "allot", on: "pool", of: Self.stream, as: "fin", ["amount": 11, "document": "追加"])
        #expect(try pool(board).allotted == Money(fen: 111))
        #expect(try pool(board).free == Money(fen: 111))
        #expect(
            board.refusal(
                "allot", on: "pool", of: Self.stream, as: "fin", ["amount": 0, "document": "x"]
            )?.rule == "L2")
    }

    @Test("L2 A document allots once, however it is typed, and also after a snapshot")
    func allottedOnce() throws {
        var board = try opened(0)
        try board.do(
            "allot", on: "pool", of: Self.stream, as: "fin",
            ["amount": 100, "document": "财〔2026〕9号"])
        for document in ["财〔2026〕9号", "财〔2026〕 ９号"] {
            let refusal = board.refusal(
                "allot", on: "pool", of: Self.stream, as: "fin",
                ["amount": 100, "document": .string(document)])
            #expect(refusal?.code.name == "documentUsed", "\(document)")
            #expect(refusal?.rule == "L2")
        }
        let id = StreamID(text: Self.stream)!
        let file = try #require(board.world[id].aggregate as? PoolFile)
        let restored = try board.world[id].snapshot.withUnsafeBytes {
            try BoardDomain.Stream(id, version: 2, snapshot: $0)
        }
        let read = try #require(restored.aggregate as? PoolFile)
        #expect(read.pool?.documents == file.pool?.documents)
        #expect(read.pool?.documents.count == 1)
    }

    @Test(
        "L3 A cut frees what unpublished challenges hold, the newest first, never a published one's"
    )
    func cut() throws {
        var board = try opened(100)
        for (challenge, amount) in [
            ("XC-2026-0001", 40), ("XC-2026-0002", 30), ("XC-2026-0003", 20),
        ] {
            board.given(
                .budgetReserved, "pool", of: Self.stream,
                ["challenge": .string(challenge), "amount": .integer(Int64(amount))])
        }
        board.world.register.unpublished = ["XC-2026-0002", "XC-2026-0003"]
        let fields = { (amount: Int64) -> JSON in
            ["amount": .integer(amount), "reason": "压减", "clause": "县财〔2026〕9号"]
        }
        let refusal = try #require(
            board.refusal("cut", on: "pool", of: Self.stream, as: "fin", fields(61)))
        #expect(refusal.code.name == "cutTooDeep")
        #expect(refusal.details == ["given": 61, "accepted": 60, "free": 10, "held": 50])
        try board.do("cut", on: "pool", of: Self.stream, as: "fin", fields(25))
        try board.do("cut", on: "pool", of: Self.stream, as: "rev")
        let pool = try pool(board)
        #expect(pool.allotted == Money(fen: 75))
        #expect(pool.reserved == ["XC-2026-0001": Money(fen: 40), "XC-2026-0002": Money(fen: 30)])
        #expect(pool.free == Money(fen: 5))
    }

    @Test("L4 What is free is reserved and no more; L5 a withdrawal gives it back")
    func reserve() throws {
        var board = try Situation.draft.board()
        let held = Money(fen: 80_000_000)
        board.given(
            .budgetReserved, "pool", of: Self.stream,
            ["challenge": "XC-2026-0001", "amount": held.json])
        let free = try pool(board).free
        var turn = Turn(
            world: board.world, context: board.context, stream: CallBoard.stream,
            subject: ObjectReference(.challenge), row: board.engine.table.rows[0])
        #expect(throws: Refusal.self) {
            try turn.reserve(free + Money(fen: 1), pool: "JBGS-2026")
        }
        #expect(turn.recorded.isEmpty)
        turn.releaseReservation("C8")
        #expect(turn.recorded.map(\.event.type) == [.budgetReleased])
        board.world = turn.world
        #expect(try pool(board).free == free + held)
        #expect(try pool(board).reserved["XC-2026-0001"] == nil)
    }

    @Test("L6 A contract in force turns what is reserved into what is committed")
    func commit() throws {
        let board = try DomainBoard.executing()
        let pool = try pool(board)
        #expect(pool.reserved["XC-2026-0001"] == nil)
        #expect(pool.committed["XC-2026-0001"] == Money(fen: 80_000_000))
        #expect(pool.free.fen + pool.totalCommitted.fen == pool.allotted.fen)
    }

    @Test("L7 A payment draws on the commitment; L8 what comes back is free again")
    func payAndRecover() throws {
        var board = try DomainBoard.executing()
        var turn = Turn(
            world: board.world, context: board.context, stream: CallBoard.stream,
            subject: ObjectReference(.challenge), row: board.engine.table.rows[0])
        let before = try pool(board)
        turn.payFromPool(Money(fen: 30_000_000), pool: "JBGS-2026")
        turn.recoverToPool(Money(fen: 10_000_000), pool: "JBGS-2026")
        board.world = turn.world
        let after = try pool(board)
        #expect(after.committed["XC-2026-0001"] == Money(fen: 50_000_000))
        #expect(after.paid == Money(fen: 30_000_000))
        #expect(after.free == before.free + Money(fen: 10_000_000))
        #expect(turn.recorded.map(\.event.rule) == ["L7", "L8"])
    }

    @Test(
        "L9 A pool closes with its year, after downtime at that instant too; L10 then carries over")
    func close() throws {
        var board = try opened()
        try board.advance(to: "2026-12-31T23:59:59.999+08:00")
        #expect(try pool(board).state == .open)
        let events = try board.advance(to: "2027-02-01T09:00:00+08:00")
        #expect(events.first { $0.type == .poolClosing }?.at.text == "2026-12-31T16:00:00.000Z")
        #expect(try pool(board).state == .closing)
        let stranger = board.refusal(
            "carry-over", on: "pool", of: Self.stream, as: "fin", ["nextPool": "JBGS-2026"])
        #expect(stranger?.code.name == "poolCarriedIntoItself")
        board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2027",
            ["pool": "JBGS-2027", "year": 2027, "basis": "县财〔2027〕1号"])
        try board.do(
            "carry-over", on: "pool", of: Self.stream, as: "fin", ["nextPool": "JBGS-2027"])
        try board.do("carry-over", on: "pool", of: Self.stream, as: "rev")
        #expect(try pool(board).state == .closed)
        #expect(try pool(board).free == .zero)
        #expect(board.world.pool("JBGS-2027")?.free == Money(fen: 100_000_000))
    }
}
