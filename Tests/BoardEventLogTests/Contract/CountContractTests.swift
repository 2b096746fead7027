import BoardDomain
import BoardEventLog
import Testing

@Suite("What is counted, in every implementation")
struct CountContractTests {
    private func record(
        _ projections: [StreamProjection], in log: any EventLog
    ) async throws {
        var request = Sample.request("c1", events: projections.map { Sample.draft($0.stream) })
        request.projections = projections
        _ = try await log.append(request)
    }

    @Test(
        "The last contract of each pair is known to both sides", arguments: Implementation.allCases)
    func dealings(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            var projections = (1...3).map { Sample.projection("XC-2026-000\($0)") }
            let day = Sample.start.day
            projections[0].dealings = [
                DealingRow("o2", "o1", day: day), DealingRow("o2", "o3", day: day),
            ]
            projections[1].dealings = [DealingRow("o1", "o2", day: day.adding(9))]
            projections[2].dealings = [DealingRow("o4", "o5", day: day)]
            try await record(projections, in: log)
            #expect(
                try await log.dealings(of: ["o2"]) == [
                    DealingRow("o1", "o2", day: day.adding(9)), DealingRow("o2", "o3", day: day),
                ])
            #expect(
                try await log.dealings(of: ["o3", "o5"]) == [
                    DealingRow("o2", "o3", day: day), DealingRow("o4", "o5", day: day),
                ])
            #expect(try await log.dealings(of: []).isEmpty)
        }
    }

    @Test(
        "Stays are those of the cases in scope, overdue duties go by state and year",
        arguments: Implementation.allCases)
    func stays(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            var projections = (1...3).map { Sample.projection("XC-2026-000\($0)") }
            projections[0].caseRow?.state = "draft"
            projections[2].caseRow?.year = 2027
            let late = DutyRow(
                object: "题", rule: "C3", roles: ["reviewer"], opened: Sample.start, overdue: true,
                title: "受理")
            for index in projections.indices {
                projections[index].stays = [
                    StayRow(lane: "pose", from: Sample.start, until: Sample.start.adding(hours: 1)),
                    StayRow(lane: "assist", from: Sample.start.adding(hours: 1)),
                ]
                projections[index].duties = [late, late]
            }
            projections.append(StreamProjection(stream: "pool/P", version: 1, duties: [late]))
            try await record(projections, in: log)
            let stranger = CaseScope(hiddenStates: ["draft"], ownEnterprises: [])
            let seen = try await log.stays(in: stranger)
            #expect(seen.map(\.id) == ["0002", "0002", "0003", "0003"].map { "XC-2026-" + $0 })
            #expect(seen.prefix(2).map(\.stay) == projections[1].stays)
            #expect(try await log.stays(in: .everything).count == 6)
            #expect(try await log.overdueDuties(year: nil) == ["draft": 2, "open": 4, "": 1])
            #expect(try await log.overdueDuties(year: 2027) == ["open": 2])
        }
    }

    @Test(
        "A snapshot comes with the version it is of, and stands until another is taken or none is left",
        arguments: Implementation.allCases)
    func snapshots(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let (first, second) = (
                StreamSnapshot(stream: "pool/A", version: 3, bytes: [1, 0, 255]),
                StreamSnapshot(stream: "pool/B", version: 7, bytes: [])
            )
            func record(_ changes: [String: SnapshotChange], _ id: String) async throws {
                let projections = changes.map {
                    StreamProjection(stream: $0.key, version: 9, snapshot: $0.value)
                }
                var request = Sample.request(id, events: [Sample.draft("pool/A")])
                request.projections = projections
                _ = try await log.append(request)
            }
            #expect(try await log.snapshots(prefix: "pool/") == [])
            #expect(try await log.snapshot(of: "pool/A") == nil)
            try await record(
                [
                    "pool/A": .taken(version: 3, bytes: [1, 0, 255]),
                    "pool/B": .taken(version: 7, bytes: []), "pool/C": .absent, "pool/D": .kept,
                    "pools/E": .taken(version: 1, bytes: [5]),
                ], "c1")
            #expect(try await log.snapshots(prefix: "pool/") == [first, second])
            try await record(["pool/A": .kept, "pool/B": .absent], "c2")
            #expect(try await log.snapshots(prefix: "pool/") == [first])
            #expect(try await log.snapshot(of: "pool/A") == first)
            #expect(
                try await log.projection(of: "pool/A")?.snapshot
                    == .taken(version: 3, bytes: [1, 0, 255]))
            #expect(try await log.projection(of: "pool/D")?.snapshot == .absent)
            try await record(["pool/A": .taken(version: 9, bytes: [2])], "c3")
            #expect(try await log.snapshot(of: "pool/A")?.bytes == [2])
        }
    }

    @Test(
        "The events of many streams come stream by stream, up to a position",
        arguments: Implementation.allCases)
    func manyStreams(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            for (number, name) in ["pool/B", "pool/A", "pools/X", "pool/B", "pool/A"].enumerated() {
                _ = try await log.append(
                    Sample.request("c\(number)", events: [Sample.draft(name)]))
            }
            let rows = try await log.events(inStreams: "pool/", through: 4)
            #expect(rows.map(\.stream) == ["pool/A", "pool/B", "pool/B"])
            #expect(rows.map(\.version) == [1, 1, 2])
            #expect(try await log.events(inStreams: "pool/", through: .max).count == 4)
        }
    }
}
