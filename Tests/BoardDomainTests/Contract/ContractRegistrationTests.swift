import Testing

@testable import BoardDomain

@Suite("A contract's registration and effect")
struct ContractRegistrationTests {
    private func signed() throws -> DomainBoard {
        var board = try DomainBoard.awarded()
        try board.agree()
        try board.sign()
        return board
    }

    private let registration: JSON = [
        "registrationNumber": "2026330624000001", "turnover": 200_000_000,
        "technicalTurnover": 180_000_000,
    ]

    @Test("K6 the developer files and the case officer records number and turnovers")
    func registered() throws {
        var board = try signed()
        #expect(
            board.refusal("record-registration", on: "contract/1", as: "case", registration)?.code
                == .registrationNotFiled)
        try board.do("file-registration", on: "contract/1", as: "bid", ["filingNumber": "收1"])
        #expect(
            board.refusal("file-registration", on: "contract/1", as: "bid")?.code
                == .registrationPending)
        let unsound = board.refusal(
            "record-registration", on: "contract/1", as: "case",
            ["registrationNumber": "1", "turnover": 100, "technicalTurnover": 101])
        #expect(unsound?.code == .turnoverUnsound)
        #expect(unsound?.rule == "K6")
        try board.do("record-registration", on: "contract/1", as: "case", registration)
        #expect(board.contract().registrationNumber == "2026330624000001")
        #expect(board.contract().technicalTurnover == Money(fen: 180_000_000))
    }

    @Test("K9 registration puts the contract into force, commits the money and opens milestone 1")
    func effective() throws {
        var board = try signed()
        try board.do("file-registration", on: "contract/1", as: "bid")
        let events = try board.do(
            "record-registration", on: "contract/1", as: "case", registration)
        #expect(
            types(events) == [
                .contractRegistered, .executionStarted, .contractEffective, .budgetCommitted,
                .milestoneOpened,
            ]
                || types(events).prefix(3) == [
                    .contractRegistered, .contractEffective, .budgetCommitted,
                ])
        #expect(board.contract().state == .effective)
        #expect(board.challenge().challenge.state == .executing)
        #expect(board.milestone("1.1").state == .active)
        #expect(board.milestone("1.2").state == .planned)
        let pool = try #require(board.world.pool("JBGS-2026"))
        #expect(pool.committed["XC-2026-0001"] == Money(fen: 80_000_000))
        #expect(pool.reserved["XC-2026-0001"] == nil)
    }

    @Test("K9 without the reservation the contract stays registered")
    func uncovered() throws {
        var board = try signed()
        board.given(
            .budgetReleased, "pool", of: "pool/JBGS-2026",
            ["challenge": "XC-2026-0001", "amount": 1])
        try board.register()
        #expect(board.contract().state == .registered)
        #expect(
            board.engine.openDuties(
                in: StreamID(.challenge, "XC-2026-0001"), of: board.world, context: board.context
            ).map(\.duty.act).contains("ReservationCover"))
    }

    @Test("K9 a reservation that L10 carried over to the next pool covers the contract there")
    func carriedOver() throws {
        var board = try signed()
        board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2027",
            ["pool": "JBGS-2027", "year": 2027, "basis": "文件"])
        board.given(.poolAllotted, "pool", of: "pool/JBGS-2027", ["amount": 1_000_000_000])
        board.given(
            .budgetReserved, "pool", of: "pool/JBGS-2027",
            ["challenge": "XC-2026-0001", "amount": 80_000_000])
        board.given(
            .budgetReleased, "pool", of: "pool/JBGS-2026",
            ["challenge": "XC-2026-0001", "amount": 80_000_000])
        board.given(
            .balanceCarried, "pool", of: "pool/JBGS-2026",
            ["amount": 1_000_000_000, "nextPool": "JBGS-2027"])
        board.given(.poolClosed, "pool", state: PoolState.closed, of: "pool/JBGS-2026")
        try board.register()
        #expect(board.contract().state == .effective)
        let next = try #require(board.world.pool("JBGS-2027"))
        #expect(next.committed["XC-2026-0001"] == Money(fen: 80_000_000))
        #expect(next.reserved["XC-2026-0001"] == nil)
    }

    @Test("K6 the registrar's thirty days run from the filing")
    func registrarLate() throws {
        var board = try signed()
        try board.do("file-registration", on: "contract/1", as: "bid")
        let before = try board.advance(to: "2026-04-09T23:59:59+08:00")
        #expect(!before.map(\.name).contains("RegistrationRecordOverdue"))
        let after = try board.advance(to: "2026-04-10T00:00:00+08:00")
        #expect(after.map(\.name).contains("RegistrationRecordOverdue"))
    }

    @Test("K7 a refused registration is filed again, or the text is corrected and signed anew")
    func refused() throws {
        var board = try signed()
        try board.do("file-registration", on: "contract/1", as: "bid")
        let refusal: JSON = ["reason": "材料不全", "clause": "第十条", "course": "refile"]
        try board.do("record-refusal", on: "contract/1", as: "case", refusal)
        #expect(board.contract().state == .signed)
        #expect(
            board.refusal("record-refusal", on: "contract/1", as: "case", refusal)?.code
                == .registrationNotFiled)
        try board.do("file-registration", on: "contract/1", as: "bid")
        try board.advance(to: "2026-04-20T09:00:00+08:00")
        try board.do(
            "record-refusal", on: "contract/1", as: "case",
            ["reason": "条款不符", "clause": "第十条", "course": "correct"])
        #expect(board.contract().state == .draft)
        #expect(board.contract().signedBy.isEmpty)
        try board.do("agree", on: "contract/1", as: "ent")
        try board.do("agree", on: "contract/1", as: "bid")
        try board.advance(to: "2026-05-05T23:59:00+08:00")
        try board.sign()
        #expect(board.contract().state == .signed)
        #expect(board.contract().version == 2)
    }

    @Test("K7 fifteen days after a correction signing is over")
    func correctedTooLate() throws {
        var board = try signed()
        try board.do("file-registration", on: "contract/1", as: "bid")
        try board.advance(to: "2026-04-20T09:00:00+08:00")
        try board.do(
            "record-refusal", on: "contract/1", as: "case",
            ["reason": "条款不符", "clause": "第十条", "course": "correct"])
        try board.do("agree", on: "contract/1", as: "ent")
        try board.do("agree", on: "contract/1", as: "bid")
        try board.advance(to: "2026-05-06T00:00:00+08:00")
        #expect(board.refusal("sign", on: "contract/1", as: "sig")?.code == .signingTooLate)
    }

    @Test("K8 registration is waived after two refusals, or on the registrar's document")
    func waived() throws {
        var board = try signed()
        let reason: JSON = ["reason": "登记机构两次不予登记", "clause": "K8"]
        let refusal = board.refusal("waive-registration", on: "contract/1", as: "case", reason)
        #expect(refusal?.code == .registrationNotRefusedTwice)
        for _ in 1...2 {
            try board.do("file-registration", on: "contract/1", as: "bid")
            try board.do(
                "record-refusal", on: "contract/1", as: "case",
                ["reason": "材料不全", "clause": "第十条", "course": "refile"])
        }
        try board.do("waive-registration", on: "contract/1", as: "case", reason)
        #expect(board.refusal("waive-registration", on: "contract/1", as: "case") != nil)
        let events = try board.do("waive-registration", on: "contract/1", as: "rev")
        #expect(
            types(events).prefix(3) == [.registrationWaived, .contractEffective, .budgetCommitted])
        #expect(board.contract().state == .effective)
        #expect(board.milestone("1.1").state == .active)
    }

    @Test("K8 the registrar's document that there is nothing to register suffices")
    func notRegistrable() throws {
        var board = try signed()
        let fields: JSON = [
            "reason": "非技术合同", "clause": "K8",
            "notRegistrable": .string(DomainBoard.digest([7]).text),
        ]
        try board.do("waive-registration", on: "contract/1", as: "case", fields)
        try board.do("waive-registration", on: "contract/1", as: "rev")
        #expect(board.contract().state == .effective)
    }

    @Test("K10 the contract of a bid that declines is rescinded, and only that one")
    func declined() throws {
        var board = try DomainBoard.awarded(lanes: 2)
        let reason: JSON = ["reason": "团队解散", "clause": "B18"]
        try board.do("decline", on: "bid/1", as: "bid", reason)
        try board.do("decline", on: "bid/1", as: "bidsig", reason)
        #expect(board.contract("1").state == .rescinded)
        #expect(board.contract("1").cause == "团队解散")
        #expect(board.contract("2").state == .draft)
    }

    @Test("K10 a revoked challenge rescinds what is not in force, and cancels its milestones")
    func revoked() throws {
        var board = try signed()
        let events = try board.do(
            "revoke", as: "sup",
            [
                "documents": [.string(DomainBoard.digest([9]).text)], "reason": "舞弊",
                "clause": "C30",
            ])
        #expect(types(events).contains(.contractRescinded))
        #expect(board.contract().state == .rescinded)
        #expect(board.milestone("1.1").state == .cancelled)
        let rescinded = events.first { $0.type == .contractRescinded }
        #expect(rescinded?.fields[F.reason] == "舞弊")
        #expect(rescinded?.fields[F.clause] == "C30")
    }
}
