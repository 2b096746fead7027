import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Searching the board")
struct SearchTests {
    private func found(
        _ text: String, as person: PersonID?, in county: TestCounty
    ) async throws -> [String] {
        var query = CaseQuery()
        query.text = text
        query.sort = .relevance
        return try await county.board.cases(query, as: person).map(\.id)
    }

    @Test(
        "A draft is found by its enterprise and the officials, by nobody else",
        arguments: [true, false])
    func drafts(onFile: Bool) async throws {
        let county = try await TestCounty(onFile: onFile)
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        for text in ["轴承", "高速轴承", "温升过高", "XC-2026-0001", "鼎岳", "GB/T 24607"] {
            for person in ["ent", "case", "aud"] {
                #expect(try await found(text, as: person, in: county) == ["XC-2026-0001"])
            }
            for person in ["bid1", "lab", nil] {
                #expect(try await found(text, as: person, in: county).isEmpty)
            }
        }
    }

    @Test(
        "What only bidders may read of a published case finds it for nobody",
        arguments: Confidentiality.allCases)
    func confidential(_ confidentiality: Confidentiality) async throws {
        let county = try await TestCounty()
        try await county.publish(["confidentiality": .string(confidentiality.rawValue)])
        for person in ["bid1", "case", nil] {
            #expect(try await found("高速轴承", as: person, in: county) == ["XC-2026-0001"])
            let isFound = try await !found("主轴温升", as: person, in: county).isEmpty
            #expect(isFound == (confidentiality == .open))
        }
    }

    @Test("A page that a stranger asks for is full, though drafts lie between")
    func pages() async throws {
        var county = try await TestCounty()
        try await county.publish()
        for number in 2...4 {
            county.challenge = "XC-2026-000\(number)"
            try await county.act("create", as: "ent", fields: .object(Cast.terms))
        }
        county.challenge = "XC-2026-0005"
        try await county.publish(notDuplicate: true)
        var query = CaseQuery()
        query.limit = 2
        let seen = try await county.board.cases(query, as: nil).map(\.id)
        #expect(seen == ["XC-2026-0001", "XC-2026-0005"])
    }
}
