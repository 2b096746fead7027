import BoardDomain
import BoardEventLog
import Testing

@Suite("Projections, in every implementation")
struct ProjectionContractTests {
    private func record(
        _ projections: [StreamProjection], as id: String, in log: any EventLog
    ) async throws {
        var request = Sample.request(
            id, events: projections.map { Sample.draft($0.stream) })
        request.projections = projections
        _ = try await log.append(request)
    }

    private func due(_ hours: Int) -> Instant { Sample.start.adding(hours: hours) }

    private func duty(
        _ rule: String, roles: [String] = [], persons: [String] = [],
        organisation: String? = nil, due: Instant? = nil, overdue: Bool = false
    ) -> DutyRow {
        DutyRow(
            object: "题", rule: rule, command: "accept", roles: roles, persons: persons,
            organisation: organisation, opened: Sample.start, due: due, overdue: overdue,
            title: "受理 \"\(rule)\"\n")
    }

    @Test(
        "What is projected comes back whole and replaces what was there",
        arguments: Implementation.allCases)
    func replacement(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            var row = Sample.caseRow("XC-2026-0001", deadline: due(5))
            row.listEdition = "2026-1"
            row.importKey = "csv-17"
            var full = Sample.projection(
                "XC-2026-0001", nextDue: due(2), row: row,
                duties: [
                    duty("C3", roles: ["caseOfficer", "reviewer"], due: due(1)),
                    duty("K2", persons: ["p-zhou", "p-lin"], organisation: "o1", overdue: true),
                ],
                documents: [DocumentNumberRow(number: "FP-9", object: "m1", kind: "invoice")],
                involvements: [
                    InvolvementRow(party: "o2", role: "bidder", object: "b2"),
                    InvolvementRow(party: "o1", role: "bidder", object: "b1"),
                ])
            full.dealings = [
                DealingRow("o2", "o1", day: Sample.start.day),
                DealingRow("o1", "o3", day: Day(number: 0)),
            ]
            full.stays = [
                StayRow(lane: "pose", from: due(1), until: due(2)),
                StayRow(lane: "assist", from: due(2)),
            ]
            full.snapshot = .taken(version: 1, bytes: Array("as it stands".utf8))
            try await record([full], as: "c1", in: log)
            #expect(try await log.projection(of: full.stream) == full)
            #expect(try await log.caseRow(id: "XC-2026-0001") == row)
            let bare = StreamProjection(stream: full.stream, version: 2)
            try await record([bare], as: "c2", in: log)
            #expect(try await log.projection(of: full.stream) == bare)
            #expect(try await log.caseRow(id: "XC-2026-0001") == nil)
            #expect(try await log.firstDue() == nil)
            #expect(try await log.streams(involving: "o1").isEmpty)
            #expect(try await log.holder(ofDocument: "FP-9", kind: "invoice") == nil)
            #expect(try await log.dealings(of: ["o1"]).isEmpty)
            #expect(try await log.stays(in: .everything).isEmpty)
            #expect(try await log.snapshots(prefix: "") == [])
            #expect(try await log.projection(of: "none") == nil)
            #expect(
                try await log.projectionDump()
                    == [#"projected_streams "challenge/XC-2026-0001" 2 -"#])
        }
    }

