import Testing

@testable import BoardDomain

@Suite("A contract that ends before its time")
struct ContractTerminationTests {
    private static let ground: JSON = [
        "cause": "infeasible", "reason": "技术路线不可行", "clause": "第九条",
    ]

    private static func sheet(
        _ cause: String = "infeasible", paid: Int64 = 0, due: Int64 = 0, recoverable: Int64 = 0,
        fault: String? = nil
    ) -> JSON {
        var fields: [String: JSON] = [
            "cause": .string(cause),
            "sheet": [
                "paid": .integer(paid), "due": .integer(due), "recoverable": .integer(recoverable),
            ], "reason": "尽职免责", "clause": "第九条",
        ]
        fields["atFault"] = fault.map(JSON.string)
        return .object(fields)
    }

    private func stated(_ ground: JSON = ground, as person: PersonID = "bid") throws -> DomainBoard
    {
        var board = try DomainBoard.executing()
        try board.do("state-ground", on: "contract/1", as: person, ground)
        return board
    }

    @Test("K17 the other side is heard before a contract ends")
    func heard() throws {
        var board = try stated()
        #expect(board.contract().ground?.until == Instant(text: "2026-03-13T23:59:59+08:00"))
        #expect(
            board.refusal("terminate", on: "contract/1", as: "case", Self.sheet())?.code
                == .hearingOpen)
        let own = board.refusal(
            "answer-ground", on: "contract/1", as: "bid", ["statement": "x", "consents": true])
        #expect(own?.code == .notHeardHere)
        #expect(
            board.refusal("state-ground", on: "contract/1", as: "ent", Self.ground)?.code
                == .groundStatedBefore)
        try board.do(
            "answer-ground", on: "contract/1", as: "ent", ["statement": "同意", "consents": true])
        try board.do("terminate", on: "contract/1", as: "case", Self.sheet())
        let events = try board.do("terminate", on: "contract/1", as: "rev")
        #expect(board.contract().state == .terminated)
        #expect(board.contract().cause == "infeasible")
        #expect(
            board.contract().sheet == SettlementSheet(paid: .zero, due: .zero, recoverable: .zero))
        #expect(
            types(events).filter { $0 == .milestoneCancelled }.count == 3)
        #expect(board.milestone("1.1").cancelledFrom == .active)
        let cancelled = events.first { $0.type == .milestoneCancelled }
        #expect(cancelled?.fields[F.reason] == "尽职免责")
        #expect(cancelled?.fields[F.clause] == "第九条")
    }

    @Test("K17 silence past the hearing is heard as well")
    func silent() throws {
        var board = try stated()
        try board.advance(to: "2026-03-14T00:00:00+08:00")
        try board.do("terminate", on: "contract/1", as: "bid", Self.sheet())
        try board.do("terminate", on: "contract/1", as: "rev")
        #expect(board.contract().state == .terminated)
    }

    @Test("K17 without a ground stated, or under another cause, nothing ends")
    func groundFirst() throws {
        let bare = try DomainBoard.executing()
        #expect(
            bare.refusal("terminate", on: "contract/1", as: "case", Self.sheet())?.code
                == .groundMissing)
        #expect(
            bare.refusal(
                "answer-ground", on: "contract/1", as: "ent", ["statement": "x", "consents": true])?
                .code == .groundMissing)
        var board = try stated()
        try board.advance(to: "2026-03-14T00:00:00+08:00")
        #expect(
            board.refusal("terminate", on: "contract/1", as: "case", Self.sheet("forceMajeure"))?
                .code == .causeNotAsStated)
    }

    @Test("K17 the sheet is held against the books")
    func sheets() throws {
        var board = try stated()
        try board.advance(to: "2026-03-14T00:00:00+08:00")
        let refuse = { (fields: JSON) in
            board.refusal("terminate", on: "contract/1", as: "case", fields)?.code
        }
        #expect(refuse(Self.sheet(paid: 1)) == .sheetPaidWrong)
        #expect(refuse(Self.sheet(due: 80_000_001)) == .sheetDueTooHigh)
        #expect(refuse(Self.sheet(due: 80_000_000)) == nil)
        #expect(refuse(Self.sheet(recoverable: 1)) == .sheetRecoverableTooHigh)
        #expect(refuse(Self.sheet(fault: "bidder")) == .faultWithoutBreach)
    }

    @Test("K17 whoever breaks the contract is owed nothing more, and is reported")
    func breach() throws {
        var board = try stated(["cause": "breach", "reason": "停工", "clause": "第九条"], as: "case")
        try board.do(
            "answer-ground", on: "contract/1", as: "ent", ["statement": "属实", "consents": true])
        #expect(
            board.refusal(
                "terminate", on: "contract/1", as: "case",
                Self.sheet("breach", fault: "bidder"))?.code == .hearingOpen)
        try board.advance(to: "2026-03-14T00:00:00+08:00")
        #expect(
            board.refusal("terminate", on: "contract/1", as: "case", Self.sheet("breach"))?.code
                == .faultWithoutBreach)
        #expect(
            board.refusal(
                "terminate", on: "contract/1", as: "case",
                Self.sheet("breach", due: 1, fault: "bidder"))?.code == .sheetDueTooHigh)
        try board.do(
            "terminate", on: "contract/1", as: "case", Self.sheet("breach", fault: "bidder"))
        let events = try board.do("terminate", on: "contract/1", as: "rev")
        #expect(types(events).contains(.sanctionReported))
    }

    @Test("K17 an end by agreement needs the other side's consent")
    func agreement() throws {
        var board = try stated(["cause": "agreement", "reason": "协商", "clause": "第九条"])
        try board.advance(to: "2026-03-20T00:00:00+08:00")
        #expect(
            board.refusal("terminate", on: "contract/1", as: "case", Self.sheet("agreement"))?.code
                == .consentMissing)
        try board.do(
            "answer-ground", on: "contract/1", as: "ent", ["statement": "同意", "consents": true])
        try board.do("terminate", on: "contract/1", as: "ent", Self.sheet("agreement"))
        try board.do("terminate", on: "contract/1", as: "rev")
        #expect(board.contract().state == .terminated)
    }

    @Test("K17 only who stated a ground withdraws it")
    func withdrawn() throws {
        var board = try stated()
        let reason: JSON = ["reason": "已解决", "clause": "K17"]
        #expect(
            board.refusal("withdraw-ground", on: "contract/1", as: "ent", reason)?.code
                == .notTheProposer)
        try board.do("withdraw-ground", on: "contract/1", as: "bid", reason)
        #expect(board.contract().ground == nil)
        #expect(
            board.refusal("withdraw-ground", on: "contract/1", as: "bid", reason)?.code
                == .groundMissing)
    }

    private func terminated() throws -> DomainBoard {
        var board = try stated()
        try board.do(
            "answer-ground", on: "contract/1", as: "ent", ["statement": "同意", "consents": true])
        try board.do("terminate", on: "contract/1", as: "case", Self.sheet())
        try board.do("terminate", on: "contract/1", as: "rev")
        return board
    }

    @Test("C26 K17 the challenge ends with its last contract once the window to object is over")
    func windowOver() throws {
        var board = try terminated()
        try board.advance(to: "2026-03-17T23:59:58+08:00")
        #expect(board.challenge().challenge.state == .executing)
        try board.advance(to: "2026-03-18T00:00:00+08:00")
        #expect(board.challenge().challenge.state == .terminated)
        #expect(board.world.pool("JBGS-2026")?.committed["XC-2026-0001"] == nil)
    }

    @Test("K17 what the sheet says is due is entitled before the rest goes back to the pool")
    func duePart() throws {
        var board = try stated()
        try board.do(
            "answer-ground", on: "contract/1", as: "ent", ["statement": "同意", "consents": true])
        try board.do("terminate", on: "contract/1", as: "case", Self.sheet(due: 5_000_000))
        try board.do("terminate", on: "contract/1", as: "rev")
        let events = try board.advance(to: "2026-03-18T00:00:00+08:00")
        let order: [EventType] = [.contractSettled, .entitlementCreated, .challengeTerminated]
        #expect(types(events).filter(order.contains) == order)
        #expect(board.challenge().entitlements.all.map(\.amount) == [Money(fen: 5_000_000)])
        #expect(
            board.world.pool("JBGS-2026")?.committed["XC-2026-0001"] == Money(fen: 5_000_000))
    }

    @Test("K17 of two lanes the ended one gives back its money when its window is over")
    func settledLane() throws {
        var board = try DomainBoard.executing(lanes: 2, plans: RaceTests.plans)
        try board.do("state-ground", on: "contract/2", as: "bid2", Self.ground)
        try board.do(
            "answer-ground", on: "contract/2", as: "ent", ["statement": "同意", "consents": true])
        try board.do("terminate", on: "contract/2", as: "case", Self.sheet())
        try board.do("terminate", on: "contract/2", as: "rev")
        #expect(
            board.world.pool("JBGS-2026")?.committed["XC-2026-0001"] == Money(fen: 160_000_000))
        let events = try board.advance(to: "2026-03-20T00:00:00+08:00")
        let settled = try #require(events.first { $0.type == .contractSettled })
        #expect(settled.at == Instant(text: "2026-03-17T23:59:59+08:00"))
        #expect(
            board.world.pool("JBGS-2026")?.committed["XC-2026-0001"] == Money(fen: 80_000_000))
        #expect(board.challenge().challenge.state == .executing)
    }

    @Test("K17 an annulled termination puts contract and milestones back where they were")
    func annulled() throws {
        var board = try terminated()
        board.given(
            .objectionDecided, "objection/1", state: ObjectionState.decided,
            [
                "object": "contract/1", "result": "upheld", "remedy": "annul",
                "reason": "未听取意见", "clause": "K17",
            ])
        let events = try board.advance(to: "2026-04-30T00:00:00+08:00")
        #expect(types(events).contains(.terminationUndone))
        #expect(board.contract().state == .effective)
        #expect(board.contract().isRestored)
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.2").state == .planned)
    }

    @Test("C30 K18 a revoked challenge ends its contracts and asks back what was paid")
    func revoked() throws {
        var board = try DomainBoard.executing()
        try board.do(
            "revoke", as: "sup",
            [
                "documents": [.string(DomainBoard.digest([9]).text)], "reason": "舞弊",
                "clause": "C30",
            ])
        #expect(board.contract().state == .terminated)
        #expect(board.contract().cause == "revoked")
        #expect(board.milestone("1.1").state == .cancelled)
    }
}
