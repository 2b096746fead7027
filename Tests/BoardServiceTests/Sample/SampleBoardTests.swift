import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

@Suite("The sample board")
struct SampleBoardTests {
    @Test("It has a challenge in every state, and its log verifies")
    func everyStateIsThere() async throws {
        let folder = TemporaryFolder()
        let board = try await SampleBoard.create(path: folder.path + "/sample")
        var query = CaseQuery()
        query.limit = .max
        let cases = try await board.cases(query, as: "hong-jianqing")
        #expect(cases.count >= 30)
        let states = Set(cases.map(\.state))
        for state in ChallengeState.allCases {
            #expect(states.contains(state.rawValue), "\(state)")
        }
        #expect(try await board.verify(anchor: nil).fault == nil)
        try await board.close()
    }

    @Test("Made twice, it is the same to the last byte of its head")
    func isDeterministic() async throws {
        let folder = TemporaryFolder()
        let until = try #require(Instant(text: "2025-05-30T18:00:00+08:00"))
        var heads: [LogHead] = []
        for name in ["one", "two"] {
            let board = try await SampleBoard.create(path: folder.path + "/" + name, upTo: until)
            heads.append(try await board.head())
            try await board.close()
        }
        #expect(heads[0].position > 500)
        #expect(heads[0].hash == heads[1].hash)
    }
}

@Suite("Simulated histories")
struct SimulationTests {
    @Test("Of one number and seed they are the same, of another seed others")
    func areDeterministic() async throws {
        let folder = TemporaryFolder()
        var heads: [Digest] = []
        for (name, seed) in [("one", UInt64(7)), ("two", 7), ("three", 8)] {
            let (board, tally) = try await Simulation.create(
                path: folder.path + "/" + name, challenges: 2, seed: seed)
            #expect(tally.events > 50)
            heads.append(try await board.head().hash)
            try await board.close()
        }
        #expect(heads[0] == heads[1])
        #expect(heads[0] != heads[2])
    }

    @Test("Twenty of seed 7 run to their ends and touch more than half of the table's rows")
    func touchTheTable() async throws {
        let folder = TemporaryFolder()
        let (board, _) = try await Simulation.create(
            path: folder.path + "/twenty", challenges: 20, seed: 7)
        var rules: Set<String> = []
        var position: Int64 = 0
        while true {
            let rows = try await board.events(after: position, limit: 2000)
            guard let last = rows.last else { break }
            for row in rows { rules.insert(try Replay.event(of: row).rule) }
            position = last.position
        }
        let table = TransitionTable.standard.rows.map(\.key)
        let untouched = table.filter { !rules.contains($0) }
        #expect(untouched.count * 2 < table.count, "\(untouched)")
        try await board.close()
    }
}
