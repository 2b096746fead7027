import BoardDomain
import BoardResources
import Testing

@testable import BoardService

/// §15 on paper: a print leaves the house, and cannot be taken back.
@Suite("Who may print what")
struct PrintVisibilityTests {
    /// The public, a bidder that took no part, a laboratory and an arguer.
    private static let strangers: [PersonID?] = [nil, "bid3", "lab", "arg1"]

    @Test("Of a case that is not published there is nothing to print for a stranger")
    func unpublished() async throws {
        let county = try await TestCounty()
        try await county.approve()
        for person in [nil, "bid1", "lab"] as [PersonID?] {
            for kind in PrintKind.allCases {
                await #expect(throws: BoardFault.notFound(county.challenge)) {
                    try await county.page(kind, as: person)
                }
            }
        }
        #expect(try await county.page(.caseFile, as: "ent").html.contains("高速轴承"))
    }

    @Test("Until the notice no print says who bids, what, or for how much")
    func sealed() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        let bids = (1...2).flatMap(Self.secrets(ofBid:))
        try await Self.expectNone(of: bids, in: county, for: Self.strangers + ["ent", "wrk"])
        // While it is sealed not even the bureau's own print knows.
        try await Self.expectNone(of: bids, in: county, for: ["case", "rev", "sup2", "aud"])
        try await county.open()
        try await Self.expectNone(of: bids, in: county, for: Self.strangers + ["ent", "wrk"])
        #expect(try await county.page(.caseFile, as: "case").html.contains("天姥大学"))
        try await county.evaluate()
        try await county.score()
        try await county.act("close-consensus", as: try await county.chair())
        // Half of the decision is none: the reviewer has not signed the notice yet.
        try await county.act(
            "publish-result", as: "case",
            fields: ["noticeText": "拟由天姥大学揭榜", "channel": "门户网站"])
        try await Self.expectNone(of: bids, in: county, for: Self.strangers + ["ent", "lia"])
    }

    @Test("After the award a stranger's prints have the winner, the value and the milestones alone")
    func executed() async throws {
        let county = try await TestCounty()
        try await Self.addLaboratory(to: county)
        try await county.proceedToMarket()
        let loser = try #require(try await county.bid(2))
        let verification = try #require(try await county.found().verifications.all.first)
        let secrets =
            Self.secrets(ofBid: 2) + Self.personal + [
                try #require(loser.total).text, "工艺路线第1号", "归乙方", "达到指标", "退回经费", "材料费",
                "800,000.00元", "1,190,000.00元", "连续两次超温即停", "XC-1001",
                try #require(verification.protocolDigest).text,
            ]
        try await Self.expectNone(of: secrets, in: county, for: [nil, "lab2", "arg1", "bid3"])
        for person in [nil, "bid2", "bid3", "arg1"] as [PersonID?] {
            let page = try await county.page(.contract, as: person)
            #expect(page.document.sheets.map(\.title) == ["《高速轴承》合同公开信息"])
            #expect(page.particular("合同金额") == "1,990,000.00元（人民币壹佰玖拾玖万元整）")
            #expect(page.tables.first?.rows.map { $0.cells[1] } == ["里程碑1"])
            #expect(page.places.isEmpty)
            let none = try await county.printFault(.certificate, as: person)
            guard case .nothingThere(_, _, let present) = none else {
                Issue.record("\(String(describing: none))")
                continue
            }
            #expect(!present.contains { $0.kind == .certificate })
        }
        // The laboratory that the protocol names has the certificate, and no contract.
        #expect(try await county.page(.certificate, as: "lab").html.contains("连续两次超温即停"))
        #expect(!(try await county.page(.contract, as: "lab").html.contains("归乙方")))
    }

    @Test("Of a restricted challenge nobody but bidders and officials prints terms or contracts")
    func restricted() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward(bids: 2, ["confidentiality": "restricted"])
        try await county.contract()
        let secrets = ["精度寿命", "GB/T 24607", "主轴温升过高", "2,000,000.00元", "200万元", "里程碑1"]
        try await Self.expectNone(of: secrets, in: county, for: [nil, "bid3", "lab"])
        #expect(try await county.printFault(.contract, as: "bid3") != nil)
        #expect(try await county.page(.caseFile, as: "bid2").html.contains("精度寿命"))
        // What hangs on the wall says no more when an official has printed it.
        let hung = try await county.page(.notice, as: "rev").html
        #expect(secrets.allSatisfy { !hung.contains($0) })
    }

    @Test("Who objects, and who asks, is on no stranger's print")
    func persons() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.act("ask", as: "bid3", fields: ["question": "加载多少？"])
        try await county.act(
            "draft-answer", on: "question/1", as: "ent", fields: ["answer": "二百公斤"])
        try await county.act("publish-answer", on: "question/1", as: "case")
        for number in 1...2 { try await county.seal(number) }
        try await county.open()
        try await county.evaluate()
        try await county.notice()
        try await county.object(to: "challenge", as: "bid2")
        let asked = try await county.page(.caseFile)
        #expect(asked.html.contains("加载多少？"))
        #expect(asked.html.contains("二百公斤"))
        try await Self.expectNone(
            of: ["bid3", "镜岭精工", "bid2", "评分有误"], in: county, for: [nil, "arg1", "lab"])
        #expect(try await county.page(.caseFile, as: "bid2").headings.contains("异议"))
        #expect(!(try await county.page(.caseFile, as: "bid1").headings.contains("异议")))
    }

    /// One that has nothing to do with the case.
    private static func addLaboratory(to county: TestCounty) async throws {
        let stream = "organisation/" + Cast.code(22)
        try await county.act(
            "register-organisation", on: "organisation", of: stream, as: "adm1",
            fields: ["code": .string(Cast.code(22)), "name": "别家检测所", "kind": "laboratory"])
        try await county.act("verify", on: "organisation", of: stream, as: "adm2")
        try await county.invite("lab2")
        try await county.appoint("lab2", .laboratory, Cast.code(22))
    }

    // MARK: What must not be on paper

    private static let personal = ["联系人", "a@b.cn", "组长1", "组长2", digest("bid1").text]

    private static func secrets(ofBid number: Int) -> [String] {
        let firm = Cast.bidders[number - 1]
        return [
            firm.name, firm.code, "bidsig\(number)", "工艺路线第\(number)号",
            number == 1 ? "1,990,000.00元" : "1,980,000.00元", ">\(200 - number)<",
        ]
    }

    /// Nothing of it is on any print, of any kind and language, that one of these people can make.
    private static func expectNone(
        of secrets: [String], in county: TestCounty, for persons: [PersonID?]
    ) async throws {
        for person in persons {
            for language in Language.allCases {
                for kind in PrintKind.allCases {
                    guard let page = try await printed(kind, in: county, as: person, language)
                    else { continue }
                    for secret in secrets where page.html.contains(secret) {
                        Issue.record("\(person ?? "the public") prints \(secret): \(kind)")
                    }
                }
            }
        }
    }

    private static func printed(
        _ kind: PrintKind, in county: TestCounty, as person: PersonID?, _ language: Language
    ) async throws -> PrintedPage? {
        do {
            return try await county.page(kind, as: person, language)
        } catch is PrintFault { return nil }
    }
}
