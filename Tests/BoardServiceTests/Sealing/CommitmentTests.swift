import BoardDomain
import Testing

@testable import BoardService

@Suite("The commitment")
struct CommitmentTests {
    // Computed with Python's json, struct and hashlib from the same members.
    static let contentDigest = "b2bb171cc133698a48815ad7e715d1f42e83fa5f15ec3b6e21c6fb6040bf9570"
    static let commitment = "45d03297d8bcaa06501cbc359c405d0633b6ad97923657f223d3c4bd6f8a2d98"
    static let nonce = [UInt8](0..<32)

    @Test("is the digest that another program computes of the same content")
    func vector() {
        let content = SealedSample.content.canonical
        #expect(Sodium.sha256(content).text == Self.contentDigest)
        #expect(Self.compute().text == Self.commitment)
    }

    @Test("holds for what was committed to and for nothing else")
    func check() {
        let commitment = Self.compute()
        func holds(
            challenge: String = SealedSample.challenge, bidder: String = SealedSample.bidder,
            nonce: [UInt8] = Self.nonce, content: [UInt8] = SealedSample.content.canonical
        ) -> Bool {
            Commitment.check(
                commitment, challenge: challenge, bidder: bidder, nonce: nonce, content: content,
                digest: Sodium.digest)
        }
        #expect(holds())
        #expect(!holds(challenge: "XC-2026-0008"))
        #expect(!holds(bidder: "12330000470002000X"))
        #expect(!holds(nonce: Self.nonce.turned(at: 31)))
        #expect(!holds(content: SealedSample.content.canonical.turned(at: 0)))
        #expect(!holds(challenge: "XC-2026-00079", bidder: "1330624MA2D8T5X1K"))
    }

    private static func compute() -> Digest {
        Commitment.compute(
            challenge: SealedSample.challenge, bidder: SealedSample.bidder, nonce: nonce,
            content: SealedSample.content.canonical, digest: Sodium.digest)
    }
}
