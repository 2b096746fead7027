import BoardResources
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("A market evaluation as it is told")
struct EvaluationSheetTests {
    private static func rating(_ items: Int64, _ points: Int64, _ grade: String) -> JSON {
        [
            "items": .integer(items), "value": 18_000_000, "customers": 1, "endorsements": 0,
            "ratings": 1, "stars": 5, "points": .integer(points), "grade": .string(grade),
            "excluded": 1, "excludedValue": 9_000_000,
        ]
    }

    private static let object: JSON = [
        "id": "1", "state": "checking", "windowEnd": "2026-03-12T15:59:59.000Z",
        "formula": [
            "weightValue": 50, "weightCustomers": 20, "customersFull": 5,
            "weightEndorsement": 15, "endorsementsFull": 3, "weightSatisfaction": 15,
            "excellent": 85, "good": 70, "qualified": 50, "policy": "1",
            "amount": 36_000_000,
        ],
        "rating": rating(1, 44, "unqualified"), "expected": rating(3, 72, "good"),
        "evidence": [
            [
                "id": "1", "kind": "order", "amount": 18_000_000, "counterparty": "X",
                "date": "2026-02-01", "state": "checked", "number": "DD-1",
            ],
            [
                "id": "2", "kind": "rating", "stars": 5, "amount": 0, "counterparty": "X",
                "date": "2026-02-02", "state": "submitted",
            ],
            [
                "id": "3", "kind": "invoice", "amount": 9_000_000, "counterparty": "Y",
                "date": "2026-02-03", "state": "excluded", "number": "FP-1",
            ],
        ],
    ]

    private func text(_ language: Language, item: String? = nil) -> String {
        EvaluationSheet(
            object: Self.object, setting: FormBench.setting(language), columns: 100, item: item
        ).lines().map(\.text).joined(separator: "\n")
    }

    @Test("tells the formula with its inputs, and the grade that it computes so far and in the end")
    func formula() {
        let text = text(.zhHans)
        #expect(text.contains("18万元 / 36万元"))
        #expect(text.contains("1 / 5"))
        #expect(text.contains("合计 44 分（1 项证据）→ 不合格"))
        #expect(text.contains("合计 72 分（3 项证据）→ 良好"))
        #expect(text.contains("85 分以上优秀"))
        #expect(self.text(.en).contains("44 points over 1 item "))
    }

    @Test("warns of related parties, whose items count nowhere")
    func related() {
        let text = text(.zhHans)
        #expect(text.contains("⚠"))
        #expect(text.contains("剔除"))
        #expect(text.contains("9万元"))
    }

    @Test("marks the item that is looked at, and tells states by a sign")
    func items() {
        let text = text(.zhHans, item: "2")
        #expect(text.contains("▸ 2"))
        #expect(text.contains("5 星"))
        #expect(text.contains("✓ "))
        #expect(text.contains("… "))
    }

    @Test("knows of an item which evaluation it belongs to")
    func evaluation() {
        let file: JSON = ["evaluations": [Self.object]]
        let of = { (object: ObjectReference) in
            EvaluationSheet.evaluation(of: object, in: file)?["id"]
        }
        #expect(of(ObjectReference(.evidence, "3")) == "1")
        #expect(of(ObjectReference(.evidence, "9")) == nil)
        #expect(of(ObjectReference(.evaluation, "1")) == "1")
    }
}
