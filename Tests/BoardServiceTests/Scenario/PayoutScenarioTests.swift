import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Acceptance: payout")
struct PayoutScenarioTests {
    @Test(
        """
        11. A payout asked at 16 万元 under a cap of 15 万元 is recorded at 15 万元, with the reason
        """
    )
    func capped() async throws {
        let county = try await TestCounty()
        let claim = "claim/DF-2026-0001"
        try await county.claim(claim, by: 1, asked: 16_000_000)
        let created = try #require(
            try await county.events(of: claim).first { $0.type == .entitlementCreated })
        #expect(created.fields[F.claimAsked] == Money(fen: 16_000_000))
        #expect(created.fields[F.amount] == Money(fen: 15_000_000))
        #expect(created.fields[F.why] == .cap)
        #expect(created.fields[F.claimCap] == Money(fen: 15_000_000))
        #expect(try await county.payout(of: claim).amount == Money(fen: 15_000_000))
        // The same paper makes no second claim, and the cap is one an enterprise.
        let again = try await county.refusalOfClaim(
            "claim/DF-2026-0002", by: 1, asked: 1_000_000, paper: claim)
        #expect(again?.code == RefusalCode("documentUsed"))
        let more = try await county.refusalOfClaim(
            "claim/DF-2026-0002", by: 1, asked: 1_000_000, paper: "新凭证")
        #expect(more?.code == RefusalCode("nothingLeft"))
    }

    @Test("12. A short pool queues payouts by rank; nothing is cut or dropped")
    func shortPool() async throws {
        let county = try await TestCounty()
        try await county.openPool(2027, 20_000_000)
        let claims = (1...3).map { "claim/DF-2026-000\($0)" }
        // 15, 15 and 4 万元 out of 20: the third would fit, but it stands behind the second.
        for (number, asked) in [15_000_000, 15_000_000, 4_000_000].enumerated() {
            try await county.claim(claims[number], by: number + 1, asked: Int64(asked))
            try await county.bringToNotice(claims[number], by: number + 1, pool: "JBGS-2027")
        }
        try await county.advance(workdays: 7)
        for claim in claims {
            try await county.act("approve", on: "payout/1", of: claim, as: "rev")
        }
        #expect(try await county.payouts(of: claims).map(\.state) == [.approved, .queued, .queued])
        #expect(try await county.payouts(of: claims).map(\.rank) == [1, 2, 3])

        try await county.pay(claims[0])
        #expect(try await county.payouts(of: claims).map(\.state) == [.paid, .queued, .queued])
        // 5 + 10 万元 reach the second and not the third; 4 more reach the third.
        try await county.allot(10_000_000)
        #expect(try await county.payouts(of: claims).map(\.state) == [.paid, .approved, .queued])
        try await county.allot(4_000_000)
        #expect(try await county.payouts(of: claims).map(\.state) == [.paid, .approved, .approved])
        try await county.pay(claims[1])
        try await county.pay(claims[2])
        #expect(
            try await county.payouts(of: claims).map(\.amount.fen)
                == [15_000_000, 15_000_000, 4_000_000])
        let pool = try #require(try await county.board.pools().first { $0.name == "JBGS-2027" })
        #expect(pool.free == .zero)
    }
}

extension TestCounty {
    private func claimFields(_ asked: Int64, _ paper: String) -> JSON {
        [
            "policy": "RD-AWARD", "base": 30_000_000, "asked": .integer(asked),
            "baseDocument": .string(paper),
        ]
    }

    fileprivate func claim(_ stream: String, by number: Int, asked: Int64) async throws {
        try await act(
            "claim", on: "entitlement", of: stream, as: "bid\(number)",
            fields: claimFields(asked, stream))
    }

    fileprivate func refusalOfClaim(
        _ stream: String, by number: Int, asked: Int64, paper: String
    ) async throws -> Refusal? {
        try await refusal(
            "claim", on: "entitlement", of: stream, as: "bid\(number)",
            fields: claimFields(asked, paper))
    }

    fileprivate func payout(of claim: String) async throws -> Payout {
        let stream = try #require(StreamID(text: claim))
        let found = try await board.state(of: stream).aggregate as? PolicyClaim
        return try #require(found?.payouts.all.first)
    }

    fileprivate func payouts(of claims: [String]) async throws -> [Payout] {
        var found: [Payout] = []
        for claim in claims { found.append(try await payout(of: claim)) }
        return found
    }

    /// Submitted, checked and reviewed; its notice runs.
    fileprivate func bringToNotice(
        _ claim: String, by number: Int, pool: String
    ) async throws {
        let amount = try await payout(of: claim).amount
        try await act(
            "submit", on: "payout/1", of: claim, as: "bid\(number)", "bidsig\(number)",
            fields: [
                "account": [
                    "holder": .string(Cast.bidders[number - 1].name), "bank": "新昌农商行",
                    "number": "6228",
                ], "documents": [.string(digest(claim).text)],
            ])
        try await act("check", on: "payout/1", of: claim, as: "case")
        try await act(
            "review", on: "payout/1", of: claim, as: "fin",
            fields: ["amount": amount.json, "pool": .string(pool)])
        try await act(
            "publish-payout", on: "payout/1", of: claim, as: "case", "rev",
            fields: ["text": "拟兑付研发奖励", "reasons": "材料齐全", "channel": "门户网站"])
    }

    fileprivate func pay(_ claim: String) async throws {
        try await act(
            "order", on: "payout/1", of: claim, as: "pay",
            fields: ["idempotencyKey": .string("order " + claim)])
        try await act(
            "confirm", on: "payout/1", of: claim, as: "pay",
            fields: ["confirmation": .string("receipt " + claim)])
    }

    fileprivate func allot(_ amount: Int64) async throws {
        try await act(
            "allot", on: "pool", of: "pool/JBGS-2027", as: "fin",
            fields: [
                "amount": .integer(amount), "document": .string("追加指标\(amount)"),
            ])
    }
}