    @Test("Cases are filtered by each field", arguments: Implementation.allCases)
    func filters(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            var rows = (1...4).map { Sample.caseRow("XC-2026-000\($0)") }
            rows[0].state = "draft"
            rows[0].lane = "pose"
            rows[1].chain = "光电"
            rows[1].topicClass = "场景"
            rows[1].mode = "racing"
            rows[2].enterprise = "other"
            rows[2].enterpriseName = "Acme 100%"
            rows[2].budget = 200
            rows[2].deadline = due(5)
            rows[3].listEdition = "2026-1"
            rows[3].importKey = "csv-1"
            rows[3].year = 2027
            var projections = rows.map { Sample.projection($0.id, row: $0) }
            projections[1].involvements = [
                InvolvementRow(party: "o9", role: "bidder", object: "b1"),
                InvolvementRow(party: "o9", role: "member", object: "b2"),
            ]
            try await record(projections, as: "c1", in: log)
            func expect(_ places: [Int], _ change: (inout CaseQuery) -> Void) async throws {
                var query = CaseQuery()
                change(&query)
                #expect(try await log.cases(query) == places.map { rows[$0] })
            }
            try await expect([0, 1, 2, 3]) { _ in }
            try await expect([0]) { $0.states = ["draft", "closed"] }
            try await expect([1, 2, 3]) { $0.lanes = ["answer"] }
            try await expect([1]) { $0.chain = "光电" }
            try await expect([1]) { $0.topicClass = "场景" }
            try await expect([1]) { $0.mode = "racing" }
            try await expect([2]) { $0.enterprise = "other" }
            try await expect([1]) { $0.involved = "o9" }
            try await expect([3]) { $0.listEdition = "2026-1" }
            try await expect([3]) { $0.importKey = "csv-1" }
            try await expect([3]) { $0.year = 2027 }
            try await expect([2]) { $0.deadlines = due(5)...due(6) }
            try await expect([]) { $0.deadlines = due(6)...due(7) }
            try await expect([2]) { $0.budgets = 101...200 }
            try await expect([0, 1, 2, 3]) { $0.budgets = 0...200 }
            try await expect([2]) { $0.text = "aCME 100%" }
            try await expect([1]) { $0.text = "nsk-XC-2026-0002" }
            try await expect([0, 1, 2, 3]) { $0.text = "轴承" }
            try await expect([]) {
                $0.text = "轴承"
                $0.states = ["nowhere"]
            }
            try await expect([2]) {
                $0.scope = CaseScope(hiddenStates: ["draft", "open"], ownEnterprises: ["other"])
            }
            try await expect([1, 2, 3]) {
                $0.scope = CaseScope(hiddenStates: ["draft"], ownEnterprises: [])
                $0.text = "轴承"
            }
        }
    }

    @Test(
        "Pages of every sort follow each other without gap or overlap",
        arguments: Implementation.allCases, CaseSort.allCases)
    func paging(_ implementation: Implementation, sort: CaseSort) async throws {
        try await implementation.withLog { log in
            let rows = (0..<9).map { number in
                Sample.caseRow(
                    "XC-2026-000\(number)", budget: Int64(number * 7 % 4),
                    deadline: number % 3 == 0 ? nil : due(number * 5 % 4),
                    changed: Int64(number * 3 % 5))
            }
            try await record(rows.map { Sample.projection($0.id, row: $0) }, as: "c1", in: log)
            let expected = rows.sorted {
                (sort.key($0), $0.id) < (sort.key($1), $1.id)
            }
            for descending in [false, true] {
                var query = CaseQuery()
                query.sort = sort
                query.descending = descending
                query.limit = 2
                var found: [CaseRow] = []
                while true {
                    let page = try await log.cases(query)
                    guard let last = page.last else { break }
                    found += page
                    query.after = CaseCursor(last, in: sort)
                }
                #expect(found == (descending ? expected.reversed() : expected))
            }
        }
    }

    @Test(
        "Duties go to the named person, or to the role in its organisation, overdue first",
        arguments: Implementation.allCases)
    func duties(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await record(
                [
                    Sample.projection(
                        "XC-2026-0001",
                        duties: [
                            duty("late", roles: ["signatory"], organisation: "o1", due: due(9)),
                            duty("other", roles: ["signatory"], organisation: "o2"),
                            duty("named", persons: ["p-zhou"], due: due(3)),
                            duty("notMe", roles: ["caseOfficer"], persons: ["p-lin"]),
                        ]),
                    Sample.projection(
                        "XC-2026-0002",
                        duties: [
                            duty("never", roles: ["caseOfficer", "reviewer"]),
                            duty("overdue", roles: ["caseOfficer"], due: due(8), overdue: true),
                        ]),
                ], as: "c1", in: log)
            let zhou = DutyHolder(
                person: "p-zhou",
                appointments: [
                    .init(role: "caseOfficer", organisation: "bureau"),
                    .init(role: "reviewer", organisation: "bureau"),
                    .init(role: "signatory", organisation: "o1"),
                ])
            let found = try await log.duties(of: zhou)
            #expect(found.map(\.duty.rule) == ["overdue", "named", "late", "never"])
            #expect(found.first?.stream == "challenge/XC-2026-0002")
            let nobody = DutyHolder(person: "", appointments: [])
            #expect(try await log.duties(of: nobody).isEmpty)
        }
    }

    @Test("Due streams come in the order of the clock", arguments: Implementation.allCases)
    func dueStreams(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            #expect(try await log.firstDue() == nil)
            let hours = [
                "XC-2026-0001": 4, "XC-2026-0002": 1, "XC-2026-0003": 4, "XC-2026-0004": 6,
            ]
            var projections = hours.map { Sample.projection($0.key, nextDue: due($0.value)) }
            projections.append(Sample.projection("XC-2026-0005"))
            try await record(projections, as: "c1", in: log)
            let found = try await log.streamsDue(by: due(4), limit: 9)
            #expect(
                found
                    == [("0002", 1), ("0001", 4), ("0003", 4)].map {
                        StreamDue(stream: "challenge/XC-2026-\($0.0)", due: due($0.1))
                    })
            #expect(try await log.streamsDue(by: due(9), limit: 1).map(\.due) == [due(1)])
            #expect(try await log.firstDue() == due(1))
        }
    }

    @Test(
        "A document number is live in one case only, and the command that reuses it leaves nothing",
        arguments: Implementation.allCases)
    func documentNumbers(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let invoice = DocumentNumberRow(number: "FP-1", object: "e1", kind: "invoice")
            let first = Sample.projection("XC-2026-0001", documents: [invoice])
            try await record([first], as: "c1", in: log)
            #expect(
                try await log.holder(ofDocument: "FP-1", kind: "invoice")
                    == DocumentNumberHolder(stream: first.stream, object: "e1"))
            let second = Sample.projection("XC-2026-0002", documents: [invoice])
            let inUse = EventLogError.documentNumberInUse(
                kind: "invoice", number: "FP-1", stream: first.stream)
            await #expect(throws: inUse) { try await record([second], as: "c2", in: log) }
            #expect(try await log.head().position == 1)
            #expect(try await log.projection(of: second.stream) == nil)
            #expect(try await log.outcome(person: "p-zhou", commandID: "c2") == nil)
            // Another kind never collides; a number moves within one command.
            var order = invoice
            order.kind = "order"
            var emptied = first
            emptied.documentNumbers = []
            var both = second
            both.documentNumbers = [invoice, order]
            try await record([emptied, both], as: "c3", in: log)
            #expect(
                try await log.holder(ofDocument: "FP-1", kind: "invoice")?.stream == second.stream)
            var twice = emptied
            twice.documentNumbers = [
                DocumentNumberRow(number: "FP-2", object: "a", kind: "order"),
                DocumentNumberRow(number: "FP-2", object: "b", kind: "order"),
            ]
            await #expect(throws: EventLogError.self) {
                try await record([twice], as: "c4", in: log)
            }
        }
    }

    @Test(
        "Parties are found in every stream they have a part in", arguments: Implementation.allCases)
    func involvements(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let part = InvolvementRow(party: "o1", role: "bidder", object: "b1")
            try await record(
                [
                    Sample.projection("XC-2026-0002", involvements: [part]),
                    Sample.projection("XC-2026-0001", involvements: [part, part]),
                    Sample.projection("XC-2026-0003"),
                ], as: "c1", in: log)
            #expect(
                try await log.streams(involving: "o1")
                    == ["challenge/XC-2026-0001", "challenge/XC-2026-0002"])
        }
    }

    @Test("Both implementations dump the same, in whatever order the streams came")
    func equalDumps() async throws {
        let projections = (1...3).map { number in
            Sample.projection(
                "XC-2026-000\(number)", nextDue: due(number),
                duties: [duty("C3", roles: ["b", "a", "b"], due: due(number))],
                documents: [DocumentNumberRow(number: "\(number)", object: "o", kind: "k")],
                involvements: [InvolvementRow(party: "o1", role: "r", object: "o")])
        }
        var dumps: [[String]] = []
        for implementation in Implementation.allCases {
            try await implementation.withLog { log in
                let order = implementation == .memory ? projections : projections.reversed()
                for projection in order {
                    try await record([projection], as: projection.stream, in: log)
                }
                dumps.append(try await log.projectionDump())
            }
        }
        // Of each stream eight rows of its state and ten tokens of its text.
        #expect(dumps[0].count == 3 * (8 + 10))
        #expect(dumps.allSatisfy { $0 == dumps[0] })
    }
}
