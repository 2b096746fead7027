/// Folds the whole log, on a queue of its own, while others read and append.
actor ProjectionRebuild<Fold: ProjectionFold> {
    private nonisolated let executor = LogExecutor(label: "jiebang.log.rebuild")
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    private var fold: Fold
    private let replay: Replay
    private let progress: @Sendable (RebuildProgress) -> Void
    private var streams: Set<String> = []
    private var position: Int64 = 0
    private var reported: Int64 = 0

    init(
        _ fold: Fold, replay: Replay, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) {
        self.fold = fold
        self.replay = replay
        self.progress = progress
    }

    /// What there is when it comes to the end; the rest is the exchange's.
    ///
    /// - Returns: the fold, and the position of the last event that it took.
    func run(into tables: SideTables) async throws -> (fold: Fold, position: Int64) {
        var pages = replay.makeAsyncIterator()
        var page = try await pages.next().map(Self.read)
        while let read = page {
            let current = try await read.value
            page = try await pages.next().map(Self.read)
            try take(current)
            if position - reported >= RebuildProgress.step { try await report() }
        }
        if position > reported { try await report() }
        try tables.write(streams.sortedByBytes()) { try fold.projection(of: $0) }
        return (fold, position)
    }

    private func report() async throws {
        reported = position
        progress(RebuildProgress(position: position, last: max(position, try await replay.end())))
    }

    /// A page of the log as the fold reads it.
    private struct Page: Sendable {
        let reads: [Fold.Read]
        let streams: Set<String>
        let end: Int64
    }

    /// Has a page read while the one before is taken.
    private static func read(_ rows: [EventRow]) -> Task<Page, any Error> {
        Task {
            Page(
                reads: try rows.map(Fold.read), streams: Set(rows.map(\.stream)),
                end: rows.last?.position ?? 0)
        }
    }

    private func take(_ page: Page) throws {
        for read in page.reads { try fold.evolve(read) }
        streams.formUnion(page.streams)
        position = page.end
    }
}
