import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("What stands when a board is opened")
struct StandingTests {
    @Test("Snapshots of pools are what replay makes of them", arguments: [false, true])
    func pools(onFile: Bool) async throws {
        let county = try await TestCounty(onFile: onFile)
        try await county.proceedToAward()
        try await county.contract()
        try await county.meet("1.1")
        // One signature of two: the docket holds a step.
        try await county.act(
            "cut", on: "pool", of: "pool/JBGS-2026", as: "fin",
            fields: ["amount": 100, "reason": "压减", "clause": "第三条"])
        let standing = try await Standing.load(from: county.log)
        #expect(standing.pools.count == 1)
        for (id, stream) in standing.pools {
            let replayed = try await Replay.stream(id, from: county.log, fromStart: true)
            let file = try #require(stream.aggregate as? PoolFile)
            let other = try #require(replayed.aggregate as? PoolFile)
            #expect(file.docket == other.docket)
            #expect(!file.docket.steps.isEmpty)
            #expect(file.pools == other.pools)
            #expect(file.pool?.committed.isEmpty == false)
            #expect(stream.version == replayed.version)
            #expect(stream.lastAt == replayed.lastAt)
        }
    }

    @Test("A board that was open all the time stands where one that is opened now does")
    func refreshed() async throws {
        let county = try await TestCounty()
        var old = try await Standing.load(from: county.log)
        let challenge = StreamID(.challenge, county.challenge)
        try await county.approve()
        old.remember(try await Replay.stream(challenge, from: county.log), as: challenge)
        try await county.list()
        try await county.invite("newcomer")
        try await old.refresh(from: county.log)
        let new = try await Standing.load(from: county.log)
        #expect(old.position == new.position)
        #expect(old.directory.persons == new.directory.persons)
        let pool = StreamID(.pool, "JBGS-2026")
        let files = [old, new].compactMap { $0[pool]?.aggregate as? PoolFile }
        #expect(files.count == 2)
        #expect(files[0].pools == files[1].pools)
        #expect(files[0].docket == files[1].docket)
        let kept = try #require(old[challenge]?.aggregate as? Case)
        #expect(kept == (try await county.found()))
    }

    @Test(
        "A case is what replay makes of it, whenever its snapshot was taken",
        arguments: [false, true])
    func cases(onFile: Bool) async throws {
        let county = try await TestCounty(onFile: onFile)
        try await county.proceedToAward()
        try await county.contract()
        try await county.meet("1.1")
        let id = StreamID(.challenge, county.challenge)
        let snapshot = try #require(try await county.log.snapshot(of: id.text))
        let stream = try await Replay.stream(id, from: county.log)
        let replayed = try await Replay.stream(id, from: county.log, fromStart: true)
        #expect(snapshot.version <= stream.version && stream.version - snapshot.version < 64)
        #expect(stream.version == replayed.version && stream.lastAt == replayed.lastAt)
        #expect(stream.aggregate as? Case == replayed.aggregate as? Case)
        #expect(try stream.snapshot == replayed.snapshot)
    }

    @Test("The directory is what replay makes of it")
    func directory() async throws {
        let county = try await TestCounty()
        try await county.invite("newcomer")
        let standing = try await Standing.load(from: county.log)
        #expect(standing.streams.count > 10)
        for (id, stream) in standing.streams {
            let replayed = try await Replay.stream(id, from: county.log, fromStart: true)
            #expect(stream.version == replayed.version)
            #expect(try stream.snapshot == replayed.snapshot)
        }
    }

    @Test("A torn snapshot stops the board instead of guessing")
    func torn() async throws {
        let county = try await TestCounty()
        try await county.approve()
        for prefix in ["person/", "organisation/", "pool/"] {
            let whole = try #require(try await county.log.snapshots(prefix: prefix)?.first)
            #expect(throws: Never.self) { try Replay.stream(of: whole) }
            // No cut of it is read as a whole, and nothing after it is passed over.
            for bytes in whole.bytes.indices.map({ Array(whole.bytes[..<$0]) })
                + [whole.bytes + [0], []]
            {
                #expect(throws: EventLogError.corruptTable(name: "projected_snapshots")) {
                    try Replay.stream(
                        of: StreamSnapshot(stream: whole.stream, version: 1, bytes: bytes))
                }
            }
        }
    }
}
