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
}
