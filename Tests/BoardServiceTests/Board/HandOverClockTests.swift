import BoardDomain
import Testing

@testable import BoardService

@Suite("Work that is handed over by the clock")
struct HandOverClockTests {
    private static let bureau = "organisation/" + Cast.bureau.code

    /// A case that waits for a second officer, who came without any work, until 2026-04-20.
    private func county() async throws -> TestCounty {
        let county = try await TestCounty()
        try await county.invite("case2")
        let until = try instant("2026-04-20T18:00:00+08:00")
        let made = try await county.act(
            "propose-appointment", on: "organisation", of: Self.bureau, as: "adm1",
            fields: [
                "person": "case2", "role": "caseOfficer", "from": county.clock.now.json,
                "until": until.json,
            ])
        try await county.act(
            "accept-appointment", on: try #require(made.recorded.first).object, of: Self.bureau,
            as: "case2")
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        try await county.act(
            "submit", as: "ent", "sig",
            fields: ["integrityPledge": true, "unclassifiedPledge": true])
        try await county.act(
            "accept", as: "case2", fields: ["assignee": "case2", "liaison": "lia"])
        return county
    }

    private func offered(_ county: TestCounty) async throws -> [HandOver] {
        let stream = try #require(StreamID(text: Self.bureau))
        let file = try await county.board.state(of: stream).aggregate as? OrganisationFile
        return try #require(file).handovers.all
    }

    @Test("G13 what came in after the appointment was made is offered before it ends")
    func beforeTheEnd() async throws {
        let county = try await county()
        try await county.advance(to: "2026-04-06T17:59:59+08:00")
        #expect(try await offered(county).isEmpty)
        try await county.advance(to: "2026-04-06T18:00:01+08:00")
        let handOver = try #require(try await offered(county).last)
        #expect(handOver.holder == "case2")
        #expect(handOver.offeredAt == (try instant("2026-04-06T18:00:00+08:00")))
        #expect(handOver.items == ["challenge/XC-2026-0001/challenge"])
    }

    @Test("G13 the work of a person who is suspended is offered at once")
    func suspended() async throws {
        let county = try await county()
        try await county.act(
            "suspend", on: "person", of: "person/case2", as: "adm1",
            fields: ["reason": "停职", "clause": "第九条"])
        try await county.advance(to: county.clock.now.adding(hours: 1))
        #expect(try await offered(county).map(\.holder) == ["case2"])
    }

    @Test("G13 where nothing waits, the clock passes on and offers nothing")
    func nothing() async throws {
        let county = try await county()
        try await county.act(
            "withdraw", as: "ent", fields: ["reason": "需求取消"])
        try await county.advance(to: "2026-04-30T18:00:00+08:00")
        #expect(try await offered(county).isEmpty)
    }
}
