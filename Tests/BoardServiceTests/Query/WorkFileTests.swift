import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

/// What a case file tells those who measure, confirm, declare and score.
@Suite("A case file for those who work with it")
struct WorkFileTests {
    private func file(_ county: TestCounty, _ person: PersonID) async throws -> JSON {
        try await county.board.caseFile(county.challenge, as: person)
    }

    @Test("The parties are told every run and what the rule makes of them; the public is not")
    func runs() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        try await county.contract(sample: 2)
        try await county.submit(try #require(try await county.found().milestones["1.1"]), by: 1)
        let object = try #require(try await county.found().verifications.all.first).reference.text
        try await county.schedule(object)
        try await county.run(object)
        try await county.abortRun(object)
        for person in ["wrk", "ent", "bid1", "case", "lab"] {
            let entry = try await file(county, person)["verifications"]?.array?.first
            let runs = try #require(entry?["runs"]?.array, "\(person)")
            #expect(runs.map { $0["serial"] } == [1, 2])
            #expect(runs.map { $0["aborted"] } == [false, true])
            #expect(runs[1]["reason"] == "停电")
            #expect(entry?["instruments"] == TestCounty.instruments)
            #expect(entry?["verdict"]?["state"] == "failed")
            #expect(entry?["verdict"]?["measuredRuns"] == 1)
            #expect(entry?["verdict"]?["sampleReached"] == false)
        }
        #expect(try await file(county, "bid2")["verifications"] == nil)
        try await county.run(object)
        let entry = try await file(county, "wrk")["verifications"]?.array?.first
        #expect(entry?["verdict"]?["state"] == "passed")
    }

    @Test("An expert is told the names once he has pledged silence, and nobody else is")
    func declaration() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.qualifyBids()
        try await county.draw()
        let seat = try #require(try await county.found().seats.in(.invited).first)
        var own = try await file(county, seat.person)["ownSeat"]
        #expect(own?["id"] == .string(seat.id))
        #expect(own?["confidential"] == false)
        #expect(own?["parties"] == nil)
        try await county.act(
            "sign-confidentiality", on: seat.reference.text, as: seat.person,
            fields: ["declares": true])
        own = try await file(county, seat.person)["ownSeat"]
        let names = (own?["parties"]?.array ?? []).compactMap(\.string)
        #expect(names == names.sorted())
        #expect(names.contains("天姥大学") && names.contains("组长2"))
        for person in ["case", "ent", "bid1", "lia"] {
            #expect(try await file(county, person)["ownSeat"] == nil, "\(person)")
        }
        // What is declared on is what was shown.
        try await county.act(
            "declare", on: seat.reference.text, as: seat.person, fields: ["declares": true])
        let declared = try await county.events().last {
            $0.type == .declarationSigned && $0.subject == seat.reference
        }
        #expect(
            declared?.fields[F.declarationDigest]
                == SodiumDigest.function(.array(names.map(JSON.string))))
    }

    @Test("Where scores lie too far apart is told after the reveal, and not before")
    func divergences() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.evaluate()
        let sheets = try await county.found().sheets.all
        for (index, sheet) in sheets.enumerated() {
            let expert = try #require(try await county.found().seats[sheet.seat]).person
            #expect(try await file(county, expert)["divergences"] == nil)
            #expect(try await file(county, "case")["divergences"] == nil)
            try await county.lock(sheet, raising: index == 0 ? -20 : 5)
        }
        let flagged = Set(try await county.found().bidsToScore.map(\.id))
        let seats = try await county.found().seats.all.filter { $0.state == .declared }
        for person in ["case"] + seats.map(\.person) {
            let rows = try await file(county, person)["divergences"]?.array ?? []
            #expect(Set(rows.compactMap { $0["bid"]?.string }) == flagged, "\(person)")
        }
        #expect(try await file(county, "ent")["divergences"] == nil)
        #expect(try await file(county, "bid1")["divergences"] == nil)
    }

    @Test("A buyer is told of what it bought and of nothing else; the parties see the formula")
    func evaluation() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        try await county.invite("buy")
        try await county.appoint("buy", .buyer, Cast.laboratory.code)
        for (number, code) in [("A-1", Cast.laboratory.code), ("A-2", Cast.arguers.code)] {
            try await county.act(
                "submit-evidence", as: "ent",
                fields: [
                    "evaluation": "1", "kind": "order", "number": .string(number),
                    "amount": 18_000_000, "counterparty": .string(code),
                    "date": .string(county.clock.now.day.text),
                    "digest": .string(digest(number).text),
                ])
        }
        var evaluation = try await file(county, "buy")["evaluations"]?.array?.first
        #expect(evaluation?["evidence"]?.array?.map { $0["number"] } == ["A-1"])
        #expect(evaluation?["formula"] == nil && evaluation?["rating"] == nil)

        evaluation = try await file(county, "case")["evaluations"]?.array?.first
        #expect(evaluation?["evidence"]?.array?.count == 2)
        #expect(evaluation?["formula"]?["weightValue"]?.integer ?? 0 > 0)
        #expect(evaluation?["rating"]?["items"] == 0)
        #expect(evaluation?["rating"]?["grade"] == "insufficient")
        #expect(evaluation?["expected"]?["items"] == 2)
        #expect(evaluation?["expected"]?["value"] == 36_000_000)
    }

    @Test("What is expected is what is recorded once every item is checked")
    func rating() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        try await county.act(
            "submit-evidence", as: "ent",
            fields: [
                "evaluation": "1", "kind": "invoice", "number": "B-1", "amount": 150_000_000,
                "counterparty": .string(Cast.arguers.code),
                "date": .string(county.clock.now.day.text), "digest": .string(digest("B-1").text),
            ])
        let expected = try await file(county, "case")["evaluations"]?.array?.first?["expected"]
        try await county.act("close-collection", on: "evaluation/1", as: "ent", "bid1")
        try await county.act("check-evidence", on: "evidence/1", as: "case")
        let recorded = try await county.events().last { $0.type == .marketRated }
        #expect(recorded?.fields.members["inputs"] == expected)
        let told = try await file(county, "case")["evaluations"]?.array?.first
        #expect(told?["rating"] == expected)
        #expect(told?["expected"] == nil)
    }
}
