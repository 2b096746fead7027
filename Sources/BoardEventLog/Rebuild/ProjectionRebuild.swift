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
        try await write(into: tables)
        return (fold, position)
    }

    /// So many streams are projected while those before them are written.
    private static var batch: Int { 64 }

    private func write(into tables: SideTables) async throws {
        let writing = try tables.begin()
        defer { writing.close() }
        var rest = streams.sortedByBytes()[...]
        var made = Self.project(&rest, by: fold)
        while let batch = made {
            let projections = try await batch.value
            made = Self.project(&rest, by: fold)
            for projection in projections { try writing.add(projection) }
        }
        try writing.commit()
    }

    /// The projections of the next streams, in the making; nil where none are left.
    private static func project(
        _ rest: inout ArraySlice<String>, by fold: Fold
    ) -> Task<[StreamProjection], any Error>? {
        guard !rest.isEmpty else { return nil }
        let streams = rest.prefix(batch)
        rest = rest.dropFirst(batch)
        return Task { try streams.map(fold.projection(of:)) }
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
