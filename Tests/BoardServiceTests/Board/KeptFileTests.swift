import BoardDomain
import Testing

@testable import BoardEventLog
@testable import BoardService

/// The kept file of each released shape lies in the log's fixtures; here the domain reads it.
@Suite("Events of released shapes")
struct KeptFileTests {
    @Test(
        "Every event of a kept file is read as the event that it was",
        arguments: [("log-schema-1.sql", 251, 1), ("log-schema-2.sql", 244, 2)])
    func read(_ name: String, _ count: Int, _ newest: Int) async throws {
        let folder = TemporaryFolder()
        folder.write([], to: "board.sqlite")
        let path = folder.path + "/board.sqlite"
        let connection = try Connection(path: path, access: .writing)
        try connection.execute(try Self.fixture(name))
        connection.close()
        let log = try SQLiteEventLog(
            path: path, term: .never, vocabulary: Replay.vocabulary,
            at: try instant("2026-11-20T17:00:00+08:00"), projections: .any)
        let rows = try await log.events(after: 0, limit: .max)
        #expect(rows.count == count)
        for row in rows {
            let event = try Replay.event(of: row)
            #expect(event.name == row.type && event.at == row.occurredAt)
            #expect(TransitionTable.standard.eventNames.contains(row.type))
        }
        let opened = try #require(rows.first { $0.type == "BidOpened" })
        let content = try BidContent(
            json: try #require(Replay.event(of: opened).fields[name: "content"]))
        #expect((content.contact.reach == .withheld) == (newest == 1) && opened.schema == 2)
        // Of schema 1 it stands there in clear; of schema 2 its key is not in the file.
        let contact = try #require(Replay.event(of: opened).fields[F.contact])
        #expect(contact.isSealed == (newest == 2))
        let cleared = ContactReading(keys: [:]).cleared(contact.json)
        #expect((cleared["phone"] != nil) == (newest == 1))
        // Whoever computes the chain anew needs the rows as they were written.
        let recorded = try await log.recordedRows(after: 0, through: .max, limit: .max)
        #expect(recorded.map(\.schema).max() == newest && recorded.count == rows.count)
        var head = Chain.genesis(board: log.board.id)
        for row in recorded {
            head = Chain.next(previous: head, digest: Chain.digest(of: row))
            #expect(row.hash == head)
        }
        // Each type once: what the newest vocabulary adds since is the next kept file's.
        #expect(Set(rows.map(\.type)).count == rows.count)
        try await log.close()
    }

    static func fixture(_ name: String) throws -> String {
        let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = try OpenFile(reading: "/\(tests)/Fixtures/\(name)")
        var bytes: [UInt8] = []
        while true {
            let more = try file.next()
            guard !more.isEmpty else { break }
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
