import BoardDomain
import Testing

@testable import BoardService

@Suite("Who knows whom")
struct DirectorySightTests {
    @Test("Public offices are public; experts, bidders and firms' people are not")
    func publicly() async throws {
        let county = try await TestCounty()
        let sight = try await county.board.directorySight(as: nil)
        for person in ["case", "rev", "sup", "fin", "pay", "aud", "lia"] {
            #expect(sight.sees(person))
            #expect(sight.appointments(of: person).count == 1)
        }
        for person in ["ent", "sig", "bid1", "exp1", "arg1", "lab"] {
            #expect(!sight.sees(person), "\(person)")
            #expect(sight.appointments(of: person).isEmpty)
            await #expect(throws: BoardFault.notFound(person)) {
                try await county.board.file(of: StreamID(.person, person), as: nil)
            }
        }
        _ = try await county.board.file(of: StreamID(.person, "case"), as: nil)
    }

    @Test("One's own organisation's people are known, others' only to officials and keepers")
    func closely() async throws {
        let county = try await TestCounty()
        let enterprise = try await county.board.directorySight(as: "ent")
        #expect(enterprise.sees("ent"))
        #expect(enterprise.sees("wrk"))
        #expect(!enterprise.sees("bid1"))
        #expect(!(try await county.board.directorySight(as: "lia")).sees("exp1"))
        for person in ["case", "aud", "adm1"] {
            let sight = try await county.board.directorySight(as: person)
            #expect(sight.sees("exp1"))
            #expect(sight.appointments(of: "bid1").map(\.role) == [.bidder])
        }
    }

    @Test("Who is to accept an appointment is shown which, and nobody else's")
    func appointed() async throws {
        let county = try await TestCounty()
        try await county.invite("exp9")
        let stream = "organisation/" + Cast.bureau.code
        let made = try await county.act(
            "propose-appointment", on: "organisation", of: stream, as: "adm1",
            fields: ["person": "exp9", "role": "auditor", "from": county.clock.now.json])
        let object = try #require(made.recorded.first).object
        let bureau = StreamID(.organisation, Cast.bureau.code)
        let file = try await county.board.shown(bureau, as: "exp9")
        let found = CaseSection.object(try #require(ObjectReference(text: object)), in: file)
        #expect(found?["role"] == "auditor")
        let own = file["appointments"]?.array?.filter { $0["person"]?.string == "exp9" }
        #expect(own?.count == 1)
        let other = try await county.board.shown(bureau, as: "bid1")
        #expect(
            CaseSection.object(try #require(ObjectReference(text: object)), in: other) == nil)
    }
}
