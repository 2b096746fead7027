import BoardDomain
import Synchronization
import Testing

@testable import BoardEventLog

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Rebuilding the projections of a file")
struct RebuildTests {
    private func filled(_ folder: TemporaryFolder, term: WriterTerm) async throws -> SQLiteEventLog
    {
        let log = try folder.newBoard(term: term)
        for number in 1...5 {
            _ = try await log.append(NoteFold.request("c\(number)", ["challenge/\(number)": 1]))
        }
        return log
    }

    @Test("What is appended while the log is folded is not missed", arguments: [1, 4])
    func meanwhile(_ stream: Int) async throws {
        let folder = try TemporaryFolder()
        let log = try await filled(folder, term: .life)
        let late = Late()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // Holds the rebuild's own queue, after the first page, until the event is there.
                try await log.rebuildProjections(with: NoteFold()) { _ in
                    while !late.isThere.load(ordering: .acquiring) { sched_yield() }
                }
            }
            group.addTask {
                _ = try await log.append(NoteFold.request("late", ["challenge/\(stream)": 2]))
                late.isThere.store(true, ordering: .releasing)
            }
            try await group.waitForAll()
        }
        let dump = try await log.projectionDump()
        #expect(
            try await log.projection(of: "challenge/\(stream)")
                == NoteFold.projection(of: "challenge/\(stream)", version: 2))
        try await log.rebuildProjections(with: NoteFold()) { _ in }
        #expect(try await log.projectionDump() == dump)
        try await log.close()
    }

    @Test("The index of words holds what the texts say, grown and rebuilt, and its loss is seen")
    func words() async throws {
        let folder = try TemporaryFolder()
        let log = try await filled(folder, term: .command)
        _ = try await log.append(NoteFold.request("d1", ["challenge/1": 2, "challenge/6": 1]))
        let grown = try await log.projectionDump()
        try await log.rebuildProjections(with: NoteFold()) { _ in }
        #expect(try await log.projectionDump() == grown)
        var query = CaseQuery()
        query.text = "轴承"
        #expect(try await log.cases(query).count == 6)
        try await log.close()
        try folder.shell("DELETE FROM projected_words WHERE token = '轴承' AND id LIKE '%6'")
        let damaged = try folder.open()
        #expect(try await damaged.projectionDump().count == grown.count - 1)
        try await damaged.close()
    }

    @Test("An older version's tables are replaced; until then the file takes no command")
    func outdated() async throws {
        let folder = try TemporaryFolder()
        let log = try await filled(folder, term: .command)
        let dump = try await log.projectionDump()
        try await log.close()
        try folder.shell(
            """
            DROP TABLE projected_cases; CREATE TABLE projected_cases (stream TEXT, other TEXT);
            CREATE TABLE projected_gone (a); UPDATE projections SET version = 0
            """)
        #expect(throws: EventLogError.projectionVersion(found: 0, known: StreamProjection.version))
        {
            try folder.open()
        }
        let outdated = try SQLiteEventLog(
            path: folder.database, term: .life, vocabulary: Sample.vocabulary, at: Sample.start,
            projections: .any)
        #expect(try await outdated.events(after: 0, limit: 9).count == 5)
        await #expect(
            throws: EventLogError.projectionVersion(found: 0, known: StreamProjection.version)
        ) {
            try await outdated.append(Sample.request("d1"))
        }
        try await outdated.rebuildProjections(with: NoteFold()) { _ in }
        #expect(try await outdated.projectionDump() == dump)
        _ = try await outdated.append(Sample.request("d1"))
        #expect(try await outdated.verify(anchor: nil).fault == nil)
        try await outdated.close()
        try await folder.open(.life).close()
    }

    @Test("A rebuild that was killed halfway leaves a file that the next one does not mind")
    func killed() async throws {
        let folder = try TemporaryFolder()
        let log = try await filled(folder, term: .command)
        let dump = try await log.projectionDump()
        let tables = SideTables(database: folder.database)
        let writing = try tables.begin()
        for stream in ["challenge/1", "challenge/9"] {
            try writing.add(NoteFold.projection(of: stream, version: 7))
        }
        try writing.commit()
        writing.close()
        #expect(TemporaryFolder.mode(of: tables.path) == 0o600)
        #expect(try await log.projectionDump() == dump)
        try await log.rebuildProjections(with: NoteFold()) { _ in }
        #expect(try await log.projectionDump() == dump)
        #expect(folder.size(of: ".rebuild") == 0)
        try await log.close()
    }

    @Test("A number that two streams use stops the rebuild, which changes nothing")
    func twice() async throws {
        let folder = try TemporaryFolder()
        let log = try await filled(folder, term: .life)
        let dump = try await log.projectionDump()
        let rebuild = Task { try await log.rebuildProjections(with: OneNumberFold()) { _ in } }
        await #expect(throws: EventLogError.self) { try await rebuild.value }
        #expect(try await log.projectionDump() == dump)
        _ = try await log.append(NoteFold.request("d1", ["challenge/1": 2]))
        try await log.close()
    }
}

/// Whether the event has been appended.
private final class Late: Sendable {
    let isThere = Atomic(false)
}

private struct OneNumberFold: ProjectionFold {
    mutating func evolve(_ row: EventRow) {}

    func projection(of stream: String) -> StreamProjection {
        StreamProjection(
            stream: stream, version: 1,
            documentNumbers: [DocumentNumberRow(number: "1", object: "e", kind: "invoice")])
    }
}
