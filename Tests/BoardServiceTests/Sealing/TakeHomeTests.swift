import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("What a bidder takes home")
struct TakeHomeTests {
    @Test("The board signs where and when the standing seal was recorded, for its bidder alone")
    func receipt() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        let bid = try #require(try await county.bid(1))
        let receipt = try await county.board.receipt(
            of: bid.id, in: county.challenge, as: "bid1")
        #expect(receipt.body.commitment == bid.commitment)
        let row = try #require(
            try await county.log.events(
                after: Int64(receipt.body.position) - 1, limit: 1
            ).first)
        #expect(row.type == "BidSealed")
        #expect(row.hash == receipt.body.head)
        let key = try #require(try await county.log.signingKeys().last)
        #expect(receipt.isSigned(by: key.publicKey))
        #expect(Receipt(text: receipt.text) == receipt)
        for person in ["bid2", "case", "ent"] {
            await #expect(throws: BoardFault.notFound("bid/" + bid.id)) {
                try await county.board.receipt(of: bid.id, in: county.challenge, as: person)
            }
        }
    }

    @Test("A new seal has a receipt of its own; a draft has none")
    func again() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let draft = try await county.start(1)
        await #expect(throws: BoardFault.self) {
            try await county.board.receipt(of: draft.id, in: county.challenge, as: "bid1")
        }
        try await county.seal(1)
        let first = try await county.board.receipt(
            of: draft.id, in: county.challenge, as: "bidsig1")
        try await county.seal(1)
        let second = try await county.board.receipt(
            of: draft.id, in: county.challenge, as: "bid1")
        #expect(second.body.position > first.body.position)
        #expect(second.body.commitment != first.body.commitment)
    }

    @Test("From the own copy the commitment is computed anew")
    func ownCopy() throws {
        let sample = try SealedSample()
        let copy = sample.copy.ownCopy
        let nonce = try #require(copy["nonce"]?.string.flatMap(Hexadecimal.bytes))
        let commitment = Commitment.compute(
            challenge: try #require(copy["challenge"]?.string),
            bidder: try #require(copy["bidder"]?.string), nonce: nonce,
            content: try #require(copy["content"]).canonical, digest: SodiumDigest.function)
        #expect(copy["commitment"] == commitment.json)
        #expect(commitment == sample.sealed.commitment)
        #expect(copy["contact"]?["phone"] != nil)
    }

    @Test("A file that is taken home is its owner's alone and replaces none")
    func file() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/receipt.txt"
        try TakeHome.write("收据\n", to: path)
        #expect(try LocalFile.read(path) == Array("收据\n".utf8))
        #expect(throws: FileFault.self) { try TakeHome.write("another", to: path) }
        #expect(try LocalFile.read(path) == Array("收据\n".utf8))
    }
}
