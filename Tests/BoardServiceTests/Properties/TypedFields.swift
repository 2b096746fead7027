import BoardDomain

@testable import BoardService

/// Values that somebody in the tests' county might type, made from the shapes that a command declares.
struct TypedFields {
    let now: Instant
    var dice: Dice

    /// What text fields that name something else are filled from; no bidder, whom a board need not
    /// hide once somebody writes him into a public text.
    private static let names: [String: [String]] = [
        "bid": ["1", "2"], "into": ["1", "2"], "contract": ["1"], "pool": ["JBGS-2026"],
        "object": ["notice/1", "challenge", "milestone/1.1"], "person": ["arg1", "case", "sup2"],
        "assignee": ["case"], "criterion": ["1", "2"], "code": ["1", "2"], "liaison": ["lia"],
    ]

    mutating func record(_ uses: [FieldUse]) -> JSON {
        var members: [String: JSON] = [:]
        for use in uses where use.required || dice.chance(40) {
            members[use.name] = value(use.shape, use.name)
        }
        return .object(members)
    }

    private mutating func value(_ shape: FieldShape, _ name: String) -> JSON {
        switch shape {
        case .text, .protectedText: .string(pick(Self.names[name] ?? ["理由充分", "第五条"]))
        case .integer(let range):
            .integer(min(max(Int64(dice.roll(1...60)), range.lowerBound), range.upperBound))
        case .flag: .boolean(dice.chance(80))
        case .money: .integer(pick([0, 24_000_000, 80_000_000, 199_000_000]))
        case .basisPoints: .integer(pick([3000, 4000, 10_000]))
        case .day: .string(instant().day.text)
        case .instant: .string(instant().text)
        case .digest: .string(digest("\(dice.roll(0...255))").text)
        case .unifiedCode:
            .string(pick([Cast.enterprise, Cast.laboratory, Cast.bureau].map(\.code)))
        case .decimal: .string(pick(["2200", "24", "88.5"]))
        case .bytes: .string(pick(["aa", "0102"]))
        case .choice(let choices): .string(choices.isEmpty ? "" : pick(choices))
        case .list(let element):
            .array((0..<dice.roll(1...3)).map { _ in value(element, name) })
        case .record(let uses): record(uses)
        }
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item {
        items[dice.roll(0...items.count - 1)]
    }

    /// Mostly ahead, sometimes past.
    private mutating func instant() -> Instant {
        now.adding(milliseconds: Int64(dice.roll(-5...120)) * 86_400_000)
    }
}
