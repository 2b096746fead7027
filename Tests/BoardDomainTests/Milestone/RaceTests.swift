import Testing

@testable import BoardDomain

@Suite("The gate of a race")
struct RaceTests {
    static let plans: JSON = [
        DomainBoard.plan(1, 3000, due: "2026-06-30"),
        DomainBoard.plan(
            2, 3000, due: "2026-09-30", indicators: [1, 2], gate: true, verified: true),
        DomainBoard.plan(3, 4000, due: "2026-12-31"),
    ]

    private static let bidders = ["bid", "bid2", "bid3"]

    /// Every lane has met the gate with these values of life and temperature rise.
    private func atGate(_ values: [[String]]) throws -> DomainBoard {
        var board = try DomainBoard.executing(lanes: values.count, plans: Self.plans)
        for (index, lane) in values.enumerated() {
            let id = index + 1
            try board.meet("\(id).1", by: Self.bidders[index])
            if !lane.isEmpty { board.verify("\(id).2", passed: true, lane) }
        }
        try board.advance(to: "2026-03-18T09:00:00+08:00")
        for (index, lane) in values.enumerated() where !lane.isEmpty {
            let id = "\(index + 1).2"
            try board.do(
                "submit", on: "milestone/\(id)", as: Self.bidders[index], DomainBoard.evidence(id))
            try board.do("accept", on: "milestone/\(id)", as: "ent")
            try board.recommend(id)
            try board.do("approve", on: "milestone/\(id)", as: "rev")
        }
        return board
    }

    private func gate(_ board: DomainBoard) -> Gate { board.challenge().gates["2"]! }

    @Test("M21 a race of three lanes with a gate at milestone 2 goes on with one")
    func threeLanes() throws {
        var board = try atGate([["2100", "24"], ["2300", "24"], ["2200", "23"]])
        #expect(gate(board).state == .ready)
        #expect(board.milestone("2.3").state == .planned)
        try board.do("decide-gate", on: "gate/2", as: "case")
        let events = try board.do("decide-gate", on: "gate/2", as: "rev")
        #expect(gate(board).ranking.map(\.contract) == ["2", "3", "1"])
        #expect(gate(board).kept == ["2"])
        #expect(board.contract("1").state == .terminated)
        #expect(board.contract("2").state == .effective)
        #expect(board.contract("3").state == .terminated)
        #expect(board.contract("3").cause == "gateLost")
        #expect(board.milestone("2.3").state == .active)
        #expect(board.milestone("1.3").state == .cancelled)
        #expect(types(events).filter { $0 == .contractTerminated }.count == 2)
        #expect(board.challenge().challenge.state == .executing)
    }

    @Test("M21 equal values go to the indicator of less weight, then to the bid's rank")
    func ties() throws {
        var board = try atGate([["2200", "24"], ["2200.0", "23.9"], ["2200", "24.0"]])
        try board.do("decide-gate", on: "gate/2", as: "case")
        try board.do("decide-gate", on: "gate/2", as: "rev")
        #expect(gate(board).ranking.map(\.contract) == ["2", "1", "3"])
    }

    @Test("M20 an absent lane ranks last once the latest due and fifteen days are over")
    func absent() throws {
        var board = try atGate([["2100", "24"], []])
        #expect(gate(board).state == .open)
        var early = board
        try early.advance(to: "2026-10-15T23:59:58+08:00")
        #expect(gate(early).state == .open)
        let events = try board.advance(to: "2026-11-01T09:00:00+08:00")
        let ready = try #require(events.first { $0.type == .raceGateReady })
        #expect(ready.at == Instant(text: "2026-10-15T23:59:59+08:00"))
        try board.do("decide-gate", on: "gate/2", as: "case")
        try board.do("decide-gate", on: "gate/2", as: "rev")
        #expect(gate(board).ranking.map(\.contract) == ["1", "2"])
        #expect(gate(board).kept == ["1"])
        #expect(board.milestone("2.2").state == .cancelled)
    }

