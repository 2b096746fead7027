import BoardDomain
import BoardEventLog

/// Reading what is there.
struct ReadBenchmark {
    private let events: Int
    private let folder: String
    private let files: BenchmarkFolder
    private let log: SQLiteEventLog

    struct WrongCount: Error {}

    init(events: Int, folder: String) throws {
        self.events = events
        self.folder = folder
        files = try BenchmarkFolder(in: folder)
        try files.fill(events)
        log = try files.open()
    }

    func close() async throws { try await log.close() }

    var measurements: [Measurement] { [verify, replay, stream, rebuild, size] }

    /// The check of the whole log.
    private var verify: Measurement {
        Measurement("verify", unit: "events/s", aim: .atLeast(0.8)) {
            $0.baseline.add(try await rate { try files.raw().replay() })
            $0.reached.add(
                try await rate {
                    let audit = try await log.verify(anchor: nil)
                    guard audit.fault == nil else { throw WrongCount() }
                    return Int(audit.events)
                })
        }
    }

    /// Rows decoded as the program uses them, page by page, and each held against its hash.
    private var replay: Measurement {
        Measurement("replay", unit: "events/s", aim: .atLeast(0.8)) {
            $0.baseline.add(try await rate { try files.raw().replay() })
            $0.reached.add(try await rate { Int(try await log.replay { _ in }) })
        }
    }

    /// All fifty events of a stream.
    private var stream: Measurement {
        Measurement("stream of 50", unit: "µs", aim: .atMost(1.5)) {
            let names = stride(from: 0, to: events, by: Workload.eventsPerStream * 7).map {
                Workload.stream($0)
            }
            let raw = try files.raw()
            let statement = try raw.streamStatement()
            defer { raw.finish(statement) }
            // Each with what it reads in its cache, as a board in use has it.
            for name in names {
                _ = raw.load(stream: name, with: statement)
                _ = try await log.stream(name, after: 0)
            }
            let rawTime = await seconds {
                for name in names { _ = raw.load(stream: name, with: statement) }
            }
            let time = try await seconds {
                for name in names {
                    guard try await log.stream(name, after: 0).count == Workload.eventsPerStream
                    else { throw WrongCount() }
                }
            }
            $0.baseline.add(rawTime / Double(names.count) * 1e6)
            $0.reached.add(time / Double(names.count) * 1e6)
        }
    }

    /// With the least of a fold: what the log itself costs.
    private var rebuild: Measurement {
        Measurement("rebuild", unit: "events/s", aim: .atLeast(60_000)) {
            $0.reached.add(
                try await rate {
                    try await log.rebuildProjections(with: CaseFold()) { _ in }
                    return events
                })
        }
    }

    /// Of the file with events, commands and their indexes.
    private var size: Measurement {
        Measurement("bytes an event", unit: "bytes", aim: .atMost(700)) {
            let fresh = try BenchmarkFolder(in: folder)
            let empty = fresh.bytes
            try fresh.fill(events)
            $0.reached.add(Double(fresh.bytes - empty) / Double(events))
        }
    }

    /// Events per second of work that gives back how many it read.
    private func rate(_ work: () async throws -> Int) async throws -> Double {
        let time = try await seconds {
            guard try await work() == events else { throw WrongCount() }
        }
        return Double(events) / time
    }
}
