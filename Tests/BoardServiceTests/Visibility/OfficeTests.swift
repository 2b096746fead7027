import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("What an office lets its holder know")
struct OfficeTests {
    @Test("Each official role is a capacity of its own")
    func capacities() {
        #expect(Capacity.officials.count == Role.officials.count)
        #expect(Role.everyCase.allSatisfy { $0.everywhere != nil })
        #expect(Role.publicOffices.isDisjoint(with: Role.enterpriseSide.keys))
        #expect(Role.enterpriseSide.keys.allSatisfy { $0.everywhere == nil })
    }

    @Test("Whoever is listed a draft by his appointment may open it, and the other way round")
    func listedAndShown() async throws {
        let county = try await TestCounty()
        // Two whom the enterprise has for other things than its challenges.
        for (person, role) in [("own-bidder", Role.bidder), ("own-buyer", .buyer)] {
            try await county.invite(person)
            try await county.appoint(person, role, Cast.enterprise.code)
        }
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        var seen: Set<PersonID> = []
        for person in try await county.board.directory().persons.keys {
            let listed = try await !county.board.cases(CaseQuery(), as: person).isEmpty
            let shown = (try? await county.board.caseFile(county.challenge, as: person)) != nil
            #expect(listed == shown, "\(person)")
            if shown { seen.insert(person) }
        }
        #expect(
            seen == [
                "ent", "sig", "wrk", "case", "rev", "sup", "sup2", "sup3", "fin", "pay", "aud",
                "lia",
            ])
    }

    @Test("Officials are told for whom a pool holds money and what a cut would free, nobody else")
    func holdings() async throws {
        let county = try await TestCounty()
        try await county.approve()
        let pool = StreamID(.pool, "JBGS-2026")
        let shown = { try await county.board.shown(pool, as: $0)["holdings"]?.array }
        for person in ["fin", "rev", "case", "aud"] {
            let row = try #require(try await shown(person)?.first)
            #expect(row["challenge"]?.string == county.challenge)
            #expect(row["freedByCut"]?.integer == 1)
        }
        for person in ["ent", "bid1", "lab", nil] {
            #expect(try await shown(person) == nil, "\(person ?? "the public")")
        }
        try await county.list()
        #expect(try await shown("fin")?.first?["freedByCut"] == nil)
    }

    @Test("In a case that is not there nothing is begun but the case")
    func nothingBesideNothing() async throws {
        let county = try await TestCounty()
        let missing = StreamID(.challenge, "XC-2026-0999")
        let begun = try await county.board.options(for: "case", in: missing)
        #expect(begun.map(\.command) == ["create"])
        let refusal = try await county.refusal(
            "plan-panel", of: missing.text, as: "case",
            fields: ["panelSize": 5, "technicalSeats": 4])
        #expect(refusal?.code == .noSuchObject)
    }
}
