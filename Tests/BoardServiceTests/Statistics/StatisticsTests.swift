import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("The board in numbers")
struct StatisticsTests {
    @Test("Cases are counted by state, lane and chain, with their budgets, for those who see them")
    func shares() async throws {
        var county = try await TestCounty()
        try await county.publish()
        county.challenge = "XC-2026-0002"
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        let official = try await county.board.statistics(year: nil, as: "case")
        #expect(official.total.cases == 2)
        #expect(official.total.budget == Money(fen: 400_000_000))
        #expect(official.states.mapValues(\.cases) == ["open": 1, "draft": 1])
        #expect(official.lanes.mapValues(\.cases) == ["answer": 1, "pose": 1])
        #expect(official.chains["轴承"]?.cases == 2)
        #expect(official.overdue != nil)
        #expect(official.pools.map(\.free) == [Money(fen: 920_000_000)])
        let stranger = try await county.board.statistics(year: nil, as: nil)
        #expect(stranger.total.cases == 1)
        #expect(stranger.states.mapValues(\.cases) == ["open": 1])
        #expect(stranger.funnel.map(\.reached) == [1, 1, 1, 0, 0])
        #expect(stranger.months.map(\.entered) == [[.pose: 1, .assist: 1, .answer: 1]])
        #expect(stranger.overdue == nil)
        #expect(stranger.pools.map(\.allotted) == official.pools.map(\.allotted))
        #expect(try await county.board.statistics(year: 2025, as: "case").total.cases == 0)
    }

    @Test("What a pool shows to whoever is no official does not move before a case is published")
    func pools() async throws {
        let county = try await TestCounty()
        let viewers: [PersonID?] = [nil, "bid1", "ent", "lab", "lia", "exp1"]
        var before: [[PoolSight]] = []
        for person in viewers { before.append(try await county.board.pools(as: person)) }
        let held = try await county.board.pools(as: "fin")
        try await county.approve()
        for (person, known) in zip(viewers, before) {
            #expect(try await county.board.pools(as: person) == known)
            #expect(try await county.board.statistics(year: nil, as: person).pools == known)
            #expect(known.map(\.reserved) == [nil])
            #expect(known.map(\.free) == [nil])
        }
        for person in ["case", "rev", "fin", "pay", "aud", "sup"] {
            let pool = try #require(try await county.board.pools(as: person).first)
            #expect(pool.reserved == Money(fen: 80_000_000))
            #expect(pool.free == held[0].free.map { Money(fen: $0.fen - 80_000_000) })
        }
    }

    @Test("A lane takes the days between its first entry and its last leaving, returns left out")
    func passages() throws {
        func row(_ id: String) -> CaseRow {
            CaseRow(
                id: id, title: id, enterprise: "e", enterpriseName: "e", chain: "轴承",
                topicClass: "industryPain", state: "open", lane: "answer", mode: "single",
                budget: 100, createdAt: day(0), changedAt: day(0), year: 2026)
        }
        func day(_ number: Int) -> Instant { Day(number: 20_500 + number).start }
        func stay(_ id: String, _ lane: Lane, _ from: Int, _ until: Int?) -> CaseStay {
            CaseStay(
                id: id,
                stay: StayRow(lane: lane.rawValue, from: day(from), until: until.map(day)))
        }
        let statistics = BoardStatistics(
            year: nil, rows: ["a", "b", "c"].map(row),
            stays: [
                // Returned once: four and three days in the first lane.
                stay("a", .pose, 0, 4), stay("a", .assist, 4, 6), stay("a", .pose, 6, 9),
                stay("a", .assist, 9, nil), stay("b", .pose, 0, 1), stay("b", .assist, 1, 3),
                stay("b", .answer, 3, nil), stay("c", .pose, 40, nil),
                stay("hidden", .verify, 0, 1),
            ], pools: [], overdue: nil)
        #expect(statistics.funnel.map(\.reached) == [3, 2, 1, 0, 0])
        #expect(statistics.funnel.map(\.present) == [1, 1, 1, 0, 0])
        #expect(statistics.funnel.map(\.medianDays) == [7, 2, nil, nil, nil])
        let entries = statistics.months.map(\.entered)
        #expect(entries.reduce(0) { $0 + ($1[.pose] ?? 0) } == 3)
        #expect(entries.count == 2)
    }
}
