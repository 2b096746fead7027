import BoardDomain
import BoardEventLog
import Testing

/// The expected values come from an independent program: Python's hashlib over the text of the rules of the chain.
@Suite("The hash chain")
struct ChainTests {
    static let rows = [
        EventRow(
            position: 1, stream: "challenge/XC-2026-0007", version: 1, type: "ChallengeDrafted",
            schema: 1, occurredAt: Sample.start, recordedAt: Sample.start.adding(milliseconds: 120),
            actor: "p-zhou", onBehalfOf: "91330624MA2XYZ0001",
            commandID: "0190b6e2-7c1a-7000-8000-0000000000aa", correlation: "XC-2026-0007",
            causation: 0, policy: "2026.1", payload: #"{"title":"轴承微振动"}"#,
            hash: digest("7308f758ce4c4178811cd6cb66883ee753a69811b1853e2106d00e914c2e7e74")),
        EventRow(
            position: 2, stream: "pool/JBGS-2026", version: 1, type: "PoolAllotted", schema: 2,
            occurredAt: Sample.start, recordedAt: Sample.start.adding(milliseconds: 120),
            actor: "clock", onBehalfOf: "", commandID: "0190b6e2-7c1a-7000-8000-0000000000aa",
            correlation: "XC-2026-0007", causation: 1, policy: "2026.1", payload: "{}",
            hash: digest("07e95bc015e64553540b980eac1eaceb1ef61b99ae7152177227709794bf3f79")),
    ]

    static func digest(_ text: String) -> Digest { Digest(text: text)! }

    @Test("The genesis is the digest of the heading and the board's id in lower case")
    func genesis() {
        let expected = "dc66f29070407fdc46e3760ae8ec97f9d984aad50335c1cd77a08b5b5a15f9be"
        #expect(Chain.genesis(board: Sample.board.id).text == expected)
        #expect(Chain.genesis(board: Sample.board.id.uppercased()).text == expected)
    }

    @Test("Digests and hashes equal those of another program")
    func vectors() {
        #expect(
            Self.rows.map { Chain.digest(of: $0).text } == [
                "eb93fa437b74063266d05790e672ef181bb610ee76c3b794d2ca7abb2923f883",
                "4766a8e3732fe73537cc9c593b2c1621cd5319b13a37995b6c400b13917e40d5",
            ])
        var hash = Chain.genesis(board: Sample.board.id)
        for row in Self.rows {
            hash = Chain.next(previous: hash, digest: Chain.digest(of: row))
            #expect(hash == row.hash)
        }
    }

    @Test("Every column changes the digest")
    func everyColumn() {
        let row = Self.rows[0]
        func changed(
            position: Int64 = 1, stream: String? = nil, version: Int = 1, type: String? = nil,
            schema: Int = 1, occurredAt: Instant? = nil, recordedAt: Instant? = nil,
            actor: String? = nil, onBehalfOf: String? = nil, commandID: String? = nil,
            correlation: String? = nil, causation: Int64 = 0, policy: String? = nil,
            payload: String? = nil
        ) -> Digest {
            Chain.digest(
                of: EventRow(
                    position: position, stream: stream ?? row.stream, version: version,
                    type: type ?? row.type, schema: schema,
                    occurredAt: occurredAt ?? row.occurredAt,
                    recordedAt: recordedAt ?? row.recordedAt, actor: actor ?? row.actor,
                    onBehalfOf: onBehalfOf ?? row.onBehalfOf,
                    commandID: commandID ?? row.commandID,
                    correlation: correlation ?? row.correlation, causation: causation,
                    policy: policy ?? row.policy, payload: payload ?? row.payload,
                    hash: row.hash))
        }
        let later = Sample.start.adding(hours: 1)
        let digests = [
            changed(), changed(position: 2), changed(stream: "s"), changed(version: 2),
            changed(type: "t"), changed(schema: 2), changed(occurredAt: later),
            changed(recordedAt: later), changed(actor: "a"), changed(onBehalfOf: ""),
            changed(commandID: "c"), changed(correlation: "c"), changed(causation: 1),
            changed(policy: "p"), changed(payload: "{}"),
        ]
        #expect(Set(digests).count == digests.count)
        #expect(digests[0] == Chain.digest(of: row))
    }

    @Test("The function for the domain is SHA-256")
    func digestFunction() {
        #expect(
            SodiumDigest.function(Array("abc".utf8)).text
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SodiumDigest.sha256([]).text
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
