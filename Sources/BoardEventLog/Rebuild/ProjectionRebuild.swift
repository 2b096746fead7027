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
        for try await page in replay {
            try take(page)
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

    private func take(_ page: [EventRow]) throws {
        for row in page {
            try fold.evolve(row)
            streams.insert(row.stream)
            position = row.position
        }
    }
}
