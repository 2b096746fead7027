import Synchronization
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Fields that nobody can type")
struct OpeningDeskTests {
    private let asked = Asked()

    /// How often a passphrase was asked for.
    private final class Asked: Sendable {
        private let count = Mutex(0)
        var times: Int { count.withLock { $0 } }
        func note() { count.withLock { $0 += 1 } }
    }

    /// The fields that the desk makes of a command for a person.
    private func made(
        _ command: String, on subject: String = "challenge", as person: PersonID,
        in county: TestCounty, papers: BidPapers? = nil, openers: [PersonID] = [],
        given: Record = Record(), documents: DocumentIntake? = nil
    ) async throws -> Record? {
        let stream = StreamID(.challenge, county.challenge)
        let errand = OpeningDesk.Errand(
            command, to: try #require(ObjectReference(text: subject)), of: county.challenge,
            in: try await county.board.state(of: stream),
            options: try await county.board.options(for: person, in: stream, at: nil),
            papers: papers, openers: openers)
        let store = DocumentStore(besideDatabase: county.folder.path + "/board.sqlite")
        return try await OpeningDesk(
            board: county.board, ring: county.ring, as: person,
            documents: documents ?? DocumentIntake(store)
        ) { [asked] in
            asked.note()
            return "passphrase " + person
        }.fields(for: errand, given: given)
    }

    @Test("A publication names the case's officer and the one supervisor who has a key")
    func openersFound() async throws {
        let county = try await TestCounty()
        try await county.approve()
        let given = Record(["edition": "2026-Q1", "deadlineDay": "2026-04-07"])
        let fields = try #require(
            try await made("publish", as: "rev", in: county, given: given))
        #expect(fields[F.openers].map(\.person) == ["case", "sup"])
        #expect(fields[name: "edition"] == "2026-Q1")
        let named = try await made("publish", as: "rev", in: county, openers: ["sup", "case"])
        #expect(named?[F.openers].map(\.person) == ["sup", "case"])
        // With a second supervisor's key it is no longer clear who is meant.
        _ = try county.ring.create(
            for: "sup2", passphrase: "passphrase sup2", cost: TestCounty.cost)
        await #expect(throws: OpeningFault.openersMissing(known: ["case", "sup", "sup2"])) {
            try await made("publish", as: "rev", in: county)
        }
        await #expect(throws: BoardFault.keyMissing("sup3")) {
            try await made("publish", as: "rev", in: county, openers: ["case", "sup3"])
        }
        try await county.act("publish", as: "rev", fields: fields.json)
        #expect(try await county.state() == .open)
        #expect(asked.times == 0)
    }

    @Test("A bid is sealed from its content, and its attachments are taken in")
    func sealed() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let bid = try await county.start(1).reference.text
        let name = try #require(DocumentName("图纸.pdf"))
        let papers = BidPapers(
            content: TestCounty.content(of: 1), attachments: [.init(name: name, bytes: [1, 2, 3])])
        let store = DocumentStore(besideDatabase: county.folder.path + "/board.sqlite")
        let documents = DocumentIntake(store)
        let given = Record { $0[F.bidPledge] = true }
        let fields = try #require(
            try await made(
                "seal", on: bid, as: "bid1", in: county, papers: papers, given: given,
                documents: documents))
        let attached = try #require(fields[F.attachments].first)
        #expect(!store.contains(attached.digest))
        try documents.keep()
        #expect(store.contains(attached.digest))
        try await county.act("seal", on: bid, as: "bid1", "bidsig1", fields: fields.json)
        #expect(try await county.bid(1)?.state == .sealed)
        // Who signs what stands there hands in nothing; who begins anew has to.
        await #expect(throws: OpeningFault.contentMissing) {
            try await made("seal", on: bid, as: "bid1", in: county)
        }
    }

    @Test("A content that another one leads is not sealed")
    func strangeLead() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let bid = try await county.start(1).reference.text
        let papers = BidPapers(content: TestCounty.content(of: 2))
        await #expect {
            try await made(
                "seal", on: bid, as: "bid1", in: county, papers: papers,
                given: Record { $0[F.bidPledge] = true })
        } throws: { ($0 as? Refusal)?.code.name == "leadIsNotBidder" }
    }

    @Test("The openers' fields come from their keys and passphrases")
    func opened() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        // Before the deadline nobody is asked for a passphrase in vain.
        for command in ["attend-opening", "open-bids"] {
            let fields = try? await made(command, as: "case", in: county)
            #expect(fields == nil)
        }
        #expect(asked.times == 0)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        let handed = try #require(try await made("attend-opening", as: "case", in: county))
        try await county.act("attend-opening", as: "case", fields: handed.json)
        for (opener, waits) in [("case", false), ("sup", true)] {
            let acts = try await county.board.inbox(of: opener).map(\.act)
            #expect(acts.contains("Opening") == waits, "whoever has attended waits: \(opener)")
        }
        let revealed = try #require(try await made("open-bids", as: "sup", in: county))
        try await county.act("open-bids", as: "sup", fields: revealed.json)
        #expect(try await county.bid(1)?.state == .opened)
        #expect(asked.times == 2)
    }

    @Test("What a command has no use for is refused; other commands have no fields made")
    func unused() async throws {
        let county = try await TestCounty()
        try await county.approve()
        let papers = BidPapers(content: TestCounty.content(of: 1))
        await #expect(throws: OpeningFault.contentUnused(command: "publish")) {
            try await made("publish", as: "rev", in: county, papers: papers)
        }
        await #expect(throws: OpeningFault.openersUnused(command: "submit")) {
            try await made("submit", as: "ent", in: county, openers: ["case"])
        }
        #expect(try await made("submit", as: "ent", in: county) == nil)
        // A seal of another machine is no bid's.
        #expect(DeskCommand("seal", of: .sheet) == nil)
        await #expect(throws: OpeningFault.successorMissing) {
            try await county.list()
            _ = try await made("hand-on-shares", as: "case", in: county)
        }
    }
}
