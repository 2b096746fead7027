import BoardDomain
import BoardEventLog

/// Durable appends; each round has a fresh file.
struct AppendBenchmark {
    let commands: Int
    let folder: String
    /// Tasks that each wait for their command.
    static let waiting = 128

    /// Commands that wait together, against batches of a hundred.
    func group(_ rounds: Int, _ only: String) async throws -> Comparison? {
        var result = Comparison("group commit", unit: "events/s", aim: .atLeast(0.85))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        for _ in 0..<rounds {
            result.baseline.add(Double(commands) / (try await raw(commands, batch: 100)))
            result.reached.add(
                Double(commands) / (try await ours(commands, writers: Self.waiting)))
        }
        return result
    }

    /// One command after the other, each durable before the next.
    func single(_ rounds: Int, _ only: String) async throws -> Comparison? {
        var result = Comparison("single append", unit: "events/s", aim: .atLeast(0.7))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        for _ in 0..<rounds {
            let count = commands / 4
            result.baseline.add(Double(count) / (try await raw(count, batch: 1)))
            result.reached.add(Double(count) / (try await ours(count, writers: 1)))
        }
        return result
    }

    /// The slowest hundredth of the single appends.
    func tail(_ rounds: Int, _ only: String) async throws -> Comparison? {
        var result = Comparison("single append, p99", unit: "µs", aim: .atMost(2))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        for _ in 0..<rounds {
            let count = commands / 4
            var (raws, own) = (Figures(), Figures())
            do {
                let files = try BenchmarkFolder(in: folder)
                let log = try files.raw()
                for number in 0..<count {
                    let texts = RawLog.Texts(number)
                    raws.add(
                        try await seconds {
                            try log.execute("BEGIN IMMEDIATE")
                            try log.append(number, texts)
                            try log.execute("COMMIT")
                        })
                }
            }
            let files = try BenchmarkFolder(in: folder)
            let log = try files.open()
            for number in 0..<count {
                let request = Workload.request(number)
                own.add(try await seconds { _ = try await log.append(request) })
            }
            try await log.close()
            result.baseline.add(raws.percentile(0.99) * 1e6)
            result.reached.add(own.percentile(0.99) * 1e6)
        }
        return result
    }

    /// Eight tasks that append, against one.
    func writers(_ rounds: Int, _ only: String) async throws -> Comparison? {
        var result = Comparison("8 writers against 1", unit: "events/s", aim: .atLeast(1))
        guard only.isEmpty || result.name.contains(only) else { return nil }
        for _ in 0..<rounds {
            let count = commands / 4
            result.baseline.add(Double(count) / (try await ours(count, writers: 1)))
            result.reached.add(Double(count) / (try await ours(count, writers: 8)))
        }
        return result
    }

    private func raw(_ count: Int, batch: Int) async throws -> Double {
        let files = try BenchmarkFolder(in: folder)
        let log = try files.raw()
        let texts = (0..<count).map { RawLog.Texts($0) }
        return try await seconds {
            for first in stride(from: 0, to: count, by: batch) {
                try log.execute("BEGIN IMMEDIATE")
                for number in first..<min(count, first + batch) {
                    try log.append(number, texts[number])
                }
                try log.execute("COMMIT")
            }
        }
    }

    private func ours(_ count: Int, writers: Int) async throws -> Double {
        let files = try BenchmarkFolder(in: folder)
        let log = try files.open()
        let requests = (0..<count).map { Workload.request($0) }
        let time = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        for number in stride(from: writer, to: count, by: writers) {
                            _ = try await log.append(requests[number])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        try await log.close()
        return time
    }
}
