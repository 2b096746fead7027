import BoardDomain
import Testing

@testable import BoardService

@Suite("Sealing and opening")
struct SealingTests {
    @Test("two openers in two acts read what the bidder sealed")
    func twoActs() throws {
        let sample = try SealedSample()
        let opened = try sample.open()
        #expect(opened.content == sample.copy.content)
        #expect(opened.nonce == sample.copy.nonce)
        #expect(opened.content.attachments.map(\.mediaType) == ["application/pdf", "text/csv"])
        #expect(sample.sealed.commitment == sample.binding.commitment)
    }

    @Test("how to reach whom the bid names is opened with it, and committed to by its digest alone")
    func reach() throws {
        let sample = try SealedSample()
        let opened = try sample.open()
        #expect(opened.reach?.phone == "13800000000" && opened.reach == sample.copy.reach)
        guard case .committed(let digest) = opened.content.contact.reach else {
            return #expect(Bool(false), "written in clear")
        }
        #expect(opened.reach?.digest(Sodium.digest) == digest)
        #expect(!String(decoding: opened.content.canonical, as: UTF8.self).contains("13800000000"))
    }

    @Test("the recovery key reads alone")
    func recovery() throws {
        let sample = try SealedSample()
        let opened = try ShareVault(sample.recovery).open(
            sample.sealed.ciphertext, of: sample.binding, shares: [sample.share("recovery")])
        #expect(opened.content == sample.copy.content)
    }

    @Test("a board without a recovery key stores no third copy")
    func noRecovery() throws {
        let openers = [
            KeyHolder(id: "a", key: SealingKeyPair().publicKey),
            KeyHolder(id: "b", key: SealingKeyPair().publicKey),
        ]
        let (sealed, _) = try BidSealer().seal(
            content: SealedSample.content, attachments: [], challenge: "XC-2026-0001",
            bidder: "x", openers: openers, recovery: nil)
        #expect(Set(sealed.wrapped.keys) == ["a", "b"])
    }

