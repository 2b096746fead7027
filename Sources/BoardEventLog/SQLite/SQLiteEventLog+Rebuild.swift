extension SQLiteEventLog {
    package func rebuildProjections(
        with fold: some ProjectionFold, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws {
        let since = try await reader.head().recordedAt ?? board.createdAt
        try await writer.beginRebuild(since: since)
        let tables = SideTables(database: path)
        defer { tables.remove() }
        do {
            // A reader of its own: others go on reading.
            let scanner = try LogReader(path: path, vocabulary: vocabulary, projections: .any)
            let made = try await ProjectionRebuild(
                fold, replay: Replay(reader: scanner), progress: progress
            )
            .run(into: tables)
            await scanner.close()
            try await writer.exchange(tables, fold: made.fold, through: made.position)
        } catch {
            await writer.endRebuild()
            throw error
        }
        await writer.endRebuild()
    }
}
