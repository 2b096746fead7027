import BoardDomain
import BoardEventLog
import Testing

@Suite("Time travel, in every implementation")
struct TimeTravelContractTests {
    /// Four events in three streams, recorded at 0, 100, 100 and 300 ms.
    private func fill(_ log: any EventLog) async throws {
        _ = try await log.append(Sample.request("c1", events: [Sample.draft("challenge/A")]))
        _ = try await log.append(
            Sample.request(
                "c2", events: [Sample.draft("challenge/B"), Sample.draft("challenge/A")], at: 100))
        _ = try await log.append(
            Sample.request("c3", events: [Sample.draft("challenge/C")], at: 300))
    }

    @Test(
        "A moment names the end of the log as it was then", arguments: Implementation.allCases,
        [
            (AsOf.position(-1), Int64(0)), (.position(0), 0), (.position(3), 3), (.position(9), 4),
            (.recorded(by: Sample.start.adding(milliseconds: -1)), 0),
            (.recorded(by: Sample.start), 1),
            (.recorded(by: Sample.start.adding(milliseconds: 99)), 1),
            (.recorded(by: Sample.start.adding(milliseconds: 100)), 3),
            (.recorded(by: Sample.start.adding(milliseconds: 299)), 3),
            (.recorded(by: Sample.start.adding(milliseconds: 9999)), 4),
        ])
    func heads(
        _ implementation: Implementation, _ moment: (asOf: AsOf, position: Int64)
    ) async throws {
        try await implementation.withLog { log in
            try await fill(log)
            let head = try await log.head(asOf: moment.asOf)
            #expect(head.position == moment.position)
            guard moment.position > 0 else {
                #expect(head.hash == Chain.genesis(board: log.board.id))
                return
            }
            let row = try await log.events(after: moment.position - 1, limit: 1)[0]
            #expect(head.hash == row.hash)
            #expect(head.recordedAt == row.recordedAt)
        }
    }

    @Test(
        "Events, streams and their names end at the position asked for",
        arguments: Implementation.allCases)
    func bounds(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await fill(log)
            #expect(
                try await log.events(after: 1, through: 3, limit: 9).map(\.position) == [2, 3])
            #expect(
                try await log.events(after: 1, through: 3, limit: 1).map(\.position) == [2])
            #expect(
                try await log.stream("challenge/A", after: 0, through: 2).map(\.version) == [1])
            #expect(
                try await log.stream("challenge/A", after: 0, through: 3).map(\.version) == [1, 2])
            #expect(
                try await log.streams(prefix: "challenge/", through: 3)
                    == ["challenge/A", "challenge/B"])
            #expect(try await log.streams(prefix: "challenge/", through: 0).isEmpty)
        }
    }
}
