import Synchronization

/// Notices what other processes append, by `PRAGMA data_version`, for as long as somebody listens.
final class FileWatch: Sendable {
    private let reader: LogReader
    private let arrivals: Arrivals
    private let pause: @Sendable () async throws -> Void
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// - Parameter pause: waits between two looks; throws to end them.
    init(
        reader: LogReader, arrivals: Arrivals, pause: @escaping @Sendable () async throws -> Void
    ) {
        self.reader = reader
        self.arrivals = arrivals
        self.pause = pause
    }

    deinit { end() }

    /// Begins with the first one that listens.
    func begin() {
        task.withLock { task in
            guard task == nil else { return }
            // Not self: a log that was dropped without being closed ends its watch.
            task = Task { [reader, arrivals, pause] in
                var seen: Int64?
                while !Task.isCancelled {
                    do {
                        let version = try await reader.dataVersion()
                        if version != seen { arrivals.announce() }
                        seen = version
                    } catch EventLogError.closed {
                        return
                    } catch {
                        // Whoever listens looks for himself and is told what is wrong.
                        arrivals.announce()
                    }
                    do { try await pause() } catch { return }
                }
            }
        }
    }

    func end() { task.withLock { $0?.cancel() } }
}
