import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

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

    @Test(
        "With enough challenges to deal every path, every row of the table is taken",
        // Each missed a row while paths left it to chance: E13/none, B23/sanction.
        arguments: [2, 3] as [UInt64])
    func takeEveryRow(seed: UInt64) async throws {
        let folder = TemporaryFolder()
        let (board, _) = try await Simulation.create(
            path: folder.path + "/whole", challenges: Simulation.enough, seed: seed)
        var rules: Set<String> = []
        var position: Int64 = 0
        while true {
            let rows = try await board.events(after: position, limit: 2000)
            guard let last = rows.last else { break }
            for row in rows { rules.insert(try Replay.event(of: row).rule) }
            position = last.position
        }
        let untouched = Set(TransitionTable.standard.rows.map(\.key)).subtracting(rules)
        #expect(untouched.isEmpty, "\(untouched.sorted())")
        try await board.close()
    }
}
