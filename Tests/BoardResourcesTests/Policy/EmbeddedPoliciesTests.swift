import BoardDomain
import Testing

@testable import BoardResources

@Suite("Embedded policies")
struct EmbeddedPoliciesTests {
    @Test("The first policy gives every declared key a value and a basis")
    func complete() throws {
        let policy = try #require(try EmbeddedPolicies.book()["2026-1"])
        #expect(Set(policy.terms.map(\.key)) == Set(DeclaredPolicyKey.all.map(\.name)))
        #expect(policy.terms.allSatisfy { !$0.basis.isEmpty })
    }

    @Test("The values are those of the specification")
    func values() throws {
        let day = try #require(Day(text: "2026-03-01"))
        let policy = try #require(try EmbeddedPolicies.book().inForce(on: day))
        #expect(policy[.callMinDays] == 20)
        #expect(policy[.amendMinDaysBeforeDeadline] == 15)
        #expect(policy[.bidsMinValid] == 1)
        #expect(policy[.panelMin] == 5)
        #expect(policy[.panelTechnicalShare].isReached(by: 4, of: 6))
        #expect(policy[.noticeDays] == 5)
        #expect(policy[.noticeCounting] == .excluded)
        #expect(policy[.objectionDecideWorkdays] == 15)
        #expect(policy[.rdAwardCap] == Money(fen: 15_000_000))
        #expect(policy[.poolJbgsMinPerYear] == Money(fen: 1_000_000_000))
        #expect(policy[.raceKeep] == 1)
        #expect(policy[.scoreThreshold] == 60)
        #expect(!policy[.recoveryRequired])
    }
}
