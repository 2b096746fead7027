import Testing

@testable import BoardDomain
@testable import BoardEventLog
@testable import BoardService

@Suite("Random sequences of commands on a real board keep the invariants")
struct BoardPropertyTests {
    @Test(
        "I1, I2, I3, I4: a sound chain, whose replay projects the same; a repetition adds nothing",
        arguments: WalkStart.allCases)
    func chain(from start: WalkStart) async throws {
        var walk = try await BoardWalk(from: start)
        let anchor = try await walk.county.board.checkpoint()
        try await walk.run(steps: 25)
        print("\(start): seed \(BoardWalk.seed), \(walk.done) done, \(walk.refused) refused")
        let rows = try await walk.county.log.recordedRows(after: 0, through: .max, limit: .max)
        #expect(rows.map(\.position) == Array(1...Int64(rows.count)))
        for (stream, own) in Dictionary(grouping: rows, by: \.stream) {
            #expect(own.map(\.version) == Array(1...own.count), "I1: \(stream)")
        }
        let audit = try await walk.county.board.verify(anchor: anchor)
        #expect(audit.fault == nil && audit.events == Int64(rows.count), "seed \(BoardWalk.seed)")
        #expect(fault(in: rows) == nil)
        let replayed = try await ReplayedProjectionTests.replay(walk.county).projectionDump()
        let differing = Set(replayed).symmetricDifference(
            try await walk.county.board.projectionDump())
        #expect(differing.isEmpty, "I3: \(differing.sorted()), seed \(BoardWalk.seed)")
        var dice = Dice(seed: BoardWalk.seed, part: rows.count)
        for _ in 0..<8 {
            let index = dice.roll(0...rows.count - 2)
            var (edited, removed, inserted, moved) = (rows, rows, rows, rows)
            edited[index].payload = edited[index].payload + " "
            removed.remove(at: index)
            inserted.insert(rows[index], at: index)
            moved.swapAt(index, index + 1)
            for forged in [edited, removed, inserted, moved] {
                #expect(fault(in: forged) != nil, "I2: row \(index + 1), seed \(BoardWalk.seed)")
            }
        }
    }

    /// What the verifier says of rows that stand in the file so.
    private func fault(in rows: [EventRow]) -> VerificationFault? {
        var audit = ChainAudit(board: "test", wanted: [])
        for row in rows {
            if let fault = audit.advance(
                position: row.position, stream: row.stream, version: row.version,
                recordedAt: row.recordedAt.text, digest: Chain.digest(of: row), hash: row.hash)
            {
                return fault
            }
        }
        return nil
    }

    @Test(
        "I22, I27: nobody is shown what is not for him, and what is restricted leaves a record",
        arguments: WalkStart.allCases)
    func sight(from start: WalkStart) async throws {
        var walk = try await BoardWalk(from: start)
        try await walk.run(steps: 20) { walk in
            for person in Onlooker.all {
                let onlooker = Onlooker(county: walk.county, person: person)
                let faults = try await onlooker.leaks() + onlooker.unrecorded()
                #expect(faults == [], "\(start), seed \(BoardWalk.seed), \(walk.done) done")
            }
        }
        print("\(start): seed \(BoardWalk.seed), \(walk.done) done, \(walk.refused) refused")
        #expect(try await walk.county.board.verifyReads()?.fault == nil)
    }
}
