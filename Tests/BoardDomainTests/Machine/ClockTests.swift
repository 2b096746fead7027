import Testing

@testable import BoardDomain

/// I10 and the timers of the table, from many states: nothing early, everything at its own instant,
/// and after downtime the same as if the clock had run.
@Suite("The clock")
struct ClockTests {
    private static let end = "2028-03-01T09:00:00+08:00"

    @Test(
        "After downtime it records what it would have recorded, at the same instants",
        arguments: Situation.allCases)
    func downtime(from situation: Situation) throws {
        let start = try situation.board()
        for number in 0..<UInt64(12) {
            var walk = RandomWalk(from: start, situation, seed: 7 &+ number &* 104_729)
            try walk.run(steps: Int(number) * 2)
            var down = walk.board
            down.log = []
            var running = down
            let target = try #require(Instant(text: Self.end))
            let late = try down.advance(to: Self.end)
            while let due = running.nextDue(), due.at <= target {
                let early = max(running.now, due.at.adding(milliseconds: -1))
                if early < due.at {
                    #expect(try running.advance(to: early.text).isEmpty, "\(situation) \(number)")
                }
                let fired = try running.advance(to: max(running.now, due.at).text)
                #expect(!fired.isEmpty, "\(situation) \(number)")
                #expect(fired.allSatisfy { $0.at == max(due.at, early) || $0.at == due.at })
            }
            #expect(running.log.map(\.event) == late, "\(situation) \(number)")
        }
    }
}
