import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("How persons are reached")
struct ContactTests {
    private static let phone = "13805750001"

    private static func contact(of county: TestCounty, as person: PersonID) async throws -> JSON? {
        let file = try await county.board.caseFile(county.challenge, as: person)
        let code = Cast.bidders[0].code
        return file["bids"]?.array?.first { $0["bidder"]?.string == code }?["contact"]
    }

    private static func erasure(
        _ county: TestCounty, as person: PersonID, on object: String
    ) async throws -> Refusal? {
        try await county.refusal(
            "erase-contact", on: object, as: person,
            fields: ["reason": "本人申请", "clause": "个人信息保护法第四十七条"])
    }

    private static func holds(_ text: String, _ county: TestCounty) -> [String] {
        county.folder.files.filter { file in
            let bytes = county.folder.read(file)
            return [Array(text.utf8), Array(Hexadecimal.text(Array(text.utf8)).utf8)].contains {
                bytes.contains($0)
            }
        }
    }

    @Test("An opened bid's is encrypted in the log and read by those who see the bid")
    func opened() async throws {
        let county = try await TestCounty(onFile: true)
        try await county.call(bids: 2)
        try await county.open()
        let reach: JSON = ["email": "lianxi1@b.cn", "phone": .string(Self.phone)]
        #expect(try await Self.contact(of: county, as: "case") == reach)
        #expect(try await Self.contact(of: county, as: "bid1") == reach)
        #expect(try await Self.contact(of: county, as: "bid2") == nil)
        #expect(Self.holds(Self.phone, county) == [])
        let bid = try #require(try await county.bid(1))
        #expect(bid.content?.contact.name == "联系人1")
        let entries = try await county.board.timeline(
            StreamID(.challenge, county.challenge), as: "case")
        let told = entries.first { $0.type == "BidOpened" && $0.object == bid.reference.text }
        #expect(told?.fields["contact"] == reach)
    }

