import BoardEventLog

extension LocalBoard {
    /// Waits until the log has gone beyond a position, by whichever process.
    ///
    /// - Returns: where it stands then; nil once the log is closed, the task is cancelled, or nothing
    ///   can be read any more.
    package nonisolated func nextPosition(after position: Int64) async -> Int64? {
        var arrivals = log.subscribe(after: position).makeAsyncIterator()
        guard let row = try? await arrivals.next() else { return nil }
        return (try? await log.head().position) ?? row.position
    }
}