    @Test("M21 where no lane passes the gate none is kept, and the challenge ends")
    func noneLeft() throws {
        var board = try atGate([[], []])
        try board.advance(to: "2026-11-01T09:00:00+08:00")
        try board.do("decide-gate", on: "gate/2", as: "case")
        try board.do("decide-gate", on: "gate/2", as: "rev")
        #expect(gate(board).kept.isEmpty)
        #expect(board.challenge().contracts.all.map(\.state) == [.terminated, .terminated])
        try board.advance(to: "2026-11-10T09:00:00+08:00")
        #expect(board.challenge().challenge.state == .terminated)
    }

    @Test("M21 a value in dispute keeps the gate from being decided")
    func notFirm() throws {
        var board = try atGate([["2100", "24"], ["2300", "24"]])
        board.given(.retestOrdered, "verification/1.2.1", state: VerificationState.retest)
        #expect(
            board.refusal("decide-gate", on: "gate/2", as: "case")?.code == .gateValuesNotFirm)
    }

    @Test("M21 a lane that was rejected has had its time to object")
    func windowOpen() throws {
        var board = try atGate([["2100", "24"], []])
        board.verify("2.2", passed: true, ["2050", "25"])
        try board.advance(to: "2026-03-26T09:00:00+08:00")
        try board.do("submit", on: "milestone/2.2", as: "bid2", DomainBoard.evidence("2.2"))
        try board.do("accept", on: "milestone/2.2", as: "ent")
        try board.recommend("2.2")
        try board.do(
            "reject", on: "milestone/2.2", as: "rev", ["reason": "不符", "clause": "第五条"])
        #expect(gate(board).state == .ready)
        #expect(board.refusal("decide-gate", on: "gate/2", as: "case")?.code == .gateWindowOpen)
        try board.advance(to: "2026-04-03T00:00:00+08:00")
        #expect(board.refusal("decide-gate", on: "gate/2", as: "case") == nil)
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed,
            ["object": "milestone/2.2"])
        #expect(board.refusal("decide-gate", on: "gate/2", as: "case")?.code == .onHold)
    }

    @Test("M21 an annulled decision is taken again, with the lost lanes back in the race")
    func annulled() throws {
        var board = try atGate([["2100", "24"], ["2300", "24"]])
        try board.do("decide-gate", on: "gate/2", as: "case")
        try board.do("decide-gate", on: "gate/2", as: "rev")
        #expect(board.contract("1").state == .terminated)
        board.given(
            .objectionDecided, "objection/1", state: ObjectionState.decided,
            [
                "object": "gate/2", "result": "upheld", "remedy": "annul", "reason": "排序有误",
                "clause": "M21",
            ])
        let events = try board.advance(to: "2026-04-10T00:00:00+08:00")
        #expect(types(events).contains(.raceGateReopened))
        #expect(gate(board).state == .ready)
        #expect(board.contract("1").state == .effective)
        #expect(!board.contract("1").isRestored)
        #expect(board.milestone("1.3").state == .planned)
    }

    @Test("M20 a lane that still signs keeps the gate open")
    func unsignedLane() throws {
        var board = try DomainBoard.awarded(lanes: 2)
        let plans: JSON = [
            DomainBoard.plan(1, 5000, due: "2026-06-30", gate: true),
            DomainBoard.plan(2, 5000, due: "2026-12-31", indicators: [1, 2], verified: true),
        ]
        try board.agree("1", plans: plans)
        try board.sign("1")
        try board.register("1")
        try board.meet("1.1")
        #expect(board.challenge().gates["1"]?.state == .open)
        let reason: JSON = ["reason": "团队解散", "clause": "B18"]
        try board.do("decline", on: "bid/2", as: "bid2", reason)
        try board.do("decline", on: "bid/2", as: "bidsig2", reason)
        #expect(board.challenge().gates["1"]?.state == .ready)
    }

    @Test("M20 a single winner has no race gate")
    func single() throws {
        let board = try DomainBoard.executing(plans: Self.plans)
        #expect(board.challenge().gates.isEmpty)
    }
}
