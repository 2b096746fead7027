import Testing

@testable import BoardDomain
@testable import BoardResources

@Suite("Refusals in words")
struct RefusalWordingTests {
    private let zh = ValueWording(Texts(.zhHans))
    private let en = ValueWording(Texts(.en))

    private func refused(_ uses: [FieldUse], _ members: [String: JSON], rule: String) throws
        -> Refusal
    {
        let fault = try #require(Record(members).firstFault(against: uses))
        return Refusal(rule: rule, Breach(fault))
    }

    @Test("All missing fields are named at once, each with what it takes")
    func missing() throws {
        let row = try #require(TransitionTable.standard.row("C4"))
        let refusal = try refused(row.declaredFields, [:], rule: "C4")
        let text = zh.refusal(refusal)
        for part in ["补正事项 (corrections)", "理由 (reason)", "条款依据 (clause)", "文字，最多"] {
            #expect(text.contains(part), "\(text)")
        }
        #expect(!text.contains("record{") && !text.contains("text("))
        #expect(!en.refusal(refusal).contains("record{"))
    }

    @Test("A value of another shape is told what the help says", arguments: Language.allCases)
    func shape(language: Language) throws {
        let row = try #require(TransitionTable.standard.row("B7"))
        let refusal = try refused(row.declaredFields, ["termsVersion": "x"], rule: "B7")
        let text = ValueWording(Texts(language)).refusal(refusal)
        #expect(text.contains("0") && text.contains("termsVersion"), "\(text)")
        #expect(!text.hasSuffix("integer。") && !text.hasSuffix(": integer."))
        #expect(!text.contains("⟦"))
    }

    @Test("Amounts are told in 万元")
    func money() {
        let breach = Breach(
            .init("amountNotAsChecked"), given: .integer(1_000_000), accepted: .integer(28_650_000))
        let text = zh.breach(breach)
        #expect(text.contains("1万元") && text.contains("28.65万元"), "\(text)")
        #expect(!text.contains("000000"))
    }

    @Test("Commands are told by the names under which they are given")
    func commands() {
        let breach = Breach(.unknownCommand, given: "x", accepted: ["accept", "cancel", "submit"])
        #expect(zh.breach(breach).contains("accept、cancel、submit"), "\(zh.breach(breach))")
    }

    @Test("Where nothing waits, or a text without fields, no dash or gap stands for it")
    func nothingWaits() {
        let nothing = Breach(.nothingToSign, accepted: [])
        let other = Breach(.signedOtherText, given: ["reason": "换"], accepted: [:])
        for wording in [zh, en] {
            for breach in [nothing, other] {
                let text = wording.breach(breach)
                #expect(
                    !text.contains("–") && !text.contains(" 。") && !text.contains(" ."), "\(text)")
            }
        }
        #expect(zh.breach(other).contains("换"))
    }

    @Test("States are told by their machine, and fields by their labels")
    func sides() {
        let panel = Breach(.init("noConsensus"), given: "scoring", accepted: "consensus")
        #expect(zh.breach(panel).contains("评分中"))
        let terms = Breach(
            .init("termsIncomplete"), given: ["solverConditions", "confidentiality"],
            accepted: ["avoidance"])
        let text = zh.breach(terms)
        #expect(text.contains("揭榜条件") && text.contains("公开范围"), "\(text)")
        #expect(!text.contains("不符合揭榜条件") && !text.contains("保密承诺"))
    }

    private func words(
        _ code: String, given: JSON?, accepted: JSON?, _ details: [String: JSON] = [:]
    ) -> String {
        en.breach(Breach(RefusalCode(code), given: given, accepted: accepted, details))
    }

    @Test("Names of fields are not read as choices of the same name")
    func fields() {
        let words = words(
            "termsIncomplete", given: ["solverConditions"], accepted: ["solverConditions"])
        #expect(words.contains("onditions for bidders (solverConditions)"), "\(words)")
    }

    @Test(
        "What a missing field takes is said as the help says it",
        arguments: [("true|false", "yes or no"), ("sha256", "@FILE"), ("no shape", "no shape")])
    func shapes(notation: String, named: String) {
        let words = words(
            "fieldMissing", given: nil, accepted: .string(notation), ["field": "integrityPledge"])
        #expect(words.contains(named))
    }

    @Test(
        "What a refusal cannot tell has words instead of a dash",
        arguments: [
            ("naturalPersonTwice", "li", nil), ("appointedTwice", "reviewer", nil),
            ("faultWithoutBreach", "bidder", nil), ("faultWithoutBreach", nil, ["bidder"]),
            ("sanctionTermUnfit", nil, "2026-03-02"), ("restricted", "li", nil),
            ("poolUnknown", "JBGS-2030", []), ("poolNotOpen", "JBGS-2030", []),
            ("nothingToSign", nil, []),
        ] as [(String, JSON?, JSON?)])
    func withoutDash(code: String, given: JSON?, accepted: JSON?) {
        for wording in [zh, en] {
            let breach = Breach(
                .init(code), given: given, accepted: accepted,
                ["decision": "restricted", "state": "closed"])
            let text = wording.breach(breach)
            #expect(!text.contains("–") && !text.contains("⟦"), "\(text)")
        }
    }

    @Test("Amounts are amounts, a pool's state a state, and a role a role")
    func kinds() {
        #expect(words("poolShort", given: 36_000_000, accepted: 0).contains("CNY 360,000.00"))
        #expect(words("overBudget", given: 36_000_000, accepted: 1).contains("CNY 360,000.00"))
        let closed = words(
            "poolNotOpen", given: "JBGS-2025", accepted: ["JBGS-2026"], ["state": "closed"])
        #expect(closed.contains("is closed") && closed.contains("JBGS-2026"), "\(closed)")
        #expect(
            words("anotherPerson", given: "fin", accepted: ["financeReviewer"])
                .contains("(finance reviewer): fin"))
    }
}
