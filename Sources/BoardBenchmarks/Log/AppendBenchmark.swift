import BoardDomain
import BoardEventLog

/// Durable appends; each round has a fresh file.
struct AppendBenchmark {
    let commands: Int
    let folder: String
    /// Tasks that each wait for their command.
    static let waiting = 128

    var measurements: [Measurement] { [group, single, tail, writers] }

    /// Commands that wait together, against batches of a hundred.
    private var group: Measurement {
        Measurement("group commit", unit: "events/s", aim: .atLeast(0.85)) {
            $0.baseline.add(Double(commands) / (try await raw(commands, batch: 100)))
            $0.reached.add(Double(commands) / (try await ours(commands, writers: Self.waiting)))
        }
    }

    /// Commands that come one at a time: fewer, since each waits for the disk.
    private var alone: Int { commands / 4 }

    /// One command after the other, each durable before the next.
    private var single: Measurement {
        Measurement("single append", unit: "events/s", aim: .atLeast(0.7)) {
            $0.baseline.add(Double(alone) / (try await raw(alone, batch: 1)))
            $0.reached.add(Double(alone) / (try await ours(alone, writers: 1)))
        }
    }

    /// The slowest hundredth of the single appends.
    private var tail: Measurement {
        Measurement("single append, p99", unit: "µs", aim: .atMost(2)) { result in
            var (raws, own) = (Figures(), Figures())
            do {
                let files = try BenchmarkFolder(in: folder)
                let log = try files.raw()
                for number in 0..<alone {
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
            for number in 0..<alone {
                let request = Workload.request(number)
                own.add(try await seconds { _ = try await log.append(request) })
            }
            try await log.close()
            result.baseline.add(raws.percentile(0.99) * 1e6)
            result.reached.add(own.percentile(0.99) * 1e6)
        }
    }

    /// Eight tasks that append, against one.
    private var writers: Measurement {
        Measurement("8 writers against 1", unit: "events/s", aim: .atLeast(1)) {
            $0.baseline.add(Double(alone) / (try await ours(alone, writers: 1)))
            $0.reached.add(Double(alone) / (try await ours(alone, writers: 8)))
        }
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