    @Test("one share, even given twice, is too few")
    func oneShare() throws {
        let sample = try SealedSample()
        for (keys, holder) in [(sample.first, "zhou"), (sample.second, "wu")] {
            let share = sample.share(holder)
            for shares in [[], [share], [share, share]] {
                #expect(throws: SealFault.missingShare) {
                    try ShareVault(keys).open(
                        sample.sealed.ciphertext, of: sample.binding, shares: shares)
                }
            }
        }
    }

    @Test("a share of another holder is unreadable")
    func othersShare() throws {
        let sample = try SealedSample()
        #expect(throws: SealFault.unreadableShare) {
            try ShareVault(sample.first).rewrap(
                sample.share("wu"), of: sample.binding, to: sample.first.publicKey)
        }
    }

    @Test("a successor opens with the share that was re-wrapped to him")
    func successor() throws {
        let sample = try SealedSample()
        let successor = SealingKeyPair()
        let handedOver = try ShareVault(sample.first).rewrap(
            sample.share("zhou"), of: sample.binding, to: successor.publicKey)
        #expect(throws: SealFault.missingShare) {
            try ShareVault(successor).open(
                sample.sealed.ciphertext, of: sample.binding, shares: [handedOver])
        }
        let forSuccessor = try ShareVault(sample.second).rewrap(
            sample.share("wu"), of: sample.binding, to: successor.publicKey)
        let opened = try ShareVault(successor).open(
            sample.sealed.ciphertext, of: sample.binding, shares: [handedOver, forSuccessor])
        #expect(opened.content == sample.copy.content)
    }

    @Test("any turned bit of the ciphertext is found")
    func tamperedCiphertext() throws {
        let sample = try SealedSample()
        let ciphertext = sample.sealed.ciphertext
        for index in stride(from: 0, to: ciphertext.count, by: 97) {
            #expect(throws: SealFault.corrupt) {
                try ShareVault(sample.recovery).open(
                    ciphertext.turned(at: index), of: sample.binding,
                    shares: [sample.share("recovery")])
            }
        }
        for count in [0, 23, 39, ciphertext.count - 1] {
            #expect(throws: SealFault.corrupt) {
                try ShareVault(sample.recovery).open(
                    Array(ciphertext.prefix(count)), of: sample.binding,
                    shares: [sample.share("recovery")])
            }
        }
    }

    @Test("any turned bit of a wrapped share is found")
    func tamperedShare() throws {
        let sample = try SealedSample()
        let share = sample.share("recovery")
        for index in share.indices {
            #expect(throws: SealFault.unreadableShare) {
                try ShareVault(sample.recovery).open(
                    sample.sealed.ciphertext, of: sample.binding, shares: [share.turned(at: index)])
            }
        }
        #expect(throws: SealFault.unreadableShare) {
            try ShareVault(sample.recovery).open(
                sample.sealed.ciphertext, of: sample.binding, shares: [[]])
        }
    }

    @Test("a bid under the name, the challenge or the commitment of another does not open")
    func swapped() throws {
        let sample = try SealedSample()
        let other = try SealedSample(bidder: "12330000470002000X")
        let vault = ShareVault(sample.recovery)
        let others = [
            other.binding,
            SealBinding(
                challenge: "XC-2026-0008", bidder: SealedSample.bidder,
                commitment: sample.sealed.commitment),
            SealBinding(
                challenge: SealedSample.challenge, bidder: SealedSample.bidder,
                commitment: other.sealed.commitment),
        ]
        for binding in others {
            #expect(throws: SealFault.foreignShare) {
                try vault.open(
                    sample.sealed.ciphertext, of: binding, shares: [sample.share("recovery")])
            }
            #expect(throws: SealFault.foreignShare) {
                try vault.rewrap(
                    sample.share("recovery"), of: binding, to: sample.first.publicKey)
            }
        }
        #expect(throws: SealFault.corrupt) {
            try vault.open(
                other.sealed.ciphertext, of: sample.binding, shares: [sample.share("recovery")])
        }
    }

    @Test("the two openers differ in name and key, from each other and from the recovery key")
    func openers() {
        let (a, b) = (SealingKeyPair().publicKey, SealingKeyPair().publicKey)
        let wrong: [([KeyHolder], SealingPublicKey?)] = [
            ([], nil), ([KeyHolder(id: "a", key: a)], nil),
            ([KeyHolder(id: "a", key: a), KeyHolder(id: "a", key: b)], nil),
            ([KeyHolder(id: "a", key: a), KeyHolder(id: "b", key: a)], nil),
            ([KeyHolder(id: "a", key: a), KeyHolder(id: "b", key: b)], b),
            ([KeyHolder(id: "a", key: a), KeyHolder(id: "recovery", key: b)], nil),
        ]
        for (openers, recovery) in wrong {
            #expect(throws: SealFault.openersNotTwo) {
                try BidSealer().seal(
                    content: SealedSample.content, attachments: [], challenge: "c", bidder: "b",
                    openers: openers, recovery: recovery)
            }
        }
    }

    @Test("a key that nobody can have the secret of is refused by its holder's name")
    func unusableKey() throws {
        let zero = try #require(SealingPublicKey(bytes: Array(repeating: 0, count: 32)))
        let openers = [
            KeyHolder(id: "a", key: SealingKeyPair().publicKey), KeyHolder(id: "b", key: zero),
        ]
        #expect(throws: SealFault.unusableKey("b")) {
            try BidSealer().seal(
                content: SealedSample.content, attachments: [], challenge: "c", bidder: "b",
                openers: openers, recovery: nil)
        }
    }

    @Test("a content that no opening could accept is not sealed")
    func badContent() {
        var content = SealedSample.content
        content.milestonesProposed[0].basisPoints = 2_999
        let openers = ["a", "b"].map { KeyHolder(id: $0, key: SealingKeyPair().publicKey) }
        let total = SealFault.content(.sharesNotWhole("milestonesProposed", total: 9_999))
        #expect(throws: total) {
            try BidSealer().seal(
                content: content, attachments: [], challenge: "c", bidder: "b",
                openers: openers, recovery: nil)
        }
        content = SealedSample.content
        content.approach = String(repeating: "x", count: BidSealer.contentLimit)
        #expect(throws: SealFault.contentTooLarge(limit: BidSealer.contentLimit)) {
            try BidSealer().seal(
                content: content, attachments: [], challenge: "c", bidder: "b",
                openers: openers, recovery: nil)
        }
    }

    @Test("the ciphertext's length does not tell the amount's")
    func padded() throws {
        var lengths: Set<Int> = []
        let openers = ["a", "b"].map { KeyHolder(id: $0, key: SealingKeyPair().publicKey) }
        for amount: Int64 in [1, 1_000_000, 99_999_999_999] {
            var content = SealedSample.content
            content.amountFen = amount
            content.countyShareFen = 0
            let (sealed, _) = try BidSealer().seal(
                content: content, attachments: [], challenge: "c", bidder: "b",
                openers: openers, recovery: nil)
            lengths.insert(sealed.ciphertext.count)
        }
        #expect(lengths.count == 1)
    }

    @Test("the same seed gives the same bytes, another seed and the system give others")
    func deterministic() throws {
        let digest = try #require(Digest(bytes: Array(repeating: 7, count: 32)))
        let other = try #require(Digest(bytes: Array(repeating: 8, count: 32)))
        func seal(_ random: RandomSource) throws -> SealedBid {
            let openers = ["a", "b"].map {
                KeyHolder(id: $0, key: SealingKeyPair(random: random).publicKey)
            }
            let document = BidSealer.Document(
                name: SealedSample.name("a.csv"), bytes: SealedSample.table)
            return try BidSealer(random: random).seal(
                content: SealedSample.content, attachments: [document], challenge: "c",
                bidder: "b", openers: openers, recovery: nil
            ).sealed
        }
        let once = try seal(.seeded(digest))
        #expect(try seal(.seeded(digest)) == once)
        #expect(try seal(.seeded(other)).commitment != once.commitment)
        #expect(try seal(.system).commitment != seal(.system).commitment)
        #expect(RandomSource.seeded(digest).bytes(32) != RandomSource.seeded(digest).bytes(31))
    }

    @Test("the text for the payload is read back to the same ciphertext")
    func ciphertextText() throws {
        let sealed = try SealedSample().sealed
        #expect(SealedBid.ciphertext(text: sealed.ciphertextText) == sealed.ciphertext)
        #expect(SealedBid.ciphertext(text: "not base64!") == nil)
        #expect(SealedBid.ciphertext(text: "AAEC") == [0, 1, 2])
        #expect(SealedBid.ciphertext(text: "AAE=") == [0, 1])
    }

    @Test("documents come out as they went in, each only in its own place")
    func attachments() throws {
        let sample = try SealedSample()
        let opened = try sample.open()
        let ciphers = try opened.content.attachments.map {
            try #require(sample.sealed.attachments[$0.cipherDigest])
        }
        #expect(try opened.attachment(0, ciphertext: ciphers[0]) == SealedSample.report)
        #expect(try opened.attachment(1, ciphertext: ciphers[1]) == SealedSample.table)
        #expect(throws: SealFault.corruptAttachment(1)) {
            try opened.attachment(0, ciphertext: ciphers[1])
        }
        #expect(throws: SealFault.corruptAttachment(2)) {
            try opened.attachment(1, ciphertext: ciphers[1].turned(at: 30))
        }
        for cipher in ciphers {
            #expect(cipher.count > 40)
            #expect(!cipher.contains(Array("试验报告".utf8)))
        }
    }
}
