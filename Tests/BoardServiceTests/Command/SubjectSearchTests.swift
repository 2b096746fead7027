import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Which object a command is meant for")
struct SubjectSearchTests {
    private func answer(
        _ command: String, as person: PersonID, of firm: Int, in county: TestCounty,
        object: ObjectReference? = nil
    ) async throws -> SubjectSearch.Answer {
        let stream = StreamID(.challenge, county.challenge)
        return SubjectSearch(
            command, at: Target(stream: stream, object: object),
            in: try await county.board.state(of: stream),
            options: try await county.board.options(for: person, in: stream, at: nil),
            organisations: [Cast.bidders[firm - 1].code]
        ).answer
    }

    @Test("A bidder's own bid is found among the others; an unknown command names what there is")
    func found() async throws {
        let county = try await TestCounty()
        try await county.publish()
        try await county.start(1)
        let second = try await county.start(2)
        #expect(
            try await answer("seal", as: "bid2", of: 2, in: county) == .found(second.reference))
        #expect(
            try await answer("submit", as: "ent", of: 1, in: county)
                == .found(ObjectReference(.challenge)))
        guard case .unknown(let known) = try await answer("sael", as: "bid2", of: 2, in: county)
        else {
            Issue.record("sael is taken for a command")
            return
        }
        #expect(known.contains("seal") && known.contains(Command.sendBack))
    }

    @Test("Whose part it is not is told so, and of no object")
    func refused() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.evaluate()
        guard case .refused(let refusal) = try await answer("lock", as: "bid1", of: 1, in: county)
        else {
            Issue.record("an object is named to whom it must not be")
            return
        }
        #expect(refusal.code == .notYourPart)
    }

    @Test("Whatever money hangs on is called by its name wherever the case has several of the kind")
    func ofMoney() async throws {
        let first = ObjectReference(.milestone, "1.1")
        for (plans, expected) in [
            (TestCounty.onePlan, SubjectSearch.Answer.found(first)),
            (Self.twoPlans, .unnamed([first])),
        ] {
            let county = try await TestCounty()
            try await county.proceedToAward()
            try await county.contract(plans: plans)
            let contract = try #require(try await county.found().contracts.last)
            let number = try county.number(of: contract)
            let bare = try await answer(
                "ask-extension", as: "bid\(number)", of: number, in: county)
            #expect(bare == expected)
            let named = try await answer(
                "ask-extension", as: "bid\(number)", of: number, in: county, object: first)
            #expect(named == .found(first))
        }
    }

    private static let twoPlans: JSON = [
        TestCounty.plan(1, 4000, due: "2026-09-01"),
        TestCounty.plan(2, 6000, due: "2026-12-31", verified: true),
    ]

    @Test("The rows of a command are those of its object, or those that make one")
    func rows() {
        let stream = BoardDomain.Stream(StreamID(.challenge, "XC-2026-0001"))
        let table = TransitionTable.standard
        let sealing = table.rows(of: "seal", at: ObjectReference(.bid, "1"), in: stream)
        #expect(!sealing.isEmpty && sealing.allSatisfy { $0.machine == .bid })
        let making = table.rows(of: "start-bid", at: ObjectReference(.challenge), in: stream)
        #expect(!making.isEmpty && making.allSatisfy(\.creates))
        let back = table.rows(of: Command.sendBack, at: ObjectReference(.challenge), in: stream)
        #expect(back.flatMap(\.declaredFields).map(\.name) == ["step", "reason", "clause"])
    }
}
