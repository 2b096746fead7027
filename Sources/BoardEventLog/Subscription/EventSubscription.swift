/// The log from a position on: first what is there, then what comes, without a gap and without a
/// repetition. It ends when the log is closed or the task is cancelled.
///
/// Each reader pulls from the log by position, so that a slow one holds nothing in memory and
/// nobody up.
package struct EventSubscription: AsyncSequence, Sendable {
    package typealias Element = EventRow
    package typealias Failure = any Error

    private let position: Int64
    private let arrivals: Arrivals
    private let read: @Sendable (Int64, Int) async throws -> [EventRow]

    /// - Parameter read: up to so many events after a position, in order.
    init(
        after position: Int64, arrivals: Arrivals,
        read: @escaping @Sendable (Int64, Int) async throws -> [EventRow]
    ) {
        self.position = position
        self.arrivals = arrivals
        self.read = read
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(position: position, arrivals: arrivals, read: read)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private var position: Int64
        private let arrivals: Arrivals
        private let read: @Sendable (Int64, Int) async throws -> [EventRow]
        private var page: ArraySlice<EventRow> = []

        fileprivate init(
            position: Int64, arrivals: Arrivals,
            read: @escaping @Sendable (Int64, Int) async throws -> [EventRow]
        ) {
            self.position = position
            self.arrivals = arrivals
            self.read = read
        }

        /// Throws `EventLogError` where the log cannot be read or holds what is not understood.
        package mutating func next() async throws -> EventRow? {
            while page.isEmpty {
                let count = arrivals.count
                do {
                    page = try await read(position, 256)[...]
                } catch EventLogError.closed {
                    return nil
                }
                if page.isEmpty {
                    guard await arrivals.wait(beyond: count) else { return nil }
                }
            }
            guard !Task.isCancelled else { return nil }
            let row = page.removeFirst()
            position = row.position
            return row
        }
    }
}
