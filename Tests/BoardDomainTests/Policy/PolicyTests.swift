import Testing

@testable import BoardDomain

@Suite("Policy")
struct PolicyTests {
    /// A full document in which every key has some acceptable value.
    private static func document(
        version: String = "t-1", from: String = "2026-01-01",
        changing changes: [String: JSON] = [:],
        without left: Set<String> = [], adding more: [JSON] = []
    ) -> JSON {
        let terms: [JSON] = DeclaredPolicyKey.all.filter { !left.contains($0.name) }.map { key in
            let value: JSON =
                switch key.unit {
                case .flag: false
                case .fraction: "2/3"
                case .choice: key.name == "notice.counting" ? "excluded" : "flagged"
                default: 7
                }
            return term(key.name, changes[key.name] ?? value, unit: key.unit)
        }
        return ["version": .string(version), "from": .string(from), "terms": .array(terms + more)]
    }

    private static func term(_ key: String, _ value: JSON, unit: PolicyUnit) -> JSON {
        [
            "key": .string(key), "value": value, "unit": .string(unit.rawValue), "origin": "design",
            "basis": "b", "title": ["zh-Hans": "题", "en": "t"],
        ]
    }

    @Test("A parameter is read by its typed key")
    func reads() throws {
        let policy = try Policy(
            json: Self.document(changing: [
                "call.minDays": 20, "panel.odd": true, "notice.counting": "included",
                "rdAward.cap": 15_000_000,
            ]))
        #expect(policy[.callMinDays] == 20)
        #expect(policy[.panelOdd])
        #expect(policy[.noticeCounting] == .included)
        #expect(policy[.rdAwardCap] == Money(fen: 15_000_000))
        #expect(policy[.panelTechnicalShare].text == "2/3")
        #expect(policy[.ethicsReview] == .flagged)
        #expect(policy.version == "t-1")
        #expect(policy.from == Day(text: "2026-01-01"))
    }

    @Test("A policy with a missing, unknown or ill-typed key is refused, and all of them are named")
    func keys() {
        let document = Self.document(
            changing: ["panel.odd": 1, "notice.days": 0], without: ["call.minDays"],
            adding: [
                Self.term("call.maxDays", 1, unit: .days),
                Self.term("race.keep", 1, unit: .count),
            ])
        #expect(
            throws: PolicyFault.keys(
                missing: ["call.minDays"], unknown: ["call.maxDays"],
                illTyped: ["panel.odd", "notice.days"], twice: ["race.keep"])
        ) { try Policy(json: document) }
    }

    @Test("A period given in another unit is ill-typed, so days are never taken for workdays")
    func unit() {
        let document = Self.document(
            without: ["notice.days"],
            adding: [Self.term("notice.days", 5, unit: .days)])
        #expect(
            throws: PolicyFault.keys(
                missing: [], unknown: [], illTyped: ["notice.days"], twice: [])
        ) { try Policy(json: document) }
    }

    @Test("A document without version, day, terms or basis is refused by the member that is wrong")
    func members() {
        #expect(throws: PolicyFault.member("version")) { try Policy(json: [:]) }
        #expect(throws: PolicyFault.member("from")) {
            try Policy(json: ["version": "1", "from": "2026-02-30", "terms": []])
        }
        #expect(throws: PolicyFault.member("terms")) {
            try Policy(json: ["version": "1", "from": "2026-02-03"])
        }
        #expect(throws: PolicyFault.term(0)) {
            try Policy(
                json: ["version": "1", "from": "2026-02-03", "terms": [["key": "call.minDays"]]])
        }
    }

    @Test("Every declared key has a name of its own")
    func names() {
        let names = DeclaredPolicyKey.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test(
        "A period ends by the unit of its key",
        arguments: [
            (PolicyKey<Int>.noticeDays, 5, "2026-05-11T15:59:59.000Z"),
            (.qaCloseDays, 10, "2026-05-10T15:59:59.000Z"),
            (.bidCureHours, 24, "2026-05-01T02:30:00.000Z"),
            (.relaunchMaxMonths, 12, "2027-04-30T15:59:59.000Z"),
            (.coiContractYears, 3, "2029-04-30T15:59:59.000Z"),
        ] as [(PolicyKey<Int>, Int64, String)])
    func periods(key: PolicyKey<Int>, value: Int64, end: String) throws {
        let policy = try Policy(
            json: Self.document(changing: [key.name: .integer(value)]))
        let offs = (1...5).compactMap { Day(year: 2026, month: 5, day: $0) }
        var overrides = Dictionary(uniqueKeysWithValues: offs.map { ($0, true) })
        overrides[try #require(Day(text: "2026-05-09"))] = false
        let calendar = WorkdayCalendar(
            version: "t", years: [CalendarYear(year: 2026, papers: [], overrides: overrides)])
        let start = try #require(Instant(text: "2026-04-30T10:30:00+08:00"))
        let result = policy.end(of: key, from: start, calendar: calendar)
        #expect(result.end.text == end)
        #expect(!result.provisional)
    }

    @Test("The book gives the policy in force on a day and the one a decision names")
    func book() throws {
        let first = try Policy(json: Self.document(version: "2026-1", from: "2026-01-01"))
        let second = try Policy(json: Self.document(version: "2026-2", from: "2026-07-01"))
        let book = try PolicyBook([second, first])
        #expect(book.inForce(on: try #require(Day(text: "2025-12-31"))) == nil)
        #expect(book.inForce(on: try #require(Day(text: "2026-06-30")))?.version == "2026-1")
        // Already 1 July at +08:00.
        let instant = try #require(Instant(text: "2026-06-30T16:00:00Z"))
        #expect(book.inForce(at: instant)?.version == "2026-2")
        #expect(book["2026-1"]?.from == first.from)
        #expect(throws: PolicyBookFault.versionTwice("2026-1")) { try PolicyBook([first, first]) }
        let clash = try Policy(json: Self.document(version: "2026-3", from: "2026-01-01"))
        #expect(throws: PolicyBookFault.dayTwice(first.from)) { try PolicyBook([first, clash]) }
    }
}

@Suite("Fraction")
struct FractionTests {
    @Test(
        "Two thirds are reached exactly",
        arguments: [(4, 6, true), (3, 5, false), (5, 7, true), (2, 3, true), (0, 1, false)])
    func reached(part: Int, whole: Int, expected: Bool) throws {
        let fraction = try #require(Fraction(text: "2/3"))
        #expect(fraction.isReached(by: part, of: whole) == expected)
    }

    @Test(
        "Only shares between none and all are read",
        arguments: ["3/2", "1/0", "2", "-1/3", "a/b", "1/3/4", ""])
    func refused(text: String) {
        #expect(Fraction(text: text) == nil)
    }
}
