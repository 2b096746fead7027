import Testing

@testable import BoardDomain

@Suite("Drafting a challenge")
struct DraftingTests {
    private func draft(_ other: [String: JSON]) -> JSON {
        .object(["title": "低噪声轴承"].merging(other) { $1 })
    }

    private func range(_ lower: String, _ upper: String) -> [String: JSON] {
        [
            "indicators": [
                [
                    "number": 1, "name": "硬度", "comparator": "range", "target": .string(lower),
                    "upper": .string(upper), "must": true,
                ]
            ]
        ]
    }

    @Test("C1 a clerk drafts for the own enterprise, and is told so when naming another")
    func ownEnterprise() throws {
        var board = try DomainBoard.county()
        let other = draft(["enterprise": .string(DomainBoard.bidder)])
        let refusal = board.refusal("create", as: "ent", other)
        #expect(refusal?.rule == "C1" && refusal?.code == .enterpriseNotOwn)
        #expect(refusal?.details["accepted"] == .string(DomainBoard.enterprise))
        try board.do("create", as: "ent", draft(["enterprise": .string(DomainBoard.enterprise)]))
        #expect(board.challenge().challenge.enterprise == DomainBoard.enterprise)
    }

    @Test("C1 the bureau drafts for the enterprise that it names")
    func onBehalf() throws {
        var board = try DomainBoard.county()
        try board.do("create", as: "case", draft(["enterprise": .string(DomainBoard.bidder)]))
        #expect(board.challenge().challenge.enterprise == DomainBoard.bidder)
    }

    @Test("A range that ends below its beginning is refused, by value and not by its letters")
    func inverted() throws {
        var board = try DomainBoard.county()
        let refusal = board.refusal("create", as: "ent", draft(range("28", "5")))
        #expect(refusal?.rule == "C1" && refusal?.code == .rangeInverted)
        #expect(refusal?.details["accepted"] == "28")
        try board.do("create", as: "ent", draft(range("5", "28")))
        #expect(
            board.refusal("revise", as: "ent", .object(range("9", "8.99")))?.code == .rangeInverted)
        #expect(board.refusal("revise", as: "ent", .object(range("60.0", "60"))) == nil)
    }
}
