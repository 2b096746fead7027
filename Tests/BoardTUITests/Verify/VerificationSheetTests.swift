import BoardResources
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("A verification as the workshop reads it")
struct VerificationSheetTests {
    private static let item: JSON = [
        "indicator": 1, "name": "摩擦力矩", "comparator": "atMost", "target": "0.45",
        "unit": "N·m", "method": "GB/T 32562", "must": true,
    ]

    private static func run(_ value: String?, _ start: String = "2026-03-01T09:00:00+08:00") -> JSON
    {
        var row: [String: JSON] = [
            "startedAt": .string(start), "site": "line", "instruments": ["XC-1"],
            "rawFiles": [], "values": [],
        ]
        if let value {
            row["values"] = [["indicator": 1, "value": .string(value), "unit": "N·m"]]
        } else {
            row["reason"] = "停电"
        }
        return .object(row)
    }

    private static func object(
        _ runs: [JSON], sample: Int = 2, calibrated: String = "2028-01-01"
    ) -> JSON {
        [
            "id": "1.1.1", "state": "running", "milestone": "1.1",
            "protocolDigest": .string(String(repeating: "ab", count: 32)),
            "frozenAt": "2026-02-01T01:00:00.000Z",
            "protocol": [
                "items": [item], "sampleSize": .integer(Int64(sample)), "conditions": "常温",
                "instruments": [
                    ["number": "XC-1", "name": "扭矩仪", "calibratedUntil": .string(calibrated)]
                ], "stopRule": "两次超限即停", "passRule": "every",
            ],
            "runs": .array(runs),
        ]
    }

    private func text(
        _ object: JSON, typed: [VerificationRun] = [], columns: Int = 100
    ) -> String {
        VerificationSheet(
            object: object, setting: FormBench.setting(), columns: columns, typed: typed
        ).lines().map(\.text).joined(separator: "\n")
    }

    @Test("tells the frozen protocol with its digest, and each run with what it reads")
    func runs() {
        let text = text(Self.object([Self.run("0.43"), Self.run(nil), Self.run("0.46")]))
        #expect(text.contains(String(repeating: "ab", count: 32)))
        #expect(text.contains("≤ 0.45 N·m"))
        #expect(text.contains("✓ 0.43"))
        #expect(text.contains("✗ 0.46"))
        #expect(text.contains("中止： 停电"))
    }

    @Test("computes by the frozen rule, and says that nothing is decided by it yet")
    func preliminary() {
        let short = text(Self.object([Self.run("0.43")]))
        #expect(short.contains("初步判定"))
        #expect(short.contains("有效 1/2 次，中止 0 次，样本量不足 → 未通过"))
        let whole = text(Self.object([Self.run("0.43"), Self.run("0.44")]))
        #expect(whole.contains("样本量已满足 → 通过"))
    }

    @Test("judges a run that is being typed with the others, and marks it as not recorded")
    func typed() throws {
        let json = Self.run("0.50")
        let run = try #require(VerificationRun(record: Record(json.object ?? [:])))
        let text = text(Self.object([Self.run("0.43")]), typed: [run])
        #expect(text.contains("＋"))
        #expect(text.contains("✗ 0.50"))
        #expect(text.contains("有效 2/2 次"))
        #expect(text.contains("→ 未通过"))
    }

    @Test(
        "warns of a calibration that lapses soon or has lapsed",
        arguments: [
            ("2026-03-10", "⚠ 8 天后到期"), ("2026-03-01", "✗ 已过期 1 天"),
            ("2028-01-01", "✓ 有效"),
        ])
    func calibration(_ until: String, _ words: String) {
        #expect(text(Self.object([], calibrated: until)).contains(words))
    }

    @Test("fits its room", arguments: [76, 120])
    func width(_ columns: Int) {
        let lines = VerificationSheet(
            object: Self.object([Self.run("0.43"), Self.run(nil)]),
            setting: FormBench.setting(.en), columns: columns
        ).lines()
        for line in lines {
            let width = line.indent + line.pieces.map { $0.text.columns() }.reduce(0, +)
            #expect(width <= columns + 2, "\(line.text)")
        }
    }
}
