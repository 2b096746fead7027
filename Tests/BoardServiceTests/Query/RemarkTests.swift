import Testing

@testable import BoardDomain
@testable import BoardService

/// Whoever has to act next finds why, and what he put himself.
@Suite("Remarks and texts that came back")
struct RemarkTests {
    private static func returned() async throws -> TestCounty {
        let county = try await TestCounty()
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        try await county.act(
            "submit", as: "ent", "sig",
            fields: ["integrityPledge": true, "unclassifiedPledge": true])
        try await county.act(
            "return", as: "case",
            fields: [
                "corrections": [["field": "indicators", "reason": "缺试验温度"]],
                "reason": "指标不完整", "clause": "第七条",
            ])
        return county
    }

    @Test("C4 the enterprise is shown what has to be corrected, until it submits again")
    func corrections() async throws {
        let county = try await Self.returned()
        for person in ["ent", "sig", "case", "rev"] {
            let file = try await county.board.caseFile(county.challenge, as: person)
            let remark = try #require(file["remark"], "\(person)")
            #expect(remark["what"] == "ReturnedForCorrection")
            #expect(remark["reason"] == "指标不完整")
            #expect(remark["corrections"]?.array?.first?["reason"] == "缺试验温度")
            #expect(remark["who"] != nil && remark["at"] != nil)
        }
        try await county.act(
            "submit", as: "ent", "sig",
            fields: ["integrityPledge": true, "unclassifiedPledge": true])
        let file = try await county.board.caseFile(county.challenge, as: "ent")
        #expect(file["remark"] == nil)
    }

    @Test("What a signatory sends back comes back with his reason and the text that was put")
    func sentBack() async throws {
        let county = try await TestCounty()
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        try await county.act(
            "submit", as: "ent", fields: ["integrityPledge": true, "unclassifiedPledge": true])
        try await county.act(
            Command.sendBack, as: "sig",
            fields: ["step": "C2", "reason": "出资比例须再议", "clause": "章程第三条"])
        let file = try await county.board.caseFile(county.challenge, as: "ent")
        #expect(file["remark"]?["reason"] == "出资比例须再议")
        let stream = StreamID(.challenge, county.challenge)
        let options = try await county.board.options(for: "ent", in: stream)
        let submission = try #require(options.first { $0.command == "submit" })
        #expect(submission.sentBack?[name: "integrityPledge"] == true)
        #expect(submission.proposed == nil)
        try await county.act(
            "submit", as: "ent", fields: ["integrityPledge": true, "unclassifiedPledge": true])
        let anew = try await county.board.options(for: "ent", in: stream)
        #expect(anew.first { $0.command == "submit" }?.sentBack == nil)
        #expect(try await county.board.caseFile(county.challenge, as: "ent")["remark"] == nil)
    }

    @Test("P15 whoever is named to argue the need knows of the case, and declares before he reads")
    func named() async throws {
        let county = try await TestCounty()
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        try await county.act(
            "submit", as: "ent", "sig",
            fields: ["integrityPledge": true, "unclassifiedPledge": true])
        try await county.act("accept", as: "case", fields: ["assignee": "case"])
        try await county.act(
            "send-to-argument", as: "case", "ent",
            fields: ["argumentExperts": ["arg1", "arg2", "arg3"]])
        let before = try await county.board.caseFile(county.challenge, as: "arg1")
        #expect(before["title"] != nil && before["enterprise"] != nil)
        #expect(before["terms"] == nil)
        #expect(before["argument"]?.array?.count == 1)
        let seat = try #require(
            try await county.found().argumentSeats.all.first { $0.person == "arg1" })
        try await county.act(
            "declare", on: seat.reference.text, as: "arg1",
            fields: ["confidentialityPledge": true, "noInterestPledge": true])
        let after = try await county.board.caseFile(county.challenge, as: "arg1")
        #expect(after["terms"] != nil)
        #expect(after["argument"]?.array?.count == 3)
    }

    @Test("T10 T13 the parties find the report and its result in their inboxes, each once")
    func report() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        try await county.contract()
        try await county.submit(
            try #require(try await county.found().milestones["1.1"]), by: 1)
        try await county.schedule("verification/1.1.1")
        try await county.run("verification/1.1.1")
        try await county.report("verification/1.1.1")
        let contract = try #require(try await county.found().contracts["1"])
        let bidder = "bid\(try county.number(of: contract))"
        for person in ["ent", bidder] {
            let items = try await county.board.inbox(of: person)
                .filter { $0.command == "countersign" }
            #expect(items.count == 1 && items.first?.due != nil, "\(person)")
        }
        try await county.act("countersign", on: "verification/1.1.1", as: "ent")
        #expect(
            try await county.board.inbox(of: "ent").allSatisfy { $0.command != "countersign" })
        #expect(
            try await county.board.inbox(of: bidder).count { $0.command == "countersign" } == 1)
        try await county.act("countersign", on: "verification/1.1.1", as: bidder)
        for person in ["ent", bidder] {
            let acts = try await county.board.inbox(of: person).map(\.act)
            #expect(acts.contains("TestResult"), "\(person)")
        }
    }
}
