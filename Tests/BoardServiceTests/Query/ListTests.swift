import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("What lists and the log's browser tell")
struct ListTests {
    @Test("Counts by facet are those of the cases that the viewer sees")
    func tally() async throws {
        var county = try await TestCounty()
        try await county.publish()
        county.challenge = "XC-2026-0002"
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        let all = try await county.board.tally(CaseQuery(), by: .state, as: "case")
        #expect(all.map(\.value) == ["draft", "open"])
        let everybody = try await county.board.tally(CaseQuery(), by: .state, as: nil)
        #expect(everybody.map(\.value) == ["open"])
        var late = CaseQuery()
        late.isOverdue = true
        #expect(try await county.board.tally(late, by: .state, as: nil).isEmpty)
        #expect(try await county.board.cases(late, as: "bid1").isEmpty)
    }

    @Test("While bids come in everybody is told the deadline; duties only those who see all")
    func clocks() async throws {
        var county = try await TestCounty()
        try await county.publish()
        county.challenge = "XC-2026-0002"
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        try await county.act(
            "submit", as: "ent", "sig",
            fields: ["integrityPledge": true, "unclassifiedPledge": true])
        let rows = try await county.board.cases(CaseQuery(), as: "case")
        let official = try await county.board.clocks(of: rows, as: "case")
        let open = try #require(rows.first { $0.state == "open" })
        #expect(official[open.id] != nil)
        #expect(official["XC-2026-0002"] != nil)
        let stranger = try await county.board.clocks(of: rows, as: nil)
        #expect(stranger.keys.sorted() == [open.id])
        #expect(stranger[open.id]?.due == open.deadline)
        #expect(try #require(stranger[open.id]).workdaysLeft > 0)
    }

    @Test("Rows of the log are found by type, stream, person and text, of what is seen")
    func log() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        let head = try await county.board.head().position
        func found(
            _ person: PersonID?, _ change: (inout LogFilter) -> Void
        ) async throws -> [Int64] {
            var filter = LogFilter()
            change(&filter)
            return try await county.board.logEntries(
                matching: filter, before: head + 1, limit: 1000, scanning: .max, as: person
            ).entries.map(\.position)
        }
        #expect(try await found("aud") { _ in } == (1...head).reversed().map { $0 })
        let sealed = try await found("aud") { $0.types = ["BidSealed"] }
        #expect(sealed.count == 2)
        #expect(try await found("bid1") { $0.types = ["BidSealed"] }.count == 1)
        #expect(try await found(nil) { $0.types = ["BidSealed"] }.isEmpty)
        #expect(try await found("aud") { $0.actor = "bid1" }.isEmpty == false)
        let stream = StreamID(.challenge, county.challenge).text
        let own = try await found("aud") { $0.stream = stream }
        #expect(own == own.sorted(by: >) && own.contains(sealed[0]))
        #expect(try await found("aud") { $0.text = "主轴温升" }.isEmpty == false)
    }

    @Test("The log is looked through piece by piece, downwards, without gap or repetition")
    func pieces() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        let head = try await county.board.head().position
        var filter = LogFilter()
        filter.stream = "challenge/"
        let whole = try await county.board.logEntries(
            matching: filter, before: head + 1, limit: .max, scanning: .max, as: "aud")
        #expect(whole.reached == 0)
        var (pieces, end): ([Int64], Int64) = ([], head + 1)
        while end > 1 {
            let page = try await county.board.logEntries(
                matching: filter, before: end, limit: 3, scanning: 7, as: "aud")
            pieces += page.entries.map(\.position)
            #expect(page.reached < end - 1 || page.reached == 0)
            end = page.reached + 1
        }
        #expect(pieces == whole.entries.map(\.position))
    }

    @Test("Whom a report accuses is not told by a list before anything is public")
    func sanctions() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let id = try await county.board.newStream(.sanction)
        try await county.act(
            "report-misconduct", on: "sanction", of: id.text, as: "case",
            fields: [
                "target": .string(Cast.code(11)), "facts": "虚报业绩",
                "challenge": .string(county.challenge),
            ])
        let page = try await county.board.files(.sanction, limit: 10, as: "sup")
        #expect(page.rows == [StreamRow(stream: id, title: "", state: "reported")])
        #expect(page.next == nil)
        #expect(try await county.board.files(.sanction, limit: 10, as: nil).rows.isEmpty)
        let reads = try await county.board.reads(as: "aud")
        #expect(reads.isEmpty)
    }

    @Test("The runs of a verification are told with their serials, aborted ones too (V2)")
    func runs() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        try await county.contract(sample: 2)
        let milestone = try #require(try await county.found().milestones["1.1"])
        try await county.submit(milestone, by: 1)
        let object = try #require(try await county.found().verifications.all.first).reference.text
        try await county.schedule(object)
        try await county.run(object)
        try await county.abortRun(object)
        try await county.run(object, life: "1000")
        let file = try await county.board.caseFile(county.challenge, as: "bid1")
        let runs = try #require(file["verifications"]?.array?.first?["runs"]?.array)
        #expect(runs.map { $0["serial"] } == [1, 2, 3])
        #expect(runs.map { $0["aborted"] } == [false, true, false])
        #expect(runs[0]["values"]?.array?.allSatisfy { $0["passed"] == true } == true)
        #expect(runs[2]["values"]?.array?.contains { $0["passed"] == false } == true)
        let stranger = try await county.board.caseFile(county.challenge, as: "bid2")
        #expect(stranger["verifications"] == nil)
    }
}
