@testable import BoardDomain

/// Values that a person might type, made from the shapes that a command declares.
struct RandomFields {
    let now: Instant
    var random: SplitMix64

    private static let codes = [
        DomainBoard.enterprise, DomainBoard.university, DomainBoard.bidder, DomainBoard.laboratory,
        DomainBoard.bureau,
    ]
    /// What text fields that name something else are filled from.
    private static let names: [String: [String]] = [
        "bid": ["1", "2"], "into": ["1", "2"], "evaluation": ["1"], "contract": ["1"],
        "object": ["notice/1", "challenge", "bid/1", "milestone/1.1", "contract/1", "sanction"],
        "pool": ["JBGS-2026"], "person": ["arg1", "arg4", "rev", "case", "sup2"],
        "assignee": ["case"], "criterion": ["a", "b", "c"], "code": ["a", "b", "c"],
        "target": [DomainBoard.enterprise, DomainBoard.university], "liaison": ["lia"],
        "budgetLine": ["材料费", "测试费"], "chain": ["轴承"], "verification": ["1.3.1"],
        "lead": ["bid"], "milestone": ["1.3", "1.1"], "edition": ["2026-1"],
    ]

    mutating func record(_ uses: [FieldUse]) -> JSON {
        var members: [String: JSON] = [:]
        for use in uses where use.required || random.chance(50) {
            members[use.name] = value(use.shape, use.name)
        }
        return .object(members)
    }

    private mutating func value(_ shape: FieldShape, _ name: String) -> JSON {
        switch shape {
        case .text:
            .string(random.pick(Self.names[name] ?? ["理由充分", "第五条", "说明"]) ?? "说明")
        case .protectedText: ProtectedText(.sealed("0a0b"), of: "XC-2026-0001/challenge").json
        case .integer(let range):
            .integer(
                min(
                    max(random.pick([1, 2, 3, 5, 10, 60, 2026] as [Int64]) ?? 1, range.lowerBound),
                    range.upperBound))
        case .flag: .boolean(random.chance(80))
        case .money:
            .integer(
                random.pick([0, 1000, 24_000_000, 50_000_000, 80_000_000, 200_000_000]) ?? 1000)
        case .basisPoints: .integer(random.pick([1500, 3000, 4000, 10_000]) ?? 10_000)
        case .day: .string(instant().day.text)
        case .instant: .string(instant().text)
        case .digest: .string(DomainBoard.digest([UInt8.random(in: 0...255, using: &random)]).text)
        case .unifiedCode: .string(random.pick(Self.codes) ?? DomainBoard.enterprise)
        case .decimal: .string(random.pick(["2200", "24", "30", "499.5"]) ?? "24")
        case .bytes: .string(random.pick(["aa", "bb", "0102"]) ?? "aa")
        case .choice(let choices): .string(random.pick(choices) ?? "")
        case .list(let element):
            .array((0..<Int.random(in: 1...4, using: &random)).map { _ in value(element, name) })
        case .record(let uses): record(uses)
        }
    }

    /// Mostly ahead, sometimes past.
    private mutating func instant() -> Instant {
        now.adding(milliseconds: Int64.random(in: -5...120, using: &random) * 86_400_000)
    }
}
