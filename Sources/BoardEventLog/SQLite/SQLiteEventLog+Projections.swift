package import BoardDomain

extension SQLiteEventLog {
    package func cases(_ query: CaseQuery) async throws -> [CaseRow] {
        try await reader.cases(query)
    }

    package func tally(_ query: CaseQuery, by facet: CaseFacet) async throws -> [CaseTally] {
        try await reader.tally(query, by: facet)
    }

    package func firstDuties(in streams: Set<String>) async throws -> [FirstDuty] {
        try await reader.firstDuties(in: streams)
    }

    package func caseRow(id: String) async throws -> CaseRow? { try await reader.caseRow(id: id) }

    package func duties(of holder: DutyHolder) async throws -> [StreamDuty] {
        try await reader.duties(of: holder)
    }

    package func streamsDue(by instant: Instant, limit: Int) async throws -> [StreamDue] {
        try await reader.streamsDue(by: instant, limit: limit)
    }

    package func firstDue() async throws -> Instant? { try await reader.firstDue() }

    package func holder(
        ofDocument number: String, kind: String
    ) async throws -> DocumentNumberHolder? {
        try await reader.holder(ofDocument: number, kind: kind)
    }

    package func streams(involving party: String) async throws -> [String] {
        try await reader.streams(involving: party)
    }

    package func dealings(of parties: Set<String>) async throws -> [DealingRow] {
        try await reader.dealings(of: parties)
    }

    package func stays(in scope: CaseScope) async throws -> [CaseStay] {
        try await reader.stays(in: scope)
    }

    package func overdueDuties(year: Int?) async throws -> [String: Int] {
        try await reader.overdueDuties(year: year)
    }

    package func snapshots(prefix: String) async throws -> [StreamSnapshot]? {
        try await reader.snapshots(prefix: prefix)
    }

    package func snapshot(of stream: String) async throws -> StreamSnapshot? {
        try streamReader.snapshot(of: stream)
    }

    package func projection(of stream: String) async throws -> StreamProjection? {
        try await reader.projection(of: stream)
    }

    package func projectionDump() async throws -> [String] { try await reader.projectionDump() }
}
