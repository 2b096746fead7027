import BoardDomain
import Testing

@testable import BoardService

@Suite("What people read before they sign or score")
struct SignedTextTests {
    @Test("A contract's parties read its text and the protocol's digest; another bidder does not")
    func parties() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        let contract = try #require(try await county.found().contracts.all.first)
        try await county.setText(contract, plans: TestCounty.onePlan)
        try await county.draftProtocol("1.1")
        for person in ["ent", "sig", "bid1", "bidsig1", "rev"] {
            let file = try await county.board.caseFile(county.challenge, as: person)
            let shown = file["contracts"]?.array?.first?["text"]
            #expect(shown?["plans"]?.array?.count == 1, "\(person)")
            #expect(file["verifications"]?.array?.first?["protocolDigest"]?.string != nil)
        }
        let other = try await county.board.caseFile(county.challenge, as: "bid2")
        #expect(other["contracts"] == nil)
        #expect(other["verifications"] == nil)
    }

    @Test(
        "An expert knows a bid by the number that the score sheet takes, though earlier ones lapsed"
    )
    func numbers() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.start(3)
        try await county.seal(1)
        try await county.seal(2)
        try await county.open()
        try await county.evaluate()
        let expert = try #require(try await county.found().seats.in(.declared).first).person
        let file = try await county.board.caseFile(county.challenge, as: expert)
        let numbers = (file["bids"]?.array ?? []).compactMap { $0["anonymous"]?.string }
        #expect(numbers == (try await county.found().bidsToScore.map(\.id)))
        #expect(numbers.count == 2)
        let official = try await county.board.caseFile(county.challenge, as: "rev")
        let seats = official["panels"]?.array?.last?["seats"]?.array ?? []
        #expect(seats.count { $0["chair"] == true } == 1)
    }
}
