import BoardDomain
import BoardResources
import Testing

@testable import BoardCLI

@Suite("Refusals in words")
struct RefusalWordingTests {
    private func words(
        _ code: String, given: JSON?, accepted: JSON?, _ details: [String: JSON] = [:]
    ) -> String {
        ValueWording(Texts(.en)).breach(
            Breach(RefusalCode(code), given: given, accepted: accepted, details))
    }

    @Test("Names of fields are not read as choices of the same name")
    func fields() {
        let words = words(
            "termsIncomplete", given: ["solverConditions"], accepted: ["solverConditions"])
        #expect(words.contains("conditions for bidders (solverConditions)"))
    }

    @Test(
        "What a missing field takes is said as the help says it",
        arguments: [("true|false", "yes or no"), ("sha256", "@FILE"), ("no shape", "no shape")])
    func shapes(notation: String, named: String) {
        let words = words(
            "fieldMissing", given: nil, accepted: .string(notation), ["field": "integrityPledge"])
        #expect(words.contains(named))
    }

    @Test("Amounts are amounts, a pool's state a state, and a role a role")
    func sides() {
        #expect(words("poolShort", given: 36_000_000, accepted: 0).contains("36万元"))
        #expect(words("overBudget", given: 36_000_000, accepted: 1).contains("36万元"))
        #expect(!words("poolUnknown", given: "JBGS-2027", accepted: "open").contains("to all"))
        #expect(
            words("anotherPerson", given: "fin", accepted: ["financeReviewer"])
                .contains("(finance reviewer): fin"))
    }
}
