import BoardDomain
import BoardEventLog
import Testing

@Suite("Noticing what other writers append")
struct FileWatchTests {
    /// Looks again only when the test says so.
    private final class Pause: Sendable {
        private let (looks, continuation) = AsyncStream<Void>.makeStream()

        func again() { continuation.yield() }

        func wait() async throws {
            for await _ in looks { return }
            throw CancellationError()
        }
    }

    @Test("A reader beside the writer is told at its next look")
    func otherWriter() async throws {
        let folder = try TemporaryFolder()
        let writer = try folder.newBoard(term: .life)
        let pause = Pause()
        let log = try SQLiteEventLog(
            path: folder.database, term: .never, vocabulary: Sample.vocabulary, at: Sample.start,
            pause: pause.wait)
        let reading = Task {
            var seen: [String] = []
            for try await row in log.subscribe(after: 0) {
                seen.append(row.commandID)
                if seen.count == 3 { break }
            }
            return seen
        }
        for number in 1...3 {
            _ = try await writer.append(Sample.request("c\(number)"))
            pause.again()
        }
        #expect(try await reading.value == ["c1", "c2", "c3"])
        try await log.close()
        try await writer.close()
    }
}