    @Test("Erased, it can be read by nobody, and the commitment and the chain still verify")
    func erased() async throws {
        let county = try await TestCounty(onFile: true)
        try await county.call(bids: 2)
        try await county.open()
        let bid = try #require(try await county.bid(1))
        let subject = "\(county.challenge)/\(bid.reference.text)"
        let key = try #require(try await county.log.personKeys(of: [subject])[subject])
        let shares = try #require(bid.keyName(in: county.challenge))
        #expect(try await county.log.sealedKeys(bid: shares).isEmpty == false)
        for person in ["case", "sup", "bid1"] {
            #expect(
                try await Self.erasure(county, as: person, on: bid.reference.text)?.code
                    == .notYourPart)
        }
        #expect(try await Self.erasure(county, as: "adm1", on: bid.reference.text) == nil)
        #expect(
            try await Self.erasure(county, as: "adm1", on: bid.reference.text)?.code
                == .contactErased)
        #expect(try await Self.contact(of: county, as: "case") == ["erased": true])
        let other = try #require(try await county.bid(2))
        #expect(
            try await county.log.personKeys(of: ["\(county.challenge)/\(other.reference.text)"])
                .count == 1)
        // Neither the key nor the shares, which open the sealed bid that holds it too.
        #expect(try await county.log.personKeys(of: [subject]).isEmpty)
        #expect(try await county.log.sealedKeys(bid: shares).isEmpty)
        #expect(county.folder.files.allSatisfy { !county.folder.read($0).contains(key) })
        let then = try #require(try await county.bid(1))
        #expect(
            Commitment.check(
                try #require(then.commitment), challenge: county.challenge, bidder: then.bidder,
                nonce: try #require(then.nonce.flatMap(Hexadecimal.bytes)),
                content: try #require(then.content).canonical, digest: Sodium.digest))
        #expect(try await county.board.verify(anchor: nil).fault == nil)
        let grown = try await county.board.projectionDump()
        try await county.board.rebuild { _, _ in }
        #expect(try await county.board.projectionDump() == grown)
    }

    @Test("A draft's is encrypted before it is recorded, and is no part of what a repetition is")
    func draft() async throws {
        let county = try await TestCounty(onFile: true)
        func create(_ contact: String, id: String) async throws -> CommandOutcome {
            let terms = Cast.terms.merging(["contact": .string(contact)]) { $1 }
            return try await county.board.perform(
                CommandRequest(
                    try county.command("create", as: "ent", fields: .object(terms)), id: id))
        }
        #expect(try await create("王经理 " + Self.phone, id: "c1").repeated == false)
        #expect(try await create("李经理 13805759999", id: "c1").repeated)
        func shown(_ person: PersonID) async throws -> JSON? {
            try await county.board.caseFile(county.challenge, as: person)["contact"]
        }
        #expect(try await shown("case") == .string("王经理 " + Self.phone))
        #expect(try await shown("ent") == .string("王经理 " + Self.phone))
        #expect(Self.holds(Self.phone, county) == [])
        #expect(try await Self.erasure(county, as: "adm2", on: "challenge") == nil)
        #expect(try await shown("ent") == ["erased": true])
    }

    @Test("One that is too long is refused without being told again or kept")
    func tooLong() async throws {
        let county = try await TestCounty(onFile: true)
        let long = String(repeating: "长", count: 200) + Self.phone
        let refusal = try await county.refusal(
            "create", as: "ent",
            fields: .object(Cast.terms.merging(["contact": .string(long)]) { $1 }))
        #expect(refusal?.code == .fieldShape)
        #expect(Self.holds(Self.phone, county) == [])
    }

    @Test("A liaison reads the draft's nowhere, and who reads it in the events is on record")
    func liaison() async throws {
        let county = try await TestCounty()
        let reach = "王经理 " + Self.phone
        try await county.publish(["contact": .string(reach)], liaison: "lia")
        let stream = StreamID(.challenge, county.challenge)
        func told(_ person: PersonID) async throws -> [JSON?] {
            let ofStream = try await county.board.timeline(stream, as: person)
            let ofLog = try await county.board.logEntries(after: 0, limit: 1000, as: person)
            return (ofStream + ofLog.compactMap(\.entry)).filter { $0.type == "ChallengeDrafted" }
                .map { $0.fields["contact"] }
        }
        #expect(try await county.board.caseFile(county.challenge, as: "lia")["contact"] == nil)
        #expect(try await told("lia") == [["withheld": true], ["withheld": true]])
        #expect(try await county.board.reads(as: "aud").isEmpty)
        #expect(try await told("ent") == [.string(reach), .string(reach)])
        #expect(try await county.board.reads(as: "aud").isEmpty)
        #expect(try await told("case") == [.string(reach), .string(reach)])
        func reads() async throws -> [ObjectRead] {
            try await county.board.reads(object: ObjectReference(.challenge), as: "aud")
        }
        #expect(try await reads().map(\.question) == ["timeline", "log"])
        #expect(try await reads().allSatisfy { $0.person == "case" })
        #expect(try await Self.erasure(county, as: "adm1", on: "challenge") == nil)
        #expect(try await told("case") == [["erased": true], ["erased": true]])
        #expect(try await reads().count == 2)
    }

    @Test("Another contact than the content names by digest is refused, and none as well")
    func changed() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        let deadline = try #require(try await county.found().challenge.deadline)
        try await county.advance(to: deadline.adding(hours: 16))
        let handed = try await county.desk.handOver(
            county.challenge, as: "case", passphrase: "passphrase case")
        try await county.act("attend-opening", as: "case", fields: handed.json)
        let revealed = try await county.desk.open(
            county.challenge, as: "sup", passphrase: "passphrase sup")
        for contact in [["of": "", "plain": ["email": "a@b.cn", "phone": "1"]], nil] as [JSON?] {
            var seen = try #require(revealed.json["revealed"]?.array?.map { $0.object ?? [:] })
            #expect(seen[1]["contact"] != nil)
            seen[1]["contact"] = contact
            let refusal = try await county.refusal(
                "open-bids", as: "sup", fields: ["revealed": .array(seen.map(JSON.object))])
            #expect(refusal?.code == .contactDiffers && refusal?.rule == "I7")
        }
        #expect(try await county.refusal("open-bids", as: "sup", fields: revealed.json) == nil)
    }

    @Test("What a sender calls encrypted, under whosever name, is refused")
    func foreign() async throws {
        let county = try await TestCounty()
        let foreign: JSON = ["of": "XC-2026-0009/challenge", "sealed": "00ff"]
        let refusal = try await county.refusal(
            "create", as: "ent", fields: .object(Cast.terms.merging(["contact": foreign]) { $1 }))
        #expect(refusal?.code == .fieldShape && refusal?.details["field"] == "contact")
    }

    @Test("An event that names somebody else's key gives it to nobody")
    func foreignEvent() async throws {
        let county = try await TestCounty()
        try await county.publish(["contact": "王经理"])
        let stream = StreamID(.challenge, county.challenge)
        let drafted = try #require(
            try await county.board.timeline(stream, as: "case").first {
                $0.type == "ChallengeDrafted"
            })
        let event = try #require(try await county.events().first { $0.type == .challengeDrafted })
        #expect(drafted.fields["contact"] == "王经理")
        let found = try await county.found()
        let viewer = await county.board.viewer("case", of: found, at: county.clock.now)
        // The same event in another case: its text bears the first one's name.
        let elsewhere = ContactSight(
            stream: StreamID(.challenge, "XC-2026-0002"), found: found, viewer: viewer)
        let told = try await county.board.told(event, by: elsewhere)
        #expect(told.fields["contact"] == ["erased": true] && !told.isRestricted)
    }

    @Test("Another key, another subject or a turned bit opens nothing")
    func tampered() throws {
        let random = RandomSource.seeded(SodiumDigest.function(.string("contacts")))
        let (text, key) = PersonCipher.seal("王经理", of: "XC-2026-0001/bid/1", random: random)
        guard case .sealed(let sealed) = text.text else { return #expect(text.isSealed) }
        let subject = text.subject
        #expect(PersonCipher.open(sealed, of: subject, key: key.key) == "王经理")
        #expect(PersonCipher.open(sealed, of: "XC-2026-0001/bid/2", key: key.key) == nil)
        #expect(PersonCipher.open(sealed, of: subject, key: key.key.turned(at: 3)) == nil)
        let bytes = try #require(Hexadecimal.bytes(sealed))
        let turned = Hexadecimal.text(bytes.turned(at: bytes.count / 2))
        #expect(PersonCipher.open(turned, of: subject, key: key.key) == nil)
        // The length tells nothing of what is in it.
        let other = PersonCipher.seal("a", of: subject, random: random).text
        #expect(other.json["sealed"]?.string?.count == sealed.count)
    }
}
