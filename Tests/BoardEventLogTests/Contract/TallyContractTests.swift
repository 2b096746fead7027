import BoardDomain
import BoardEventLog
import Synchronization
import Testing

@Suite("What cases are counted by and what waits in them, in every implementation")
struct TallyContractTests {
    private func record(
        _ projections: [StreamProjection], in log: any EventLog
    ) async throws {
        var request = Sample.request("c1", events: projections.map { Sample.draft($0.stream) })
        request.projections = projections
        _ = try await log.append(request)
    }

    private static let late = DutyRow(
        object: "题", rule: "C3", roles: ["reviewer"], opened: Sample.start,
        due: Sample.start.adding(hours: 5), overdue: true, title: "受理")

    /// Three open cases, one of them late, and a draft.
    private static var projections: [StreamProjection] {
        var projections = (1...4).map { Sample.projection("XC-2026-000\($0)") }
        projections[0].caseRow?.listEdition = "2026Q1"
        projections[1].caseRow?.budget = 250
        projections[2].caseRow?.chain = "机器人"
        projections[3].caseRow?.state = "draft"
        projections[3].caseRow?.lane = "pose"
        projections[1].duties = [
            late,
            DutyRow(
                object: "题", rule: "C4", roles: ["reviewer"], opened: Sample.start,
                due: Sample.start.adding(hours: 2), title: "退回"),
        ]
        projections[2].duties = [
            DutyRow(object: "题", rule: "C3", roles: ["buyer"], opened: Sample.start, title: "等")
        ]
        return projections
    }

    @Test("Cases are counted by a facet, within the filter and the scope, whatever the page")
    func tally() async throws {
        for implementation in Implementation.allCases {
            try await implementation.withLog { log in
                try await record(Self.projections, in: log)
                var query = CaseQuery()
                query.limit = 1
                #expect(
                    try await log.tally(query, by: .lane) == [
                        CaseTally(value: "answer", cases: 3, budget: 450),
                        CaseTally(value: "pose", cases: 1, budget: 100),
                    ])
                #expect(
                    try await log.tally(query, by: .listEdition).map(\.value) == ["", "2026Q1"])
                #expect(
                    try await log.tally(query, by: .year) == [
                        CaseTally(value: "2026", cases: 4, budget: 550)
                    ])
                query.text = "轴承"
                query.chain = "机器人"
                query.sort = .relevance
                #expect(
                    try await log.tally(query, by: .chain) == [
                        CaseTally(value: "机器人", cases: 1, budget: 100)
                    ])
                var narrow = CaseQuery()
                narrow.scope = CaseScope(hiddenStates: ["draft"], ownEnterprises: [])
                #expect(try await log.tally(narrow, by: .state).map(\.value) == ["open"])
            }
        }
    }

    @Test("A case with something late is found by it, and each stream's first due instant is told")
    func overdue() async throws {
        for implementation in Implementation.allCases {
            try await implementation.withLog { log in
                try await record(Self.projections, in: log)
                var query = CaseQuery()
                query.isOverdue = true
                #expect(try await log.cases(query).map(\.id) == ["XC-2026-0002"])
                #expect(try await log.tally(query, by: .state).map(\.cases) == [1])
                let streams = Set(Self.projections.map(\.stream))
                #expect(
                    try await log.firstDuties(in: streams) == [
                        FirstDuty(
                            stream: "challenge/XC-2026-0002", due: Sample.start.adding(hours: 2),
                            overdue: true)
                    ])
                #expect(try await log.firstDuties(in: ["challenge/XC-2026-0003"]).isEmpty)
            }
        }
    }

    @Test("A verification tells how far it is", arguments: Implementation.allCases)
    func progress(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let events = (1...4500).map { _ in Sample.draft() }
            _ = try await log.append(Sample.request("c1", events: events))
            let told = Mutex<[RebuildProgress]>([])
            let audit = try await log.verify(anchor: nil) { progress in
                told.withLock { $0.append(progress) }
            }
            #expect(audit.events == 4500)
            #expect(told.withLock { $0 } == [RebuildProgress(position: 4096, last: 4500)])
        }
    }
}
