import BoardEventLog
import BoardResources
import Glibc
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Reads of restricted objects are on record (I27)")
struct ReadsTests {
    private static func opened(onFile: Bool = false) async throws -> TestCounty {
        let county = try await TestCounty(onFile: onFile)
        try await county.call(bids: 2)
        try await county.open()
        return county
    }

    @Test(
        "Whoever is shown an opened bid is, with the capacity and the question; its bidder is not")
    func bids() async throws {
        let county = try await Self.opened()
        let bids = try await county.found().bids.all.map(\.reference.text).sorted()
        let stream = StreamID(.challenge, county.challenge)
        for person in ["case", "bid1", "exp1", nil] {
            _ = try await county.board.caseFile(county.challenge, as: person)
            _ = try await county.board.timeline(stream, as: person)
        }
        _ = try await county.board.logEntries(after: 0, limit: 1000, as: "rev")
        _ = try await county.board.printed(
            .caseFile, of: county.challenge, as: "sup2", in: Texts(.en))
        let reads = try await county.board.reads(as: "aud")
        let told = reads.filter { $0.objects.contains(bids[0]) }
        #expect(told.map(\.person) == ["case", "case", "rev", "sup2"])
        #expect(told.map(\.question) == ["show", "timeline", "log", "print"])
        #expect(told[0].objects == bids)
        #expect(told[0].capacities == ["caseOfficer"])
        #expect(told.allSatisfy { $0.stream == stream.text && $0.asOf == nil })
        #expect(Set(reads.map(\.person)) == ["case", "rev", "sup2"])
    }

    @Test("Auditors see the record whole, others what they were shown and who was shown theirs")
    func whoSees() async throws {
        let county = try await Self.opened()
        for person in ["case", "rev"] {
            _ = try await county.board.caseFile(county.challenge, as: person)
        }
        let own = try #require(try await county.bid(1)).reference.text
        func seen(_ person: PersonID?) async throws -> [ObjectRead] {
            try await county.board.reads(as: person)
        }
        #expect(try await seen("aud").count == 2)
        #expect(try await seen("sup").count == 2)
        #expect(try await seen("bid1").map(\.objects) == [[own], [own]])
        #expect(try await seen("case").map(\.person) == ["case"])
        #expect(try await seen("bid3").isEmpty)
        #expect(try await seen(nil).isEmpty)
        let ofOne = try await county.board.reads(
            of: StreamID(.challenge, county.challenge), object: ObjectReference(text: own),
            by: "rev", as: "aud")
        #expect(ofOne.map(\.objects) == [[own]])
    }

    @Test("What is restricted before any bid: terms of that class, and contacts")
    func terms() async throws {
        let county = try await TestCounty()
        try await county.publish(["confidentiality": "bidders", "contact": "王经理 138"])
        for person in ["ent", "case", "bid1", nil] {
            _ = try await county.board.caseFile(county.challenge, as: person)
        }
        let reads = try await county.board.reads(as: "aud")
        #expect(reads.map(\.person) == ["case", "bid1"])
        #expect(reads.allSatisfy { $0.objects == ["challenge"] })
        #expect(try await county.board.reads(as: "ent").count == 2)
    }

    @Test("The past counts, at the position it was asked at and when it was asked")
    func past() async throws {
        let county = try await Self.opened(onFile: true)
        let path = county.folder.path + "/board.sqlite"
        let end = try await county.board.head().position
        let asked = county.clock.now.adding(hours: 5)
        var settings = try TestCounty.settings(county.clock)
        settings.clock = { asked }
        let then = try await LocalBoard.openPast(
            path: path, asOf: .position(end), settings: settings, progress: { _, _ in })
        _ = try await then.caseFile(county.challenge, as: "case")
        try await then.close()
        let read = try #require(try await county.board.reads(as: "aud").last)
        #expect(read.asOf == end && read.at == asked)
        #expect(try await county.board.verifyReads()?.events == 1)
        let copy = county.folder.path + "/copy"
        _ = try await LocalBoard.backUp(path: path, to: copy, settings: settings)
        #expect(county.folder.files.contains("copy.reads"))
    }

    @Test("What cannot be recorded is not shown")
    func unrecorded() async throws {
        let county = try await Self.opened(onFile: true)
        let place = county.folder.path + "/board.sqlite.reads"
        mkdir(place, 0o700)
        await #expect(throws: EventLogError.self) {
            try await county.board.caseFile(county.challenge, as: "case")
        }
        await #expect(throws: EventLogError.self) {
            try await county.board.timeline(StreamID(.challenge, county.challenge), as: "case")
        }
        // Nothing restricted is in what the public sees.
        _ = try await county.board.caseFile(county.challenge, as: nil)
        rmdir(place)
        _ = try await county.board.caseFile(county.challenge, as: "case")
        #expect(try await county.board.reads(as: "aud").count == 1)
    }
}
