import BoardDomain
import BoardEventLog
import Testing

@Suite("An anchor's text")
struct AnchorTests {
    private static let key = SigningKey(seed: Array(0..<32))!
    private static let anchor = Anchor(
        board: Sample.board.id,
        checkpoint: Checkpoint(
            of: LogHead(position: 2, hash: ChainTests.rows[1].hash, recordedAt: Sample.start),
            board: Sample.board.id, at: Sample.start, key: key))

    @Test("It is the signed text and the signature, line by line")
    func lines() {
        let lines = Self.anchor.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines[..<6] == [
                "jiebang-checkpoint/1", "0190b6e2-7c1a-7000-8000-000000000001", "2",
                "07e95bc015e64553540b980eac1eaceb1ef61b99ae7152177227709794bf3f79",
                "2026-03-01T09:00:00.000Z",
                // The public key of RFC 8032's arithmetic for this seed, hashed.
                "56475aa75463474c0285df5dbf2bcab73da651358839e9b77481b2eab107708c",
            ])
        #expect(lines[6].count == 128)
        #expect(lines.count == 8)
    }

    @Test("What it writes it reads, with or without the last line's end")
    func roundTrip() {
        #expect(Anchor(text: Self.anchor.text) == Self.anchor)
        #expect(Anchor(text: String(Self.anchor.text.dropLast())) == Self.anchor)
        #expect(Self.anchor.checkpoint.isSigned(board: Sample.board.id, by: Self.key.publicKey))
    }

    @Test(
        "Anything else is not an anchor",
        arguments: [
            ("jiebang-checkpoint/1", "jiebang-checkpoint/2"), ("\n2\n", "\n02\n"),
            ("07e95b", "07E95B"), ("09:00:00.000Z", "09:00:00Z"),
            ("jiebang-checkpoint/1\n", ""), ("\n2\n", "\n2\n\n"),
        ])
    func malformed(_ old: String, _ new: String) {
        let parts = Self.anchor.text.split(
            separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts.count == 2)
        #expect(Anchor(text: parts.joined(separator: new)) == nil)
        #expect(Anchor(text: "") == nil)
    }
}
