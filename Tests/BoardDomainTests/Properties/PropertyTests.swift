import Foundation
import Testing

@testable import BoardDomain

@Suite("Random sequences of commands keep the invariants")
struct PropertyTests {
    static let sequences = 200
    static let steps = 25

    /// Fixed, unless the environment asks for another.
    static let seed: UInt64 =
        ProcessInfo.processInfo.environment["JIEBANG_SEED"].flatMap(UInt64.init) ?? 20_260_302

    @Test("From each situation", arguments: Situation.allCases)
    func walk(from situation: Situation) throws {
        let board = try situation.board()
        var (done, refused) = (0, 0)
        for number in 0..<UInt64(Self.sequences) {
            var walk = RandomWalk(from: board, situation, seed: Self.seed &+ number &* 7919)
            try walk.run(steps: Self.steps)
            done += walk.done
            refused += walk.refused
            #expect(
                walk.faults == [],
                "\(situation) JIEBANG_SEED=\(Self.seed), sequence \(number): \(walk.trace)")
            if !walk.faults.isEmpty { break }
        }
        print("\(situation): seed \(Self.seed), \(done) commands carried out, \(refused) refused")
        #expect(done > Self.sequences)
    }
}
