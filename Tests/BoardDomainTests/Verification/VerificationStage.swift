@testable import BoardDomain

/// The steps of a verification that most of its tests go through.
extension ExecutionStage {
    static let subject = "verification/1.3.1"

    static func draft(_ other: [String: JSON] = [:]) -> JSON {
        .object(
            [
                "milestone": "1.3", "items": [["indicator": 1], ["indicator": 2]],
                "sampleSize": 2, "conditions": "室温 20 ℃，主轴 12000 r/min",
                "instruments": [
                    ["number": "I-1", "name": "寿命试验机", "calibratedUntil": "2026-12-31"]
                ], "stopRule": "连续三次中止即停", "passRule": "every",
            ].merging(other) { $1 })
    }

    static func run(
        _ life: String, _ heat: String = "20", at start: String = "2026-03-06T10:00:00+08:00",
        site: String = "line", with other: [String: JSON] = [:]
    ) -> JSON {
        .object(
            [
                "startedAt": .string(Instant(text: start)!.text), "site": .string(site),
                "instruments": ["I-1"], "rawFiles": [digest("raw")],
                "values": [
                    ["indicator": 1, "value": .string(life), "unit": "h"],
                    ["indicator": 2, "value": .string(heat), "unit": "℃"],
                ],
            ].merging(other) { $1 })
    }

    static func schedule(
        _ at: String = "2026-03-06T09:00:00+08:00", calibratedUntil: String = "2026-12-31"
    ) -> JSON {
        [
            "scheduledAt": .string(Instant(text: at)!.text), "booking": "三号线",
            "instruments": [
                [
                    "number": "I-1", "name": "寿命试验机",
                    "calibratedUntil": .string(calibratedUntil),
                ]
            ],
        ]
    }

    func verification(_ id: String = "1.3.1") -> Verification {
        board.challenge().verifications[id]!
    }

    var signed: JSON { ["protocolDigest": verification().protocolDigest!.json] }

    mutating func frozen(_ other: [String: JSON] = [:]) throws {
        try board.do("draft-protocol", as: "wrk", Self.draft(other))
        for person in ["ent", "bid", "wrk"] {
            try board.do("sign-protocol", on: Self.subject, as: person, signed)
        }
    }

    mutating func scheduled(_ other: [String: JSON] = [:]) throws {
        try frozen(other)
        try board.do("schedule", on: Self.subject, as: "wrk", Self.schedule())
        try board.advance(to: "2026-03-06T18:00:00+08:00")
    }

    mutating func reported(_ lives: [String], _ other: [String: JSON] = [:]) throws {
        try scheduled(other)
        for life in lives {
            try board.do("record-run", on: Self.subject, as: "wrk", Self.run(life))
        }
        try board.do(
            "report", on: Self.subject, as: "wrk", ["report": Self.digest("report")])
    }

    mutating func concluded(_ lives: [String], _ other: [String: JSON] = [:]) throws {
        try reported(lives, other)
        for person in ["ent", "bid"] {
            try board.do("countersign", on: Self.subject, as: person)
        }
    }
}
