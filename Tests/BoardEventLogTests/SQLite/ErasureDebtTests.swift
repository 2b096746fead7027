import BoardDomain
import Testing

@testable import BoardEventLog

@Suite("Erased keys that cannot go from the file at once")
struct ErasureDebtTests {
    private static let key = PersonKey(person: "p", key: Array("the key of that one person".utf8))

    private static func deposited(_ folder: TemporaryFolder, _ term: WriterTerm) async throws
        -> SQLiteEventLog
    {
        let log = try folder.newBoard(term: term)
        var deposit = Sample.request("c1")
        deposit.personKeys = [key]
        deposit.keyDeposits = [SealedKey(bid: "b", opener: "o", wrapped: key.key)]
        _ = try await log.append(deposit)
        return log
    }

    private static func erasure(_ id: String) -> AppendRequest {
        var erasure = Sample.request(id)
        erasure.personErasures = [key.person]
        erasure.keyErasures = [KeyErasure(bid: "b")]
        return erasure
    }

    /// Somebody who stands on the pages of now.
    private static func reader(of folder: TemporaryFolder) throws -> Connection {
        let reader = try Connection(path: folder.database, access: .reading)
        try reader.execute("BEGIN")
        #expect(try reader.integer(LogHead.lastPosition) == 1)
        return reader
    }

    @Test(
        "While a reader stands they are owed, and they go with the next command after it",
        arguments: [WriterTerm.life, .command])
    func standingReader(_ term: WriterTerm) async throws {
        let folder = try TemporaryFolder()
        let log = try await Self.deposited(folder, term)
        let reader = try Self.reader(of: folder)
        #expect(try await log.append(Self.erasure("e")).positions == 2...2)
        #expect(try await log.owesErasure())
        #expect(folder.bytes(contain: Self.key.key))
        _ = try await log.append(Sample.request("c2"))
        #expect(try await log.owesErasure())
        reader.close()
        _ = try await log.append(Sample.request("c3"))
        #expect(try await log.owesErasure() == false)
        #expect(!folder.bytes(contain: Self.key.key))
        #expect(try await log.verify(anchor: nil).fault == nil)
        try await log.close()
    }

    @Test(
        "Owed by a program that has ended, they go when another opens the log",
        arguments: [WriterTerm.life, .command])
    func opened(_ term: WriterTerm) async throws {
        let folder = try TemporaryFolder()
        let log = try await Self.deposited(folder, .command)
        let reader = try Self.reader(of: folder)
        _ = try await log.append(Self.erasure("e"))
        try await log.close()
        reader.close()
        let looker = try folder.open(.never)
        #expect(try await looker.owesErasure())
        try await looker.close()
        let next = try folder.open(term)
        #expect(try await next.owesErasure() == false)
        #expect(!folder.bytes(contain: Self.key.key))
        try await next.close()
    }

    @Test("Where the file cannot be written anew, the commands are answered and the log goes on")
    func rewritingFails() async throws {
        let folder = try TemporaryFolder()
        let log = try await Self.deposited(folder, .life)
        let writer = log.writer
        // SQLite rewrites no file while a statement of the same connection is under way.
        try writer.executor.queue.sync {
            try writer.assumeIsolated {
                let events = try $0.session?.connection.statement("SELECT position FROM events")
                #expect(try events?.step() == true)
            }
        }
        #expect(try await log.append(Self.erasure("e")).positions == 2...2)
        #expect(try await log.owesErasure())
        #expect(try await log.append(Sample.request("c2")).positions == 3...3)
        try writer.executor.queue.sync {
            try writer.assumeIsolated {
                try $0.session?.connection.statement("SELECT position FROM events").reset()
            }
        }
        _ = try await log.append(Self.erasure("e2"))
        #expect(try await log.owesErasure() == false)
        #expect(!folder.bytes(contain: Self.key.key))
        try await log.close()
    }
}
