import BoardDomain
import BoardEventLog

/// Reading what is there.
struct ReadBenchmark {
    let events: Int
    let folder: String

    struct WrongCount: Error {}

    /// The check of the whole log.
    func verify(
        _ rounds: Int, _ only: String, _ files: BenchmarkFolder
    ) async throws -> Comparison? {
        var result = Comparison("verify", unit: "events/s", aim: .atLeast(0.8))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        let log = try files.open()
        for _ in 0..<rounds {
            result.baseline.add(Double(events) / (try await rawReplay(files)))
            let time = try await seconds {
                let audit = try await log.verify(anchor: nil)
                guard audit.events == Int64(events), audit.fault == nil else { throw WrongCount() }
            }
            result.reached.add(Double(events) / time)
        }
        try await log.close()
        return result
    }

    /// Rows decoded as the program uses them, page by page, and each held against its hash.
    func replay(
        _ rounds: Int, _ only: String, _ files: BenchmarkFolder
    ) async throws -> Comparison? {
        var result = Comparison("replay", unit: "events/s", aim: .atLeast(0.8))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        let log = try files.open()
        for _ in 0..<rounds {
            result.baseline.add(Double(events) / (try await rawReplay(files)))
            let time = try await seconds {
                let replayed = try await log.replay { _ in }
                guard replayed == Int64(events) else { throw WrongCount() }
            }
            result.reached.add(Double(events) / time)
        }
        try await log.close()
        return result
    }

    private func rawReplay(_ files: BenchmarkFolder) async throws -> Double {
        let raw = try files.raw()
        return try await seconds { guard try raw.replay() == events else { throw WrongCount() } }
    }

    /// All fifty events of a stream.
    func stream(
        _ rounds: Int, _ only: String, _ files: BenchmarkFolder
    ) async throws -> Comparison? {
        var result = Comparison("stream of 50", unit: "µs", aim: .atMost(1.5))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        let log = try files.open()
        let raw = try files.raw()
        let statement = try raw.streamStatement()
        let names = stride(from: 0, to: events, by: Workload.eventsPerStream * 7).map {
            Workload.stream($0)
        }
        for _ in 0..<rounds {
            let rawTime = await seconds {
                for name in names { _ = raw.load(stream: name, with: statement) }
            }
            let time = try await seconds {
                for name in names {
                    guard try await log.stream(name, after: 0).count == Workload.eventsPerStream
                    else { throw WrongCount() }
                }
            }
            result.baseline.add(rawTime / Double(names.count) * 1e6)
            result.reached.add(time / Double(names.count) * 1e6)
        }
        raw.finish(statement)
        try await log.close()
        return result
    }

    /// With the least of a fold: what the log itself costs.
    func rebuild(
        _ rounds: Int, _ only: String, _ files: BenchmarkFolder
    ) async throws -> Comparison? {
        var result = Comparison("rebuild", unit: "events/s", aim: .atLeast(60_000))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        let log = try files.open()
        for _ in 0..<rounds {
            let time = try await seconds {
                try await log.rebuildProjections(with: CaseFold()) { _ in }
            }
            result.reached.add(Double(events) / time)
        }
        try await log.close()
        return result
    }

    /// Of the file with events, commands and their indexes.
    func size(
        _ rounds: Int, _ only: String, _ files: BenchmarkFolder
    ) async throws -> Comparison? {
        var result = Comparison("bytes an event", unit: "bytes", aim: .atMost(700))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        let fresh = try BenchmarkFolder(in: folder)
        let empty = fresh.bytes
        try fresh.fill(events)
        result.reached.add(Double(fresh.bytes - empty) / Double(events))
        return result
    }
}
