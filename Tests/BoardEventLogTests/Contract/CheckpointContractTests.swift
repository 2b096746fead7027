import BoardDomain
import BoardEventLog
import Testing

@Suite("Checkpoints, in every implementation")
struct CheckpointContractTests {
    @Test(
        "A checkpoint signs the head and is given again while the head stays",
        arguments: Implementation.allCases)
    func signing(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let empty = try await log.checkpoint(at: Sample.start)
            #expect(empty.position == 0)
            #expect(empty.hash == Chain.genesis(board: Sample.board.id))
            let head = try await log.append(Sample.request("c1")).head
            let checkpoint = try await log.checkpoint(at: Sample.start.adding(hours: 1))
            #expect(checkpoint.position == 1)
            #expect(checkpoint.hash == head)
            #expect(try await log.checkpoint(at: Sample.start.adding(hours: 2)) == checkpoint)
            let keys = try await log.signingKeys()
            #expect(keys.map(\.id) == [checkpoint.keyID])
            #expect(checkpoint.isSigned(board: log.board.id, by: keys[0].publicKey))
            #expect(!checkpoint.isSigned(board: "another", by: keys[0].publicKey))
            #expect(try await log.checkpoints() == [empty, checkpoint])
            let verification = try await log.verify(anchor: nil)
            #expect(verification.fault == nil)
            #expect(verification.checkpoints == 2)
        }
    }

    @Test(
        "After a rotation the new key signs and the old one's checkpoints stay good",
        arguments: Implementation.allCases)
    func rotation(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(Sample.request("c1"))
            let old = try await log.checkpoint(at: Sample.start.adding(hours: 1))
            try await log.rotateSigningKey(at: Sample.start.adding(hours: 2))
            _ = try await log.append(Sample.request("c2"))
            let new = try await log.checkpoint(at: Sample.start.adding(hours: 3))
            #expect(old.keyID != new.keyID)
            let keys = try await log.signingKeys()
            #expect(keys.map(\.id) == [old.keyID, new.keyID])
            #expect(keys.map(\.until) == [Sample.start.adding(hours: 2), nil])
            for checkpoint in [old, new] {
                let anchor = Anchor(board: log.board.id, checkpoint: checkpoint)
                #expect(try await log.verify(anchor: anchor).fault == nil)
            }
        }
    }

    @Test(
        "A text is signed with the present key, whose id it may name",
        arguments: Implementation.allCases)
    func signedText(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let first = try await log.sign { "receipt by \($0)" }
            let key = try #require(try await log.signingKeys().last)
            #expect(first.keyID == key.id)
            let text = "receipt by \(key.id)"
            #expect(SigningKey.verifies(first.signature, of: text, publicKey: key.publicKey))
            #expect(
                !SigningKey.verifies(first.signature, of: text + ".", publicKey: key.publicKey))
            try await log.rotateSigningKey(at: Sample.start)
            #expect(try await log.sign { $0 }.keyID != key.id)
        }
    }

    @Test("An anchor that does not fit is named", arguments: Implementation.allCases)
    func anchors(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(Sample.request("c1"))
            let good = try await log.checkpoint(at: Sample.start)
            func fault(
                board: String = Sample.board.id, position: Int64 = 1, hash: Digest? = nil,
                keyID: String? = nil, signature: [UInt8]? = nil
            ) async throws -> VerificationFault? {
                let checkpoint = Checkpoint(
                    position: position, hash: hash ?? good.hash, at: good.at,
                    keyID: keyID ?? good.keyID, signature: signature ?? good.signature)
                return try await log.verify(anchor: Anchor(board: board, checkpoint: checkpoint))
                    .fault
            }
            #expect(try await fault() == nil)
            #expect(try await fault(board: "b") == .anchorOfAnotherBoard(board: "b"))
            #expect(try await fault(position: 4) == .anchorBeyondEnd(position: 4, last: 1))
            #expect(try await fault(hash: Sample.body("x")) == .anchorHash(position: 1))
            #expect(try await fault(keyID: "k") == .anchorKey(position: 1, keyID: "k"))
            var forged = good.signature
            forged[0] ^= 1
            #expect(try await fault(signature: forged) == .anchorSignature(position: 1))
        }
    }
}
