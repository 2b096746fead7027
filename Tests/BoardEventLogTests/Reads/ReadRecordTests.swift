import BoardDomain
import Testing

@testable import BoardEventLog

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("The record of reads")
struct ReadRecordTests {
    private static func read(_ objects: [String], of stream: String = Sample.stream) -> ObjectRead {
        ObjectRead(
            at: Sample.start, person: "p-zhou", capacities: ["caseOfficer"], stream: stream,
            objects: objects, question: "show", asOf: nil)
    }

    @Test("What is recorded comes back as it was, and is verified like a log")
    func recorded() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        #expect(try await record.verify(anchor: nil) == nil)
        #expect(try await record.reads().isEmpty)
        #expect(folder.size(of: ".reads") == 0)
        let past = ObjectRead(
            at: Sample.start, person: nil, capacities: [], stream: "person/p", objects: ["person"],
            question: "timeline", asOf: 7)
        try await record.append([Self.read(["bid/2", "challenge"]), past], id: "r1")
        try await record.append([Self.read(["bid/1"])], id: "r2")
        var expected = [Self.read(["bid/2", "challenge"]), past, Self.read(["bid/1"])]
        for index in expected.indices { expected[index].position = Int64(index + 1) }
        #expect(try await record.reads() == expected)
        #expect(try await record.reads(of: "person/p") == [expected[1]])
        #expect(try await record.verify(anchor: nil)?.events == 3)
        try await record.close()
        #expect(TemporaryFolder.mode(of: folder.database + ".reads") == 0o600)
        #expect(folder.size(of: ".reads.part") == 0)
        try folder.shell(
            """
            DROP TRIGGER events_are_never_changed;
            UPDATE events SET actor = 'x' WHERE position = 2
            """, path: folder.database + ".reads")
        let again = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        #expect(try await again.verify(anchor: nil)?.fault == .hash(position: 2))
        try await again.close()
    }

    @Test("A record that another version of the program began is gone on with")
    func otherVersion() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        try await record.append([Self.read(["bid/1"])], id: "r1")
        try await record.close()
        try folder.shell(
            """
            DROP TABLE projected_words; CREATE TABLE projected_gone (a);
            UPDATE projections SET version = 1
            """, path: folder.database + ".reads")
        let next = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        try await next.append([Self.read(["bid/2"])], id: "r2")
        #expect(try await next.reads().flatMap(\.objects) == ["bid/1", "bid/2"])
        #expect(try await next.verify(anchor: nil) != nil)
        #expect(
            try await next.verify(anchor: try await next.checkpoint(at: Sample.start))?.fault == nil
        )
        try await ReadRecord.backUp(database: folder.database, to: folder.path + "/copy")
        #expect(folder.files().contains("copy.reads"))
        try await next.close()
    }

    @Test("Several at once make the file once and lose nothing, while the board has its writer")
    func concurrent() async throws {
        let folder = try TemporaryFolder()
        let board = try folder.newBoard(term: .life)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for reader in 0..<4 {
                group.addTask {
                    let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
                    for number in 0..<5 {
                        try await record.append([Self.read(["bid/1"])], id: "\(reader)-\(number)")
                    }
                    try await record.close()
                }
            }
            try await group.waitForAll()
        }
        let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        #expect(try await record.reads().map(\.position) == Array(1...20))
        #expect(try await record.verify(anchor: nil)?.fault == nil)
        try await record.close()
        try await board.close()
    }

    @Test("Where it cannot be kept, recording fails")
    func failing() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        mkdir(folder.database + ".reads", 0o700)
        let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        await #expect(throws: EventLogError.self) {
            try await record.append([Self.read(["bid/1"])], id: "r1")
        }
        rmdir(folder.database + ".reads")
    }

    @Test("A signed head kept outside finds a tail that was cut, and the whole record gone")
    func anchored() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        #expect(try await record.checkpoint(at: Sample.start) == nil)
        for number in 1...3 { try await record.append([Self.read(["bid/1"])], id: "r\(number)") }
        let anchor = try #require(try await record.checkpoint(at: Sample.start))
        #expect(try await record.verify(anchor: anchor)?.fault == nil)
        try await record.append([Self.read(["bid/2"])], id: "r4")
        #expect(try await record.verify(anchor: anchor)?.fault == nil)
        try await record.close()
        try folder.shell(
            """
            DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE position > 2;
            DELETE FROM checkpoints;
            \(Self.guardAgainstDeletion)
            """, path: folder.database + ".reads")
        let cut = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        #expect(try await cut.verify(anchor: nil)?.fault == nil)
        #expect(
            try await cut.verify(anchor: anchor)?.fault == .anchorBeyondEnd(position: 3, last: 2))
        try await cut.close()
        for suffix in ["", "-wal", "-shm"] { unlink(folder.database + ".reads" + suffix) }
        let gone = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        #expect(
            try await gone.verify(anchor: anchor)?.fault == .anchorBeyondEnd(position: 3, last: 0))
    }

    /// As the program declares it, so that the cut file looks untouched.
    private static let guardAgainstDeletion = """
        CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
        """

    @Test("A backup carries it along, and a restored board goes on with it")
    func backup() async throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.create()
        let record = ReadRecord(besideDatabase: folder.database, board: Sample.board)
        let copy = folder.path + "/copy"
        try await ReadRecord.backUp(database: folder.database, to: copy)
        #expect(!folder.files().contains("copy.reads"))
        try await record.append([Self.read(["bid/1"])], id: "r1")
        try await ReadRecord.backUp(database: folder.database, to: copy)
        try await record.append([Self.read(["bid/2"])], id: "r2")
        try await record.close()
        try await ReadRecord.restore(copy, to: other.database, at: Sample.start)
        let restored = ReadRecord(besideDatabase: other.database, board: Sample.board)
        #expect(try await restored.reads().flatMap(\.objects) == ["bid/1"])
        try await restored.append([Self.read(["bid/3"])], id: "r3")
        #expect(try await restored.verify(anchor: nil)?.events == 2)
        try await restored.close()
    }
}
