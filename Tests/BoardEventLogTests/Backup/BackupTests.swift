import BoardDomain
import BoardEventLog
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Backup and restoring")
struct BackupTests {
    @Test("A backup taken under load verifies and holds all that was acknowledged before it")
    func underLoad() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        for number in 1...50 { _ = try await log.append(Sample.request("a\(number)")) }
        async let load: Void = withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...200 {
                group.addTask { _ = try await log.append(Sample.request("b\(number)")) }
            }
            try await group.waitForAll()
        }
        let target = folder.path + "/backup.sqlite3"
        defer { unlink(target) }
        let audit = try await log.backup(to: target)
        try await load
        #expect(audit.fault == nil)
        #expect((50...250).contains(audit.events))
        #expect(TemporaryFolder.mode(of: target) == 0o600)
        #expect(try await log.verify(anchor: nil).events == 250)
        let copy = try SQLiteEventLog(
            path: target, term: .never, vocabulary: Sample.vocabulary, at: Sample.start)
        #expect(try await copy.head().hash == audit.head)
        #expect(copy.board == log.board)
        try await copy.close()
        try await log.close()
    }

    @Test("A restored board goes on where the backup ended, with a key of its own")
    func restored() async throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let log = try folder.newBoard(term: .life)
        var request = NoteFold.request("c1", ["challenge/1": 1])
        request.keyDeposits = [SealedKey(bid: "b", opener: "o", wrapped: [1, 2])]
        _ = try await log.append(request)
        let old = try await log.checkpoint(at: Sample.start)
        let target = folder.path + "/backup.sqlite3"
        defer { unlink(target) }
        let made = try await log.backup(to: target)
        let dump = try await log.projectionDump()
        try await log.close()
        let restored = try await SQLiteEventLog.restore(
            target, to: other.database, vocabulary: Sample.vocabulary, at: Sample.start)
        #expect(restored == made)
        #expect(TemporaryFolder.mode(of: other.database) == 0o600)
        #expect(TemporaryFolder.mode(of: other.database + ".signing-key") == 0o600)
        let board = try other.open(.life)
        #expect(try await board.projectionDump() == dump)
        #expect(try await board.append(NoteFold.request("c1", ["challenge/1": 1])).repeated)
        #expect(
            try await board.sealedKeys(bid: "b").map(\.wrapped) == [[1, 2]])
        _ = try await board.append(NoteFold.request("c2", ["challenge/1": 2]))
        let new = try await board.checkpoint(at: Sample.start.adding(hours: 1))
        #expect(new.keyID != old.keyID)
        #expect(
            try await board.verify(anchor: Anchor(board: board.board.id, checkpoint: old)).fault
                == nil)
        try await board.close()
    }

    @Test("Neither overwrites, not even a write-ahead log left behind", arguments: ["", "-wal"])
    func refusing(_ suffix: String) async throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let log = try folder.newBoard(term: .command)
        TemporaryFolder.put("mine", at: other.database + suffix)
        let exists = EventLogError.boardExists(path: other.database + suffix)
        await #expect(throws: exists) { try await log.backup(to: other.database) }
        await #expect(throws: exists) {
            try await SQLiteEventLog.restore(
                folder.database, to: other.database, vocabulary: Sample.vocabulary,
                at: Sample.start)
        }
        #expect(other.size(of: suffix) == 4)
        try await log.close()
    }

    @Test("What is not sound is not restored, and nothing is left of it")
    func unsound() async throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let log = try folder.newBoard(term: .life)
        for number in 1...3 { _ = try await log.append(Sample.request("c\(number)")) }
        try await log.close()
        try folder.shell(
            """
            DROP TRIGGER events_are_never_changed; UPDATE events SET actor = 'x' WHERE position = 2
            """)
        await #expect(
            throws: EventLogError.unsound(path: other.database, fault: .hash(position: 2))
        ) {
            try await SQLiteEventLog.restore(
                folder.database, to: other.database, vocabulary: Sample.vocabulary,
                at: Sample.start)
        }
        #expect(other.files() == [])
    }
}
