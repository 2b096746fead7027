import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

@Suite("Acceptance: the call")
struct CallScenarioTests {
    @Test(
        """
        1. Of two bids, one sealed at 16:59:59.999 and one at 17:00:00.000, the second is refused: \
        the deadline is exclusive, and the list says so
        """
    )
    func exclusiveDeadline() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.start(1)
        let second = try await county.start(2)
        let late = try await county.sealing(2)
        county.clock.now = try instant("2026-04-07T16:59:59.999+08:00")
        try await county.seal(1)
        county.clock.now = try instant("2026-04-07T17:00:00.000+08:00")
        let refusal = try await county.refusal(
            "seal", on: second.reference.text, as: "bid2", fields: late.fields.json)
        #expect(refusal?.rule == "B4")
        #expect(refusal?.code == RefusalCode("bidTooLate"))
        let listed = try #require(try await county.found().challenge.deadline)
        #expect(listed == county.clock.now)
        #expect(refusal?.details["accepted"] == listed.json)
        let found = try await county.found()
        #expect(found.bids.all[0].state == .sealed)
        #expect(found.bids.all[1].state == .lapsed)
        let refused = try await county.events().filter { $0.type == .bidRefusedLate }
        #expect(refused.count == 1)
        // A fact without content: the hash of the commitment, and nothing else of what came.
        let commitment = try #require(late.fields[F.commitment])
        #expect(refused.first?.fields[F.lateHash] == SodiumDigest.function(commitment.bytes))
        #expect(refused.first?.fields.members.count == 2)
    }

    @Test(
        """
        2. With the service down over a deadline, catch-up closes the call at the original instant, \
        in the same order as if it had run; a bid that a client queued after it is refused
        """
    )
    func downtime() async throws {
        let running = try await Self.waiting()
        let stopped = try await Self.waiting()
        let queued = try await stopped.sealing(2)
        // The one never sleeps longer than six hours, the other sleeps for three weeks.
        let end = try instant("2026-04-28T09:00:00+08:00")
        var now = running.clock.now
        while now < end {
            now = min(now.adding(hours: 6), end)
            try await running.advance(to: now)
        }
        try await stopped.advance(to: end)

        let closed = try #require(try await stopped.events().first { $0.type == .callClosed })
        #expect(closed.at == (try instant(TestCounty.deadline)))
        #expect(try await Self.trace(of: running) == Self.trace(of: stopped))
        let second = try #require(try await stopped.bid(2))
        let refusal = try await stopped.refusal(
            "seal", on: second.reference.text, as: "bid2", fields: queued.fields.json)
        #expect(refusal?.rule == "B4")
    }

    /// One sealed bid, one draft, one that is stale, and a question that nobody answers.
    private static func waiting() async throws -> TestCounty {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        try await county.start(2)
        try await county.act("ask", as: "bid3", fields: ["question": "加载多少？"])
        return county
    }

    private static func trace(of county: TestCounty) async throws -> [String] {
        try await county.log.events(after: 0, limit: .max).map { row in
            let event = try Replay.event(of: row)
            return "\(row.stream) \(row.version) \(event.name) \(event.rule) "
                + "\(event.subject.text) \(event.state ?? "–") \(event.at.text) \(row.actor)"
        }
    }

    @Test(
        """
        3. A substantive amendment with three sealed bids makes all three stale: one bidder \
        re-confirms, one re-seals, the third lapses
        """
    )
    func amendment() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 3)
        try await county.act(
            "amend", as: "case", "ent", "rev",
            fields: [
                "solverConditions": "另须具有试验条件", "reason": "答疑中补充", "deadlineDay": "2026-04-17",
            ])
        #expect(
            try await county.found().bids.all.map(\.state) == [
                .staleTerms, .staleTerms, .staleTerms,
            ])

        let version = try await county.found().challenge.listVersion
        let first = try #require(try await county.bid(1))
        try await county.act(
            "reconfirm", on: first.reference.text, as: "bid1", "bidsig1",
            fields: ["termsVersion": .integer(Int64(version))])
        try await county.seal(2)
        try await county.advance(to: "2026-04-17T17:00:00+08:00")
        let found = try await county.found()
        #expect(found.challenge.state == .closed)
        #expect(found.bids.all.map(\.state) == [.sealed, .sealed, .lapsed])
        let lapsed = try #require(try await county.events().first { $0.type == .bidLapsed })
        #expect(lapsed.subject == found.bids.all[2].reference)
        #expect(lapsed.at == (try instant("2026-04-17T17:00:00+08:00")))
    }

    @Test("16. A relaunch after an unsuccessful call keeps the link to the first round")
    func relaunch() async throws {
        var county = try await TestCounty()
        try await county.publish()
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        #expect(try await county.state() == .unsuccessful)
        try await county.act(
            "relaunch", as: "case", fields: ["reason": "需求仍在", "pool": "JBGS-2026"])
        let first = try await county.found()
        #expect(first.challenge.successor == "XC-2026-0001-R2")
        county.challenge = "XC-2026-0001-R2"
        let second = try await county.found()
        #expect(second.challenge.predecessor == "XC-2026-0001")
        #expect(second.challenge.state == .approved)
        let file = try await county.board.caseFile(county.challenge, as: "case")
        #expect(file["predecessor"] == "XC-2026-0001")
        // The second round runs like the first.
        try await county.list(deadline: "2026-05-12")
        try await county.seal(1)
        try await county.open()
        #expect(try await county.state() == .qualifying)
    }
}
