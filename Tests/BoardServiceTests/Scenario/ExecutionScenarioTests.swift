import BoardDomain
import Testing

@testable import BoardService

@Suite("Acceptance: contract and execution")
struct ExecutionScenarioTests {
    @Test("8. Milestones of 30 %, 30 % and 39.99 % are refused")
    func sharesNotWhole() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        let contract = try #require(try await county.found().contracts.all.first)
        let plans = { (last: Int) -> JSON in
            [
                TestCounty.plan(1, 3000, due: "2026-08-31"),
                TestCounty.plan(2, 3000, due: "2026-10-31"),
                TestCounty.plan(3, last, due: "2026-12-31", verified: true),
            ]
        }
        try await county.setText(contract, plans: plans(3999))
        try await county.draftProtocol("1.3")
        let refusal = try await county.refusal(
            "agree", on: contract.reference.text, as: "ent")
        #expect(refusal?.rule == "K2")
        #expect(refusal?.code == RefusalCode.milestoneSharesNotWhole)
        #expect(refusal?.details["given"] == 9999)
        #expect(refusal?.details["accepted"] == 10_000)

        try await county.setText(contract, plans: plans(4000))
        try await county.act("agree", on: contract.reference.text, as: "ent", "bid1")
        #expect(try await county.found().contracts[contract.id]?.state == .agreed)
    }

    @Test(
        """
        9. A verification with 10 runs of which 2 were aborted has 8 measured ones: against a sample \
        size of 10 it cannot pass
        """
    )
    func abortedRuns() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        try await county.contract(sample: 10)
        let milestone = try #require(try await county.found().milestones["1.1"])
        try await county.submit(milestone, by: 1)
        let object = try #require(try await county.found().verifications.all.first).reference.text
        try await county.schedule(object)
        for run in 1...10 {
            if [4, 7].contains(run) {
                try await county.abortRun(object)
            } else {
                try await county.run(object)
            }
        }
        let runs = try #require(try await county.found().verifications.all.first).runs
        #expect(runs.count == 10)
        #expect(runs.count(where: \.isMeasured) == 8)
        let refusal = try await county.refusal(
            "report", on: object, as: "wrk",
            fields: ["report": .string(digest("report").text)])
        #expect(refusal?.rule == "T9")
        #expect(refusal?.details["given"] == 8)
        #expect(refusal?.details["accepted"] == 10)
        #expect(refusal?.details["aborted"] == 2)

        try await county.run(object)
        try await county.run(object)
        try await county.report(object)
        try await county.act("countersign", on: object, as: "ent", "bid1")
        #expect(try await county.found().verifications.all.first?.state == .passed)
    }

    @Test("10. An invoice number already used in one challenge is refused as evidence in another")
    func invoiceTwice() async throws {
        var county = try await TestCounty()
        try await county.proceedToMarket()
        try await county.invite("buy")
        try await county.appoint("buy", .buyer, Cast.laboratory.code)
        let first = try await county.refusalOfInvoice("033002300111-12345678a")
        #expect(first == nil)

        county.challenge = "XC-2026-0002"
        try await county.proceedToMarketAgain()
        // Case and blanks make no other number of it.
        for number in ["033002300111-12345678A", "033002300111 -12345678a"] {
            let refusal = try await county.refusalOfInvoice(number)
            #expect(refusal?.code == RefusalCode("documentUsed"))
            #expect(refusal?.details["holder"]?.string?.contains("XC-2026-0001") == true)
        }
        #expect(try await county.refusalOfInvoice("033002300111-12345679") == nil)
    }

    @Test("17. A race of three lanes with a gate at milestone 2 goes on with one")
    func race() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward(bids: 3, ["mode": "racing", "lanes": 3])
        #expect(try await county.found().contracts.all.count == 3)
        try await county.contract(plans: TestCounty.racePlans)
        #expect(try await county.state() == .executing)
        for contract in try await county.found().contracts.all {
            let number = try county.number(of: contract)
            try await county.meet(contract.id + ".1")
            try await county.meet(contract.id + ".2", life: "\(2000 + 100 * number)")
        }
        let gate = try #require(try await county.found().gates.in(.ready).first)
        // Whoever lost a verification could still object to it.
        try await county.advance(workdays: 6)
        try await county.act("decide-gate", on: gate.reference.text, as: "case", "rev")

        let found = try await county.found()
        let kept = found.contracts.all.filter { $0.state == .effective }
        #expect(kept.map(\.bidder) == [Cast.bidders[2].code])
        let stopped = found.contracts.all.filter { $0.id != kept.first?.id }
        #expect(stopped.map(\.state) == [.terminated, .terminated])
        for contract in stopped {
            #expect(found.milestones[contract.id + ".3"]?.state == .cancelled)
        }
        let winner = try #require(kept.first)
        #expect(found.milestones[winner.id + ".3"]?.state == .active)
        #expect(found.challenge.state == .executing)
    }
}

extension TestCounty {
    /// The refusal of an invoice as evidence; nil where it was taken.
    fileprivate func refusalOfInvoice(_ number: String) async throws -> Refusal? {
        let evaluation = try #require(try await found().evaluations.all.first)
        return try await refusal(
            "submit-evidence", as: "ent",
            fields: [
                "evaluation": .string(evaluation.id), "kind": "invoice",
                "number": .string(number), "amount": 18_000_000,
                "counterparty": .string(Cast.laboratory.code),
                "date": .string(clock.now.day.text),
                "digest": .string(digest("invoice \(number) \(challenge)").text),
            ])
    }

    /// A second challenge of the same county, from where the clock stands.
    fileprivate func proceedToMarketAgain() async throws {
        try await publish(
            ["title": "精密丝杠", "term": "2029-06-30"],
            deadline: clock.now.day.adding(25).text)
        try await seal(1)
        try await seal(2)
        try await open()
        try await evaluate()
        try await notice()
        try await award()
        try await contract(plans: [Self.plan(1, 10_000, due: "2027-12-31", verified: true)])
        try await meet("1.1")
        try await act("accept-delivery", on: "contract/1", as: "ent", fields: ["basis": "合同第九条"])
        try await advance(workdays: 7)
    }
}
