import BoardDomain
import Testing

@testable import BoardService

/// Lanes of a race compete: a bidder learns of another lane what the public does (§15).
@Suite("Who sees a lane of a race")
struct LaneVisibilityTests {
    @Test("What the parties of one lane are drafting and signing is hidden from the others")
    func drafting() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward(bids: 3, ["mode": "racing", "lanes": 3])
        let contract = try #require(try await county.found().contracts["2"])
        let number = try county.number(of: contract)
        try await county.setText(contract, plans: TestCounty.racePlans)
        try await county.draftProtocol("2.2")
        try await county.draftProtocol("2.3")
        try await county.act("agree", on: "contract/2", as: "ent")
        for lane in 1...3 {
            let person = "bid\(lane)"
            let isOwn = lane == number
            let file = try await county.board.caseFile(county.challenge, as: person)
            let waiting = (file["waiting"]?.array ?? []).compactMap { $0["object"]?.string }
            #expect(waiting == (isOwn ? ["contract/2"] : []), "\(person)")
            #expect((file["verifications"]?.array?.count ?? 0) == (isOwn ? 2 : 0), "\(person)")
            let told = try await Self.objects(in: county, as: person)
            #expect(told.contains("contract/2") == isOwn, "\(person)")
            #expect(told.contains("verification/2.2.1") == isOwn, "\(person)")
        }
    }

    @Test("A lane's text, money, tests and payouts are its bidder's; its value is public")
    func running() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward(bids: 3, ["mode": "racing", "lanes": 3])
        try await county.contract(plans: TestCounty.racePlans)
        for contract in try await county.found().contracts.all {
            try await county.meet(contract.id + ".1")
            try await county.meet(contract.id + ".2")
        }
        let found = try await county.found()
        for contract in found.contracts.all {
            let person = "bid\(try county.number(of: contract))"
            let file = try await county.board.caseFile(county.challenge, as: person)
            let contracts = file["contracts"]?.array ?? []
            #expect(contracts.count == 3)
            for entry in contracts {
                let isOwn = entry["id"]?.string == contract.id
                #expect(entry["amount"] != nil)
                #expect((entry["text"] != nil) == isOwn)
                #expect((entry["countyShare"] != nil) == isOwn)
            }
            for entry in file["milestones"]?.array ?? [] {
                let isOwn = entry["id"]?.string?.hasPrefix(contract.id + ".") == true
                #expect((entry["basisPoints"] != nil) == isOwn)
                #expect(isOwn || entry["evidence"] == nil)
            }
            let verifications = file["verifications"]?.array ?? []
            #expect(verifications.count == 2)
            #expect(
                verifications.allSatisfy {
                    $0["milestone"]?.string?.hasPrefix(contract.id + ".") == true
                })
            let payees = Set((file["payouts"]?.array ?? []).compactMap { $0["payee"]?.string })
            #expect(payees.isSubset(of: [contract.bidder, Cast.enterprise.code]))
            try await Self.expectOwn(contract, of: found, in: county, as: person)
            try await Self.expectOwnPrints(contract, in: county, as: person)
        }
    }

    /// The timeline tells of no other lane's contract, milestones, verifications or payouts.
    private static func expectOwn(
        _ contract: Contract, of found: Case, in county: TestCounty, as person: PersonID
    ) async throws {
        let told = try await objects(in: county, as: person)
        #expect(told.contains(contract.reference.text))
        #expect(told.contains("milestone/\(contract.id).2"))
        for object in told.compactMap(ObjectReference.init(text:)) {
            guard let other = found.contract(of: object) else { continue }
            #expect(other.id == contract.id, "\(person) is told of \(object.text)")
        }
    }

    private static func expectOwnPrints(
        _ contract: Contract, in county: TestCounty, as person: PersonID
    ) async throws {
        for id in ["1", "2", "3"] {
            let page = try await county.page(.contract, "contract/" + id, as: person)
            #expect(page.document.sheets.count == (id == contract.id ? 2 : 1))
            #expect(page.html.contains("归乙方") == (id == contract.id))
            let fault = try await county.printFault(
                .certificate, "milestone/\(id).2", as: person)
            #expect((fault == nil) == (id == contract.id))
        }
        let certificates = try await county.page(.certificate, as: person).document.sheets
        #expect(certificates.count == 1)
    }

    private static func objects(
        in county: TestCounty, as person: PersonID
    ) async throws -> Set<String> {
        let stream = StreamID(.challenge, county.challenge)
        return Set(try await county.board.timeline(stream, as: person).map(\.object))
    }
}
