import BoardDomain
import Testing

@testable import BoardResources

@Suite("The words of the machine")
struct ValueWordingTests {
    private static let table = TransitionTable.standard

    @Test("Every duty, act and event has words", arguments: Language.allCases)
    func acts(language: Language) {
        let wording = ValueWording(Texts(language))
        let acts = Set(Self.table.rows.map(\.act)).subtracting([""])
        let duties = Set(Self.table.duties.map(\.act))
        #expect(acts.count > 40)
        #expect(duties.count > 80)
        // Whom they wait for can only wait.
        for act in ["ReservationCover", "CalendarYearWatch"] {
            #expect(
                duties.contains(act) && wording.texts.textIfPresent("duty.awaits." + act) != nil)
        }
        #expect(acts.union(duties).filter { wording.duty($0) == $0 } == [])
        let facts = EventType.allCases.filter { !EventType.actTypes.contains($0) }.map(\.name)
        let steps = acts.flatMap { act in
            ["Proposed", "Signed", "SentBack", "Lapsed"].map { act + $0 }
        }
        let names = facts + steps + duties.map { $0 + "Overdue" }
        #expect(names.filter { wording.event($0) == $0 } == [])
        #expect(names.filter { wording.event($0).contains("⟦") } == [])
        #expect(names.filter { ["。", "."].contains(wording.event($0).suffix(1)) } == [])
    }

    @Test("Every rule says what it is", arguments: Language.allCases)
    func rules(language: Language) {
        let wording = ValueWording(Texts(language))
        let keys = Self.table.rows.map(\.key) + Self.table.duties.map(\.rule)
        #expect(keys.count > 300)
        #expect(Set(keys.filter { wording.rule($0) == nil }) == [])
    }

    @Test("X3 The end that a served report sets is that of the defence, not of a restriction")
    func defenceEnd() {
        let wording = ValueWording(Texts(.zhHans))
        let fields: JSON = ["until": "2026-10-15T15:59:59.000Z"]
        #expect(
            wording.fields(fields, of: "SanctionNotified", in: "sanction")
                == "申辩截止 2026-10-15 23:59")
        #expect(
            wording.fields(fields, of: "SanctionDecided", in: "sanction")
                == "限制截止 2026-10-15 23:59")
        #expect(wording.fields([:], of: "SanctionServed", in: "sanction").isEmpty)
    }

    @Test("Every choice of every field of every row has words", arguments: Language.allCases)
    func choices(language: Language) {
        let wording = ValueWording(Texts(language))
        var raw: Set<String> = []
        var checked = 0
        for row in Self.table.rows {
            var open = row.declaredFields.map { (use: $0, context: row.machine.rawValue) }
            while let (use, context) = open.popLast() {
                if wording.label(use.name, in: context) == use.name {
                    raw.insert("\(row.key) \(context).\(use.name)")
                }
                var shape = use.shape
                while case .list(let element) = shape { shape = element }
                if case .record(let uses) = shape {
                    open += uses.map { ($0, use.name) }
                }
                guard case .choice(let names) = shape else { continue }
                for name in names {
                    checked += 1
                    let shown = wording.value(.string(name), of: use.name, in: context)
                    if shown == name, language == .zhHans { raw.insert("\(use.name): \(name)") }
                    if shown.isEmpty || shown.contains("⟦") { raw.insert("\(use.name): \(shown)") }
                }
            }
        }
        #expect(checked > 100)
        #expect(raw == [])
    }

    @Test("Amounts are in 万元 in Chinese, and in plain yuan in English, where 万 is no unit")
    func amounts() {
        let amount: JSON = 202_020_000
        #expect(ValueWording(Texts(.zhHans)).value(amount, of: "amount") == "202.02万元")
        #expect(ValueWording(Texts(.en)).value(amount, of: "amount") == "CNY 2,020,200.00")
        #expect(ValueWording(Texts(.en)).figure(Money(fen: 202_020_000)) == "2,020,200.00")
        #expect(ValueWording(Texts(.zhHans)).figure(Money(fen: 202_020_000)) == "202.02")
    }

    @Test("A person or an organisation that stands alone in a value is called by its name")
    func named() {
        let wording = ValueWording(
            Texts(.en), naming: ["li": "李婉清", "91330624147643211E": "岚屿轴承"])
        #expect(wording.value("li", of: "assignee") == "李婉清")
        #expect(wording.value("91330624147643211E", of: "payee") == "岚屿轴承")
        #expect(wording.value("li is away", of: "reason") == "li is away")
        #expect(wording.value("payout/1", of: "object") == "Payout 1")
    }

    @Test("What one name means depends on where it stands")
    func contexts() {
        let wording = ValueWording(Texts(.zhHans))
        #expect(wording.label("code", in: "rubric") == "评分项编号")
        #expect(wording.label("code", in: "organisation") == "统一社会信用代码")
        #expect(wording.label("pledge", in: "bid") == "签署承诺书")
        #expect(wording.label("pledge", in: "contract") == "军令状")
        #expect(wording.value("restricted", of: "confidentiality") == "限本榜揭榜单位")
        #expect(wording.value("restricted", of: "decision") == "限制参与")
        #expect(wording.value(.integer(28_650_000), of: "due", in: "sheet") == "28.65万元")
        #expect(wording.value(.boolean(true), of: "must") == "是")
        #expect(wording.state("open", of: "pool") == "开放")
    }

    @Test("On a screen a field is told by its label alone, in an item of a list with its number")
    func labelsAlone() {
        let named = ValueWording(Texts(.en))
        let plain = ValueWording(Texts(.en, namingFields: false))
        #expect(named.path("deliverables") == "Deliverables (deliverables)")
        #expect(plain.path("deliverables") == "Deliverables")
        #expect(named.path("indicators[2].target") == "Target (indicators[2].target)")
        #expect(plain.path("indicators[2].target") == "Indicators 2 Target")
        #expect(plain.named("deliverables") == "Deliverables")
        #expect(!plain.shape(.choice(["atMost"])).contains("atMost"))
        #expect(named.shape(.choice(["atMost"])).contains("atMost"))
    }
}
