import Testing

@testable import BoardDomain

@Suite("A short pool")
struct PayoutQueueTests {
    private let enterprise = "新昌县鼎岳轴承有限公司"

    /// A pool with so much free money, and three claims approved in their order.
    private func approvedClaims(free: Int64, _ amounts: [Int64]) throws -> (
        ExecutionStage, [String]
    ) {
        var stage = try ExecutionStage()
        let spare = stage.pool.free.fen
        stage.board.given(
            .poolCut, "pool", of: "pool/JBGS-2026", ["amount": .integer(spare - free)])
        var streams: [String] = []
        for (index, amount) in amounts.enumerated() {
            let stream = try stage.claim(index + 1, asked: amount, paper: "R-\(index)")
            try stage.noticed(of: stream, by: ["ent", "sig"], holder: enterprise)
            streams.append(stream)
        }
        try stage.board.advance(to: "2026-03-10T09:00:00+08:00")
        for stream in streams {
            try stage.board.do("approve", on: "payout/1", of: stream, as: "rev")
        }
        return (stage, streams)
    }

    @Test("Y10 Scenario 12: a short pool queues payouts by rank; nothing is cut or dropped")
    func queue() throws {
        var (stage, streams) = try approvedClaims(
            free: 12_000_000, [10_000_000, 9_000_000, 1_000_000])
        #expect(streams.map { stage.payout(of: $0).rank } == [1, 2, 3])
        #expect(streams.map { stage.payout(of: $0).state } == [.approved, .queued, .queued])
        let refusal = stage.board.refusal(
            "order", on: "payout/1", of: streams[2], as: "pay", ["idempotencyKey": "K-3"])
        #expect(refusal?.code == .wrongState)

        try stage.paid(of: streams[0])
        for stream in streams.reversed() { #expect(try stage.settle(stream) == []) }
        stage.allot(7_000_000)
        #expect(stage.pool.free == Money(fen: 9_000_000))
        // The last in rank is asked first and still waits for the one before it.
        #expect(try stage.settle(streams[2]) == [])
        #expect(try stage.settle(streams[1]) == [.payoutDequeued])
        try stage.paid(of: streams[1], key: "K-2")
        #expect(stage.payout(of: streams[2]).state == .queued)
        stage.allot(1_000_000)
        #expect(try stage.settle(streams[2]) == [.payoutDequeued])
        try stage.paid(of: streams[2], key: "K-3")
        #expect(
            streams.map { stage.entitlement(of: $0).paid.fen }
                == [10_000_000, 9_000_000, 1_000_000])
        #expect(stage.pool.free == .zero)
    }

    @Test("Y10 A payout that its commitment covers waits for nobody")
    func committed() throws {
        var (stage, streams) = try approvedClaims(free: 0, [10_000_000])
        #expect(stage.payout(of: streams[0]).state == .queued)
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.approved(at: "2026-03-18T09:00:00+08:00")
        #expect(stage.payout().state == .approved)
        #expect(stage.payout().rank == 2)
        try stage.paid()
        #expect(stage.payout().state == .paid)
    }

    @Test("Y10 Y11 What is approved waits when the pool is cut before it is ordered")
    func cutBetween() throws {
        var (stage, streams) = try approvedClaims(free: 10_000_000, [10_000_000])
        #expect(stage.payout(of: streams[0]).state == .approved)
        stage.board.given(.poolCut, "pool", of: "pool/JBGS-2026", ["amount": 1])
        let refusal = stage.board.refusal(
            "order", on: "payout/1", of: streams[0], as: "pay", ["idempotencyKey": "K-1"])
        #expect(refusal?.code.name == "notYetCovered")
        #expect(try stage.settle(streams[0]) == [.payoutQueued])
    }

    @Test(
        "L10 Who waits in a pool waits on in the one that it is carried over to, in the old order")
    func carriedOver() throws {
        var (stage, streams) = try approvedClaims(
            free: 5_000_000, [10_000_000, 9_000_000])
        #expect(streams.map { stage.payout(of: $0).state } == [.queued, .queued])
        stage.board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2027",
            ["pool": "JBGS-2027", "year": 2027, "basis": "县财〔2027〕1号"])
        stage.board.given(.poolClosing, "pool", state: PoolState.closing, of: "pool/JBGS-2026")
        let held = stage.pool.totalCommitted
        for person in ["fin", "rev"] {
            try stage.board.do(
                "carry-over", on: "pool", of: "pool/JBGS-2026", as: person,
                ["nextPool": "JBGS-2027"])
        }
        let next = try #require(stage.board.world.pool("JBGS-2027"))
        #expect(next.line.map(\.rank) == [1, 2])
        #expect(next.line.map(\.payout) == streams.map { $0 + "/payout/1" })
        #expect(next.totalCommitted == held)
        #expect(next.free == Money(fen: 5_000_000))
        #expect(stage.pool.free == .zero)
        #expect(stage.board.world.heir(of: "JBGS-2026") == "JBGS-2027")

        stage.board.given(
            .poolAllotted, "pool", of: "pool/JBGS-2027", ["amount": 5_000_000])
        #expect(try stage.settle(streams[1]) == [])
        #expect(try stage.settle(streams[0]) == [.payoutDequeued])
        try stage.paid(of: streams[0])
        #expect(stage.board.world.pool("JBGS-2027")?.paid == Money(fen: 10_000_000))
        #expect(stage.board.world.pool("JBGS-2027")?.line.map(\.rank) == [2])
    }
}
