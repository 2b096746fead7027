import BoardDomain
import BoardEventLog
import Testing

@Suite("The board's file")
struct BoardFileTests {
    @Test("It and the files beside it are readable by their owner alone")
    func modes() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        _ = try await log.append(Sample.request("c1"))
        for suffix in ["", "-wal", "-shm", ".lock", ".signing-key"] {
            #expect(TemporaryFolder.mode(of: folder.database + suffix) == 0o600, "\(suffix)")
        }
        try await log.close()
        #expect(log.board == Sample.board)
    }

    @Test("Creating never overwrites, and a failed creation leaves nothing")
    func creation() throws {
        let folder = try TemporaryFolder()
        try folder.create()
        #expect(throws: EventLogError.boardExists(path: folder.database)) { try folder.create() }
        let elsewhere = folder.path + "/none/board.sqlite3"
        #expect(throws: EventLogError.file(path: elsewhere, errno: 2)) {
            try SQLiteEventLog.create(
                path: elsewhere, name: "n", kind: .live, id: "i", at: Sample.start)
        }
    }

    @Test("What is written is read after reopening")
    func reopening() async throws {
        let folder = try TemporaryFolder()
        let first = try folder.newBoard(term: .life)
        var request = Sample.request("c1")
        request.projections = [Sample.projection("XC-2026-0007")]
        let receipt = try await first.append(request)
        let dump = try await first.projectionDump()
        try await first.close()
        let second = try folder.open(.life)
        #expect(try await second.head().hash == receipt.head)
        #expect(try await second.append(Sample.request("c1")).repeated)
        #expect(try await second.append(Sample.request("c2")).positions == 2...2)
        #expect(try await second.projectionDump() == dump)
        #expect(try await second.verify(anchor: nil).fault == nil)
        try await second.close()
    }

    @Test(
        "What is not a board is refused",
        arguments: ["", "this is not a database, but long enough to look like something else"])
    func notABoard(_ text: String) throws {
        let folder = try TemporaryFolder()
        #expect(throws: EventLogError.boardMissing(path: folder.database)) { try folder.open() }
        TemporaryFolder.put(text, at: folder.database)
        #expect(throws: EventLogError.notABoard(path: folder.database)) { try folder.open() }
    }

    @Test(
        "A file that the program does not understand is refused, for reading too",
        arguments: [
            ("PRAGMA user_version = 2", EventLogError.newerFile(found: 2, known: 1)),
            ("CREATE TABLE extra (a)", .unknownTable(name: "extra")),
            (
                "UPDATE projections SET version = \(StreamProjection.version + 1)",
                .projectionVersion(
                    found: StreamProjection.version + 1, known: StreamProjection.version)
            ),
        ], [WriterTerm.life, .command, .never])
    func notUnderstood(_ change: (sql: String, error: EventLogError), term: WriterTerm) throws {
        let folder = try TemporaryFolder()
        try folder.create()
        try folder.shell(change.sql)
        #expect(throws: change.error) { try folder.open(term) }
    }

    @Test("Another program's database is refused")
    func applicationID() throws {
        let folder = try TemporaryFolder()
        try folder.create()
        try folder.shell("PRAGMA application_id = 7")
        #expect(throws: EventLogError.notABoard(path: folder.database)) { try folder.open() }
    }

    @Test("Reading stops at an event that the program does not know, and names its position")
    func unknownEvents() async throws {
        let folder = try TemporaryFolder()
        let newer = try folder.newBoard(term: .life)
        _ = try await newer.append(
            Sample.request("c1", events: [Sample.draft(), Sample.draft(type: "Called")]))
        _ = try await newer.append(Sample.request("c2", events: [Sample.draft(schema: 2)]))
        try await newer.close()
        let older = try folder.open(.life, vocabulary: EventVocabulary(["Noted": 1]))
        #expect(try await older.events(after: 0, limit: 1).count == 1)
        await #expect(throws: EventLogError.unknownEventType(type: "Called", position: 2)) {
            try await older.events(after: 0, limit: 2)
        }
        await #expect(
            throws: EventLogError.newerEventSchema(
                type: "Noted", schema: 2, known: 1, position: 3)
        ) { try await older.stream(Sample.stream, after: 2) }
        // The chain does not ask what an event means.
        #expect(try await older.verify(anchor: nil).fault == nil)
        try await older.close()
    }

    @Test(
        "A full disk fails the command with a clear error; with room the log goes on"
    )
    func fullDisk() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        _ = try await log.append(Sample.request("c1"))
        try await log.limitPages(to: 1)
        let large = String(repeating: "x", count: 1 << 20)
        do {
            _ = try await log.append(
                Sample.request("c2", events: [Sample.draft(payload: large)]))
            Issue.record("it fitted")
        } catch let error as EventLogError {
            #expect(error == .storage(code: 13, message: "database or disk is full"))
        }
        try await log.limitPages(to: 1_000_000)
        #expect(try await log.head().position == 1)
        #expect(try await log.append(Sample.request("c2")).positions == 2...2)
        #expect(try await log.verify(anchor: nil).fault == nil)
        try await log.close()
    }

    @Test("Erased keys are gone from every byte of the files")
    func erasure() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        let wrapped = Array("the wrapped key, sixty-four bytes or so, in no other place".utf8)
        var deposit = Sample.request("c1")
        deposit.keyDeposits = [SealedKey(bid: "b1", opener: "case", wrapped: wrapped)]
        _ = try await log.append(deposit)
        #expect(folder.bytes(contain: wrapped))
        var erasure = Sample.request("c2")
        erasure.keyErasures = [KeyErasure(bid: "b1")]
        _ = try await log.append(erasure)
        #expect(try await log.owesErasure() == false)
        #expect(!folder.bytes(contain: wrapped))
        try await log.close()
    }

    @Test("An erased person's key is gone from every byte, wherever pages were split before")
    func personErasure() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .command)
        // In the order that splits pages most, so that copies stay behind in their free space.
        for number in (0..<400).reversed() {
            var deposit = Sample.request("c\(number)")
            deposit.personKeys = [Self.key(number)]
            _ = try await log.append(deposit)
        }
        #expect(folder.bytes(contain: Self.key(200).key))
        var erasure = Sample.request("e")
        erasure.personErasures = ["person 200"]
        _ = try await log.append(erasure)
        #expect(try await log.owesErasure() == false)
        #expect(!folder.bytes(contain: Self.key(200).key))
        #expect(folder.bytes(contain: Self.key(201).key))
        #expect(try await log.verify(anchor: nil).fault == nil)
        let backup = folder.path + "/backup.sqlite3"
        _ = try await log.backup(to: backup)
        let copy = try SQLiteEventLog(
            path: backup, term: .never, vocabulary: Sample.vocabulary, at: Sample.start)
        #expect(try await copy.personKeys(of: ["person 200", "person 201"]).count == 1)
        try await copy.close()
        try await log.close()
    }

    private static func key(_ number: Int) -> PersonKey {
        PersonKey(
            person: "person \(number)", key: Array("key of one person, number \(number).".utf8))
    }
}
