import BoardDomain
import Testing

@testable import BoardEventLog

@Suite("Group commit")
struct GroupCommitTests {
    /// Holds the writer until all requests wait, then lets it go on.
    private func together(
        _ requests: [AppendRequest], in log: SQLiteEventLog
    ) async -> [Result<AppendReceipt, any Error>] {
        log.writer.executor.queue.suspend()
        return await withTaskGroup(of: (Int, Result<AppendReceipt, any Error>).self) { group in
            for (index, request) in requests.enumerated() {
                group.addTask {
                    do { return (index, .success(try await log.append(request))) } catch {
                        return (index, .failure(error))
                    }
                }
                // One after the other, so that the order in the group is known.
                while log.writer.waitingCount <= index { await Task.yield() }
            }
            log.writer.executor.queue.resume()
            return await group.reduce(into: []) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func error(_ result: Result<AppendReceipt, any Error>) -> EventLogError? {
        if case .failure(let error as EventLogError) = result { error } else { nil }
    }

    @Test(
        "Commands that wait together share one transaction", arguments: [WriterTerm.life, .command])
    func oneTransaction(_ term: WriterTerm) async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: term)
        let results = await together((1...50).map { Sample.request("c\($0)") }, in: log)
        #expect(results.compactMap { try? $0.get().positions?.lowerBound } == Array(1...50))
        #expect(await log.commits() == 1)
        _ = try await log.append(Sample.request("c51"))
        #expect(await log.commits() == 2)
        #expect(try await log.verify(anchor: nil).events == 51)
        try await log.close()
    }

    @Test("A command that fails among them fails alone, and what it wrote is taken back")
    func failsAlone() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        let invoice = DocumentNumberRow(number: "FP-1", object: "e", kind: "invoice")
        var first = Sample.request("c1")
        first.projections = [Sample.projection("XC-2026-0001", documents: [invoice])]
        // Fails only after its event, its outcome and its keys have been written.
        var late = Sample.request("c2")
        late.projections = [Sample.projection("XC-2026-0002", documents: [invoice])]
        late.keyDeposits = [SealedKey(bid: "b", opener: "o", wrapped: [1])]
        let stale = Sample.request("c3", expecting: [Sample.stream: 0])
        // A constraint of the file itself: two cases of one id.
        var doubled = Sample.request("c4")
        doubled.projections = [
            StreamProjection(
                stream: "other", version: 1, caseRow: Sample.caseRow("XC-2026-0001"))
        ]
        let last = Sample.request("c5", expecting: [Sample.stream: 1])
        let results = await together([first, late, stale, doubled, first, last], in: log)
        #expect(try results[0].get().positions == 1...1)
        #expect(
            error(results[1])
                == .documentNumberInUse(
                    kind: "invoice", number: "FP-1", stream: "challenge/XC-2026-0001"))
        #expect(
            error(results[2]) == .conflict(stream: Sample.stream, expected: 0, actual: 1))
        if case .storage(let code, _) = error(results[3]) {
            #expect(Connection.isConstraint(code))
        } else {
            Issue.record("two cases of one id")
        }
        #expect(try results[4].get().repeated)
        #expect(try results[5].get().positions == 2...2)
        #expect(await log.commits() == 1)
        #expect(try await log.sealedKeys(bid: "b").isEmpty)
        #expect(try await log.outcome(person: "p-zhou", commandID: "c2") == nil)
        #expect(try await log.projection(of: "challenge/XC-2026-0002") == nil)
        #expect(try await log.verify(anchor: nil).fault == nil)
        try await log.close()
    }

    @Test("A full disk fails all that wait together, and nothing of them is left")
    func allFail() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        try await log.limitPages(to: 1)
        let large = [Sample.draft(payload: String(repeating: "x", count: 1 << 20))]
        let results = await together(
            [Sample.request("c1"), Sample.request("c2", events: large)], in: log)
        #expect(results.map { error($0) != nil } == [true, true])
        #expect(try await log.head().position == 0)
        #expect(try await log.outcome(person: "p-zhou", commandID: "c1") == nil)
        try await log.close()
    }

    @Test("The write-ahead log is carried over once it is long, and nothing is lost by it")
    func writeAheadLog() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .command)
        let large = [Sample.draft(payload: String(repeating: "x", count: 1 << 20))]
        for number in 1...12 {
            _ = try await log.append(Sample.request("c\(number)", events: large))
        }
        // Without checkpoints it would hold all twelve.
        #expect(folder.size(of: "-wal") < 8 << 20)
        #expect(try await log.verify(anchor: nil).events == 12)
        try await log.close()
    }
}

extension SQLiteEventLog {
    /// As if the disk held no more.
    func limitPages(to count: Int) async throws { try await writer.limitPages(to: count) }
}

extension LogWriter {
    func limitPages(to count: Int) throws {
        _ = try session?.connection.integer("PRAGMA max_page_count = \(count)")
    }
}
