import BoardDomain
import Testing

@testable import BoardService

@Suite("What speaks against a command that is being filled in")
struct JudgementTests {
    private func judge(
        _ county: TestCounty, _ name: String, as person: PersonID, _ fields: JSON = [:]
    ) async throws -> [String: Breach?] {
        let command = try county.command(name, as: person, fields: fields)
        let guards = try await county.board.judge(
            CommandRequest(command, id: county.clock.nextID()))
        return Dictionary(uniqueKeysWithValues: guards.map { ($0.name, $0.breach) })
    }

    @Test("Every guard is told with what is missing yet, and nothing is recorded")
    func submission() async throws {
        let county = try await TestCounty()
        var terms = Cast.terms
        for name in ["deliverables", "indicators"] { terms[name] = nil }
        try await county.act("create", as: "ent", fields: .object(terms))
        let events = try await county.events().count
        let rows = try #require(
            TransitionTable.standard.rows(of: .challenge, command: "submit").first)

        var guards = try await judge(county, "submit", as: "ent")
        #expect(Set(guards.keys) == Set(rows.guards.map(\.name)))
        #expect(
            guards["termsComplete"]??.details["given"] == ["indicators", "deliverables"])
        #expect(guards["measurableMust"]??.code == RefusalCode("noMeasurableMust"))
        #expect(guards["pledged"]??.code == RefusalCode("pledgeMissing"))
        #expect(guards["budgetPositive"] == .some(nil))

        guards = try await judge(
            county, "submit", as: "ent",
            [
                "deliverables": "样品", "indicators": Cast.indicators, "integrityPledge": true,
                "unclassifiedPledge": true,
            ])
        #expect(guards.values.allSatisfy { $0 == nil })
        #expect(try await county.events().count == events)
    }

    @Test("Whose part it is not is told so, and of a bid that is not to be known nothing")
    func others() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        let bid = try #require(try await county.bid(1))
        await #expect(throws: Refusal.self) {
            try await judge(county, "publish", as: "ent")
        }
        let command = try county.command("withdraw", on: bid.reference.text, as: "bid2")
        do {
            _ = try await county.board.judge(
                CommandRequest(command, id: county.clock.nextID()))
            Issue.record("a stranger's bid was judged")
        } catch let refusal as Refusal {
            #expect(refusal.code == RefusalCode("noSuchObject"))
        }
    }

    @Test("The workdays in force are the board's, with the years that were loaded")
    func rules() async throws {
        let county = try await TestCounty()
        let (policy, calendar) = try await county.board.rules()
        #expect(policy[.callMinDays] == 20)
        #expect(calendar.isWorkday(try #require(Day(text: "2026-03-02"))))
        #expect(!calendar.isWorkday(try #require(Day(text: "2026-10-01"))))
    }
}
