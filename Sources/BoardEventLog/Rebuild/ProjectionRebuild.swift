/// Folds the whole log, on a queue of its own, while others read and append.
actor ProjectionRebuild<Fold: ProjectionFold> {
    private nonisolated let executor = LogExecutor(label: "jiebang.log.rebuild")
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    private var fold: Fold
    private let reader: LogReader
    private let progress: @Sendable (RebuildProgress) -> Void
    private var streams: Set<String> = []
    private var position: Int64 = 0

    init(
        _ fold: Fold, reader: LogReader, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) {
        self.fold = fold
        self.reader = reader
        self.progress = progress
    }

    /// What there is when it comes to the end; the rest is the exchange's.
    ///
    /// - Returns: the fold, and the position of the last event that it took.
    func run(into tables: SideTables) async throws -> (fold: Fold, position: Int64) {
        var page = try await read(after: 0)
        while let last = page.last?.position {
            // The next page is read while this one is folded.
            async let next = read(after: last)
            try take(page)
            let end = try await reader.head().position
            progress(RebuildProgress(position: last, last: max(last, end)))
            page = try await next
        }
        try tables.write(streams.sortedByBytes()) { try fold.projection(of: $0) }
        return (fold, position)
    }

    private nonisolated func read(after position: Int64) async throws -> [EventRow] {
        try await reader.events(
            after: position, through: .max, limit: Int(RebuildProgress.step))
    }

    private func take(_ page: [EventRow]) throws {
        for row in page {
            try fold.evolve(row)
            streams.insert(row.stream)
            position = row.position
        }
    }
}
