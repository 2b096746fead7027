import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Sealed bids on a board")
struct SealedBoardTests {
    @Test(
        """
        Nobody with the database, every key file and all the code, but only one passphrase, reads a \
        bid
        """
    )
    func onePassphrase() async throws {
        let county = try await TestCounty(onFile: true)
        try await county.call(bids: 2, recovery: true)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        let bid = try #require(try await county.bid(1))
        let name = try #require(bid.keyName(in: county.challenge))
        let wrapped = try await county.board.sealedKeys(bid: name)
        #expect(Set(wrapped.map(\.opener)) == ["case", "sup", SealedBid.recovery])
        let ciphertext = try #require(Hexadecimal.bytes(bid.ciphertext))
        let binding = SealBinding(
            challenge: county.challenge, bidder: bid.bidder,
            commitment: try #require(bid.commitment))

        for (person, other) in [("case", "sup"), ("sup", "case")] {
            let vault = ShareVault(try county.ring.file(of: person).unlock("passphrase " + person))
            let own = try #require(wrapped.first { $0.opener == person }).wrapped
            // What the one passphrase opens, alone, twice, and with every share that lies there.
            let attempts = [[own], [own, own]] + wrapped.map { [own, $0.wrapped] }
            for shares in attempts {
                #expect(throws: SealFault.self) {
                    try vault.open(ciphertext, of: binding, shares: shares)
                }
            }
            // The other files stay shut.
            #expect(throws: KeyFileFault.self) {
                try county.ring.file(of: other).unlock("passphrase " + person)
            }
            #expect(throws: KeyFileFault.self) {
                try ProtectedKeyFile(at: county.ring.recoveryPath).unlock("passphrase " + person)
            }
            // Nor does the desk open before the other has handed over.
            await #expect(throws: BoardFault.sharesMissing(bid: name)) {
                try await county.desk.open(
                    county.challenge, as: person, passphrase: "passphrase " + person)
            }
        }
        // An opener who attends and then opens himself is refused; his own shares went to the other.
        let handed = try await county.desk.handOver(
            county.challenge, as: "case", passphrase: "passphrase case")
        try await county.act("attend-opening", as: "case", fields: handed.json)
        await #expect(throws: BoardFault.sharesMissing(bid: name)) {
            try await county.desk.open(county.challenge, as: "case", passphrase: "passphrase case")
        }
        let refusal = try await county.refusal(
            "open-bids", as: "case", fields: ["revealed": []])
        #expect(refusal?.rule == "C16")
    }

    @Test("Nothing of a bid lies readable in the database until it is opened")
    func nothingReadable() async throws {
        let county = try await TestCounty(onFile: true)
        try await county.call(bids: 1)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        let words = ["工艺路线第1号", "199000000", "组长1", "联系人1"]
        for file in county.folder.files {
            let bytes = county.folder.read(file)
            for word in words {
                #expect(!bytes.contains(Array(word.utf8)), "\(word) in \(file)")
                #expect(!bytes.contains(Array(Hexadecimal.text(Array(word.utf8)).utf8)))
            }
        }
        try await county.open()
        #expect(
            county.folder.files.contains {
                county.folder.read($0).contains(Array("工艺路线第1号".utf8))
            })
    }

    @Test("Two openers read what was sealed, byte for byte")
    func openedByTwo() async throws {
        let county = try await TestCounty(onFile: true)
        try await county.publish()
        let first = try await county.seal(1)
        let second = try await county.seal(2)
        try await county.open()
        let found = try await county.found()
        #expect(found.challenge.state == .qualifying)
        #expect(found.bids.all[0].content == first.copy.content)
        #expect(found.bids.all[1].content == second.copy.content)
        #expect(found.bids.all[0].nonce == Hexadecimal.text(first.copy.nonce))
        // I6: all in one command, at one instant.
        let opened = try await county.events().filter { $0.type == .bidOpened }
        #expect(opened.count == 2)
        #expect(Set(opened.map(\.at)).count == 1)
        let audit = try await county.board.verify(anchor: nil)
        #expect(audit.fault == nil)
    }

    @Test("C16b The recovery key opens alone, once the reviewer has asked for it")
    func recovery() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2, recovery: true)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        let fields = try await county.desk.openWithRecovery(
            county.challenge, keyFile: county.ring.recoveryPath, passphrase: "recovery passphrase")
        let open = fields.json.object?.merging(["reason": "启封人失联"]) { $1 } ?? [:]
        let refusal = try await county.refusal(
            "open-with-recovery", as: "sup2", fields: .object(open))
        #expect(refusal?.rule == "C16b")
        try await county.act(
            "ask-recovery", as: "rev", fields: ["reason": "启封人失联", "clause": "第七条"])
        try await county.act("open-with-recovery", as: "sup2", fields: .object(open))
        let found = try await county.found()
        #expect(found.bids.all.map(\.state) == [.opened, .opened])
        #expect(found.bids.all[1].content?.approach == "工艺路线第2号")
    }

    @Test("After a cancellation no key of any bid is left", arguments: [false, true])
    func cancelled(onFile: Bool) async throws {
        let county = try await TestCounty(onFile: onFile)
        try await county.call(bids: 2)
        var names: [String] = []
        for bid in try await county.found().bids.all {
            let name = try #require(bid.keyName(in: county.challenge))
            #expect(try await county.board.sealedKeys(bid: name).count == 2)
            names.append(name)
        }
        try await county.act(
            "cancel", as: "rev", "sup",
            fields: [
                "cause": "needGone", "backups": "三月备份一份", "reason": "企业转产", "clause": "第十二条",
            ])
        try await county.advance(workdays: 8)
        let found = try await county.found()
        #expect(found.challenge.state == .cancelled)
        #expect(found.bids.all.map(\.state) == [.unopened, .unopened])
        for name in names { #expect(try await county.board.sealedKeys(bid: name).isEmpty) }
    }

    @Test("A bid that is sealed anew or withdrawn leaves no key of the old one")
    func superseded() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        let old = try #require(try await county.bid(1)?.keyName(in: county.challenge))
        try await county.seal(1)
        let new = try #require(try await county.bid(1)?.keyName(in: county.challenge))
        #expect(old != new)
        #expect(try await county.board.sealedKeys(bid: old).isEmpty)
        #expect(try await county.board.sealedKeys(bid: new).count == 2)
        let bid = try #require(try await county.bid(1)).reference.text
        try await county.act("withdraw", on: bid, as: "bid1", "bidsig1")
        #expect(try await county.board.sealedKeys(bid: new).isEmpty)
    }

    @Test("G14 An opener who leaves hands his shares on, and the successor opens in his place")
    func succession() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let first = try await county.seal(1)
        let key = try county.ring.create(
            for: "sup2", passphrase: "passphrase sup2", cost: TestCounty.cost)
        let successor = Opener(person: "sup2", publicKey: key.publicKey.text)
        let fields = try await county.desk.handOn(
            county.challenge, as: "sup", to: successor, passphrase: "passphrase sup")
        let given = fields.json.object?.merging(["reason": "调任", "clause": "第九条"]) { $1 } ?? [:]

        // A second officer beside the officer would leave nobody who watches.
        var unpaired = given
        unpaired["openerSuccessor"] = ["person": "rev", "publicKey": .string(key.publicKey.text)]
        let refusal = try await county.refusal(
            "hand-on-shares", as: "sup", fields: .object(unpaired))
        #expect(refusal?.code.name == "openersNotPaired")
        var empty = given
        empty["handedShares"] = []
        #expect(
            try await county.refusal("hand-on-shares", as: "sup", fields: .object(empty))?.code.name
                == "sharesIncomplete")

        try await county.act("hand-on-shares", as: "sup", fields: .object(given))
        let name = try #require(try await county.bid(1)?.keyName(in: county.challenge))
        let holders = try await county.board.sealedKeys(bid: name).map(\.opener)
        #expect(Set(holders) == ["case", "sup2"])
        // Who bids from now on seals to the successor.
        let second = try await county.seal(2)

        let deadline = try #require(try await county.found().challenge.deadline)
        try await county.advance(to: deadline.adding(hours: 16))
        let handed = try await county.desk.handOver(
            county.challenge, as: "case", passphrase: "passphrase case")
        try await county.act("attend-opening", as: "case", fields: handed.json)
        let revealed = try await county.desk.open(
            county.challenge, as: "sup2", passphrase: "passphrase sup2")
        #expect(
            try await county.refusal("open-bids", as: "sup", fields: revealed.json) != nil)
        try await county.act("open-bids", as: "sup2", fields: revealed.json)
        let found = try await county.found()
        #expect(found.bids.all[0].content == first.copy.content)
        #expect(found.bids.all[1].content == second.copy.content)
    }

    @Test("B3 Sealing says nothing for the bidder: the pledge is what was given, or absent")
    func pledge() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let bid = try await county.start(1)
        for pledged in [true, false, nil] {
            let sealing = try await county.desk.seal(
                TestCounty.content(of: 1), pledged: pledged, for: bid.id, of: county.challenge)
            #expect(sealing.fields[F.bidPledge] == pledged)
        }
    }

    @Test("G14 A seal that waits for its signature is given again when an opener has changed")
    func pendingSeal() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.start(1)
        let sealing = try await county.sealing(1)
        let subject = try #require(try await county.bid(1)).reference.text
        try await county.act("seal", on: subject, as: "bid1", fields: sealing.fields.json)
        let key = try county.ring.create(
            for: "sup2", passphrase: "passphrase sup2", cost: TestCounty.cost)
        let handed = try await county.desk.handOn(
            county.challenge, as: "sup", to: Opener(person: "sup2", publicKey: key.publicKey.text),
            passphrase: "passphrase sup")
        let given = handed.json.object?.merging(["reason": "调任", "clause": "第九条"]) { $1 } ?? [:]
        try await county.act("hand-on-shares", as: "sup", fields: .object(given))
        let refusal = try await county.refusal("seal", on: subject, as: "bidsig1")
        #expect(refusal?.code.name == "sharesNotForOpeners")
    }
}
