import BoardDomain

/// The whole log from its first event on, page by page, each event held against the hash before:
/// while one page is used, the next is verified and the one after it is read.
struct Replay: AsyncSequence, Sendable {
    typealias Element = [EventRow]

    /// Few enough to be used while they are still in the processor's cache.
    private static let pageSize = 512

    private let reader: LogReader

    init(reader: LogReader) { self.reader = reader }

    /// The last position there is.
    func end() async throws -> Int64 { try await reader.head().position }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: reader) }

    struct AsyncIterator: AsyncIteratorProtocol {
        private let reader: LogReader
        /// What comes after the page that is verified.
        private var reading: Task<WrittenPage, any Error>
        private var verifying: Task<[EventRow], any Error>?

        init(reader: LogReader) {
            self.reader = reader
            reading = Self.page(after: 0, reader)
        }

        /// Throws `EventLogError.unsound` at an event that is not chained to the one before.
        mutating func next() async throws -> [EventRow]? {
            if verifying == nil { try await verify(after: Chain.genesis(board: reader.board.id)) }
            guard let page = try await verifying?.value, let last = page.last else { return nil }
            try await verify(after: last.hash)
            return page
        }

        /// Has the page that was read verified, and the next one read meanwhile.
        private mutating func verify(after head: Digest) async throws {
            let page = try await reading.value
            reading = Self.page(after: page.after + Int64(page.rows.count), reader)
            let vocabulary = reader.vocabulary
            verifying = Task { try page.verified(head: head, vocabulary: vocabulary) }
        }

        private static func page(
            after position: Int64, _ reader: LogReader
        ) -> Task<WrittenPage, any Error> {
            Task { try await reader.writtenPage(after: position, limit: Replay.pageSize) }
        }
    }
}

extension SQLiteEventLog {
    /// Hands over every event there is, in order, verified and in the newest schema.
    ///
    /// - Throws: `unsound` at an event that is not chained to the one before, what `take` throws.
    /// - Returns: the position of the last event.
    package func replay(_ take: (EventRow) throws -> Void) async throws -> Int64 {
        let reader = try LogReader(path: path, vocabulary: vocabulary, projections: .any)
        var position: Int64 = 0
        do {
            for try await page in Replay(reader: reader) {
                for row in page { try take(row) }
                position = page.last?.position ?? position
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
        return position
    }
}
