import BoardDomain

/// The whole log from its first event on, page by page, each event held against the hash before:
/// the next page is read and verified while the last one is used.
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
        private var next: Task<[EventRow], any Error>?

        init(reader: LogReader) { self.reader = reader }

        /// Throws `EventLogError.unsound` at an event that is not chained to the one before.
        mutating func next() async throws -> [EventRow]? {
            let page =
                if let next {
                    try await next.value
                } else {
                    try await Self.page(
                        after: 0, head: Chain.genesis(board: reader.board.id), reader)
                }
            guard let last = page.last else { return nil }
            next = Task { [reader] in
                try await Self.page(after: last.position, head: last.hash, reader)
            }
            return page
        }

        private static func page(
            after position: Int64, head: Digest, _ reader: LogReader
        ) async throws -> [EventRow] {
            try await reader.verifiedEvents(
                after: position, head: head, limit: Replay.pageSize)
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
