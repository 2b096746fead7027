import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

@Suite("Projections are replay")
struct ReplayedProjectionTests {
    @Test(
        "I3: a fresh log that is fed the same events projects the same", arguments: [false, true])
    func replayed(onFile: Bool) async throws {
        let county = try await TestCounty(onFile: onFile)
        try await county.proceedToAward()
        try await county.contract()
        try await county.meet("1.1")
        let fresh = try await Self.replay(county)
        let was = try await county.board.projectionDump()
        let now = try await fresh.projectionDump()
        let (lost, new) = (Set(was).subtracting(now), Set(now).subtracting(was))
        #expect(lost.isEmpty, "not projected again: \(lost.sorted())")
        #expect(new.isEmpty, "projected only by the replay: \(new.sorted())")
    }

    /// The commands one by one, each with the projections of its streams as they stand after it.
    static func replay(_ county: TestCounty) async throws -> InMemoryEventLog {
        let log = InMemoryEventLog(board: county.log.board, vocabulary: Replay.vocabulary)
        let settings = try TestCounty.settings(county.clock)
        var world = World(streams: [:], directory: Directory(), register: Register())
        var rest = try await county.log.events(after: 0, limit: .max)[...]
        while let first = rest.first {
            let rows = rest.prefix { $0.commandID == first.commandID }
            rest = rest.dropFirst(rows.count)
            var before: [StreamID: Int] = [:]
            var heads: [StreamID: EventRow] = [:]
            for row in rows {
                let id = try #require(StreamID(text: row.stream))
                before[id] = before[id] ?? world[id].version
                heads[id] = row
                world.evolve(try Replay.event(of: row), in: id)
                world.directory.take(world[id].aggregate)
            }
            var projections: [StreamProjection] = []
            for (id, row) in heads {
                let context = Context(
                    now: row.occurredAt,
                    policy: try #require(settings.policies.inForce(at: row.occurredAt)),
                    calendar: WorkdayCalendar(version: "embedded", years: settings.calendarYears),
                    digest: SodiumDigest.function, head: row.hash, bidNumbers: .drawn(by: row.hash))
                let projector = StreamProjector(engine: Engine(), context: context, world: world)
                projections.append(try projector.projection(of: id, since: before[id] ?? 0))
            }
            _ = try await log.append(
                AppendRequest(
                    person: "replay", commandID: "\(first.position)", body: digest(first.stream),
                    outcome: "{}", events: rows.map(draft), projections: projections,
                    recordedAt: first.recordedAt))
        }
        return log
    }

    private static func draft(_ row: EventRow) -> EventDraft {
        EventDraft(
            stream: row.stream, type: row.type, schema: row.schema, occurredAt: row.occurredAt,
            actor: row.actor, onBehalfOf: row.onBehalfOf, correlation: row.correlation,
            causation: .none, policy: row.policy, payload: row.payload)
    }
}
