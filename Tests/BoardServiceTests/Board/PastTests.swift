import BoardEventLog
import Synchronization
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("The board as it was, and as it is made anew")
struct PastTests {
    @Test("A past answers from the log up to a position or an instant, and takes nothing")
    func past() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let then = try await county.log.head()
        let instant = county.clock.now
        try await county.advance(to: "2026-03-04T10:00:00+08:00")
        try await county.seal(1)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        #expect(try await county.state() != .open)

        let settings = try TestCounty.settings(county.clock)
        for moment in [AsOf.position(then.position), .recorded(by: instant)] {
            let log = try await PastLog(county.log, asOf: moment, fold: BoardFold(settings)) { _ in
            }
            #expect(log.head() == then)
            let board = try await LocalBoard(log: log, settings: settings)
            let file = try await board.caseFile(county.challenge, as: "case", at: instant)
            #expect(file["state"] == "open")
            #expect(file["bids"] == nil)
            let rows = try await board.cases(CaseQuery(), as: "case")
            #expect(rows.map(\.state) == ["open"])
            let last = try await board.timeline(
                StreamID(.challenge, county.challenge), as: "case"
            ).last
            #expect(try #require(last).position <= then.position)
            await #expect(throws: EventLogError.readOnly) {
                try await board.checkpoint(at: instant)
            }
        }
    }

    @Test("Rebuilt projections are those that grew with the log", arguments: [false, true])
    func rebuilt(onFile: Bool) async throws {
        let county = try await TestCounty(onFile: onFile)
        try await county.proceedToAward()
        try await county.contract()
        try await county.meet("1.1")
        let grown = try await county.board.projectionDump()
        let seen = Counter()
        try await county.board.rebuild { done, last in seen.note(done, last) }
        let made = try await county.board.projectionDump()
        let (lost, new) = (Set(grown).subtracting(made), Set(made).subtracting(grown))
        #expect(lost.isEmpty, "not made again: \(lost.sorted())")
        #expect(new.isEmpty, "made only anew: \(new.sorted())")
        #expect(seen.isAtEnd)
        // And the board goes on.
        try await county.advance(workdays: 1)
    }
}

/// What a rebuild has reported.
private final class Counter: Sendable {
    private let last = Mutex<(done: Int64, of: Int64)>((0, -1))

    func note(_ done: Int64, _ of: Int64) { last.withLock { $0 = (done, of) } }
    var isAtEnd: Bool { last.withLock { $0.done == $0.of } }
}
