import BoardDomain
import BoardEventLog
import Synchronization
import Testing

@Suite("Rebuilding the projections, in every implementation")
struct RebuildContractTests {
    @Test("Rebuilt equals incremental", arguments: Implementation.allCases)
    func equal(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            for version in 1...3 {
                for number in 1...20 {
                    _ = try await log.append(
                        NoteFold.request("c\(version)-\(number)", ["challenge/\(number)": version]))
                }
            }
            let dump = try await log.projectionDump()
            let reports = Mutex([RebuildProgress]())
            try await log.rebuildProjections(with: NoteFold()) { progress in
                reports.withLock { $0.append(progress) }
            }
            #expect(try await log.projectionDump() == dump)
            #expect(
                reports.withLock { $0.last } == RebuildProgress(position: 60, last: 60))
            // What comes afterwards replaces what was rebuilt.
            _ = try await log.append(NoteFold.request("d1", ["challenge/1": 4]))
            #expect(
                try await log.projection(of: "challenge/1")
                    == NoteFold.projection(of: "challenge/1", version: 4))
        }
    }

    @Test(
        "A fold that fails leaves the old projections as they were",
        arguments: Implementation.allCases)
    func failing(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(NoteFold.request("c1", ["challenge/1": 1]))
            _ = try await log.append(NoteFold.request("c2", ["challenge/1": 2]))
            let dump = try await log.projectionDump()
            var fold = NoteFold()
            fold.failing = 2
            let rebuild = Task { [fold] in try await log.rebuildProjections(with: fold) { _ in } }
            await #expect(throws: NoteFold.Failure.self) { try await rebuild.value }
            #expect(try await log.projectionDump() == dump)
            try await log.rebuildProjections(with: NoteFold()) { _ in }
            #expect(try await log.projectionDump() == dump)
        }
    }
}
