import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("A form while it is filled in")
struct FormStateTests {
    private let setting = FormBench.setting()

    private func value(_ state: FormState, _ name: String) -> JSON? {
        state.understood[name: name]
    }

    // MARK: Reading

    @Test(
        "A bare number is 万元 in an amount; a unit that is written counts",
        arguments: [("20", 20_000_000), ("200元", 20_000), ("1.5亿元", 15_000_000_000)])
    func amounts(_ typed: String, _ fen: Int64) {
        var state = FormBench.state([.optional(F.enterpriseShare)])
        state.type(typed)
        #expect(value(state, "enterpriseShare") == .integer(fen))
    }

    @Test("An amount that stood there is shown as it was typed, and read as it stood")
    func amountsAgain() {
        var state = FormBench.state([.optional(F.countyShare)])
        state.fill(Record { $0[F.countyShare] = Money(fen: 123_456_789_00) }, setting)
        #expect(state.content.fields[0].node.text == "12,345.6789")
        #expect(value(state, "countyShare") == 12_345_678_900)
    }

    @Test("A bare share is per cent")
    func shares() {
        var state = FormBench.state(
            [.optional(Field<Int>("basisPoints", .basisPoints))], "milestone", "accept")
        state.type("39.99")
        #expect(value(state, "basisPoints") == 3999)
        state.fill(Record(["basisPoints": 4000]), setting)
        #expect(state.content.fields[0].node.text == "40")
        #expect(value(state, "basisPoints") == 4000)
    }

    @Test(
        "A day may be told from today on or without its year",
        arguments: [
            ("+5", "2026-03-07"), ("10-13", "2026-10-13"), ("2026年10月13日", "2026-10-13"),
        ])
    func days(_ typed: String, _ day: String) {
        var state = FormBench.state([.optional(F.term)])
        state.type(typed)
        #expect(value(state, "term") == .string(day))
    }

    @Test("What cannot be read is told as one types, in the field's own words")
    func faults() throws {
        var state = FormBench.state([.optional(F.enterpriseShare), .optional(F.readinessNow)])
        state.focus(FormPath(steps: [.member(0)]))
        state.type("abc")
        let fault = try #require(state.faults[FormPath(steps: [.member(0)])])
        #expect(fault.string.contains("企业出资"))
        #expect(value(state, "enterpriseShare") == nil)
        state.press(.character("u"), .control)
        #expect(state.faults.isEmpty)
        state.focus(FormPath(steps: [.member(1)]))
        state.type("12")
        #expect(state.faults.count == 1)
    }

    @Test("An identity number is read as its digest and kept in no draft")
    func identity() throws {
        let use = FieldUse.required(Field<Digest>("naturalKey"))
        var state = FormBench.state([use], "person", "invite-person")
        let number = "330624198001010013"
        state.type(number)
        #expect(
            value(state, "naturalKey")
                == NaturalKey.digest(of: try IdentityNumber(number)).json)
        #expect(state.content.typed(without: FormPlan.secrets) == .object([:]))
        state.press(.character("u"), .control)
        state.type("330624198001010012")
        #expect(state.faults.count == 1)
    }

    // MARK: Lists

    private func indicators(_ names: [String]) -> FormState {
        var state = FormBench.state([.optional(F.indicators)])
        for name in names {
            state.focus(FormPath(steps: [.member(0)]))
            state.press(.enter)
            state.press(.down)
            state.type(name)
        }
        return state
    }

    private func names(_ state: FormState) -> [String] {
        guard case .list(_, let items) = state.content.fields[0].node else { return [] }
        return items.compactMap { item in
            guard case .record(let fields) = item else { return nil }
            return "\(fields[0].node.text ?? "") \(fields[1].node.text ?? "")"
        }
    }

    @Test("Items number themselves, however they are added, moved, doubled and taken away")
    func items() {
        var state = indicators(["扭矩", "温升"])
        #expect(names(state) == ["1 扭矩", "2 温升"])
        state.press(.up, .control)
        #expect(names(state) == ["1 温升", "2 扭矩"])
        // The caret goes along.
        #expect(state.cursor.item == FormPath(steps: [.member(0), .element(0)]))
        state.press(.character("o"), .control)
        #expect(names(state) == ["1 温升", "2 温升", "3 扭矩"])
        state.press(.character("x"), .control)
        #expect(names(state) == ["1 温升", "2 扭矩"])
        state.press(.character("n"), .control)
        #expect(names(state).count == 3)
        #expect(names(state).last == "3 ")
        state.press(.down, .control)
        #expect(names(state).count == 3)
    }

    @Test("Instruments keep the numbers that stand on them")
    func instruments() {
        let use = FieldUse.required(VerificationProtocol.instruments)
        var state = FormBench.state([use], "verification", "schedule")
        for number in ["XC-1002", "XC-1001"] {
            state.focus(FormPath(steps: [.member(0)]))
            state.press(.enter)
            state.type(number)
        }
        state.press(.up, .control)
        let numbers = state.understood[name: "instruments"]?.array?.map { $0["number"] }
        #expect(numbers == ["XC-1001", "XC-1002"])
    }

    @Test("Only the item with the caret is open; a fault inside of a closed one is counted on it")
    func accordion() throws {
        var state = indicators(["扭矩", "温升"])
        let open = { (state: FormState) in
            state.rows.compactMap { row -> Bool? in
                if case .item(_, let isOpen) = row.kind { isOpen } else { nil }
            }
        }
        #expect(open(state) == [false, true])
        state.focus(FormPath(steps: [.member(0)]))
        state.press(.down)
        #expect(open(state) == [true, false])
        state.press(.down)
        state.press(.character("u"), .control)
        state.type("zwei")
        state.focus(FormPath(steps: [.member(0)]))
        #expect(open(state) == [false, false])
        #expect(state.faultCount(in: FormPath(steps: [.member(0), .element(0)])) == 1)
        let isFaulty = state.findFault()
        #expect(isFaulty)
        #expect(state.cursor == FormPath(steps: [.member(0), .element(0), .member(0)]))
    }

    @Test("Nothing is added to a list whose items are given, nor taken from it")
    func fixed() {
        var state = FormBench.state(BidForm.uses, BidForm.context, "seal")
        state.fill(
            Record(["responses": [["indicator": 1], ["indicator": 2]]]), setting)
        state.fix("responses", titles: ["1 扭矩", "2 温升"], hiding: "indicator")
        let list = FormPath(steps: [.member(6)])
        state.focus(list)
        state.press(.enter)
        state.press(.down)
        state.press(.character("x"), .control)
        guard case .list(_, let items)? = state.content[list] else {
            Issue.record("no list")
            return
        }
        #expect(items.count == 2)
        #expect(!state.rows.contains { $0.label == "indicator" })
    }

    // MARK: Picking

    private let persons: [ChoiceOption<String>] = [
        ChoiceOption("case", "陈明", detail: "经办"), ChoiceOption("rev", "周宁", detail: "审核人"),
    ]

    @Test("A person is found by a name's pinyin, and stands there by its id")
    func picks() {
        var state = FormBench.state(
            [.optional(F.assignee)], "challenge", "accept",
            options: [.persons([.caseOfficer]): persons])
        state.type("zn")
        guard case .choice(let choice)? = state.popup else {
            Issue.record("nothing opened")
            return
        }
        #expect(choice.matches.elements.map(\.id) == ["rev"])
        state.press(.enter)
        #expect(state.popup == nil)
        #expect(value(state, "assignee") == "rev")
        // What was picked goes as a whole.
        state.press(.backspace)
        #expect(value(state, "assignee") == nil)
    }

    @Test("Tab takes what was typed along: the only match, and otherwise the text as it stands")
    func leaving() {
        for (typed, wanted) in [("zn", "rev"), ("wang5", "wang5")] {
            var state = FormBench.state(
                [.optional(F.assignee), .optional(F.reason)], "challenge", "accept",
                options: [.persons([.caseOfficer]): persons])
            let first = state.cursor
            state.type(typed)
            #expect(state.popup != nil)
            state.press(.tab)
            #expect(state.popup == nil && state.cursor != first)
            #expect(value(state, "assignee")?.string == wanted)
        }
    }

    @Test("What is required and blank, or not understood, is counted")
    func gaps() {
        var state = FormBench.state(
            [.required(F.deadlineDay), .required(F.reason)], "challenge", "amend")
        #expect(state.gaps == 2)
        state.type("2026-13-45")
        #expect(state.gaps == 2)
        state.restore(["deadlineDay": "2026-10-13", "reason": "答疑后补充"], setting)
        #expect(state.gaps == 0)
    }

    @Test("A name that is pasted means its id; what is not on the list is taken as it was typed")
    func names() {
        var state = FormBench.state(
            [.optional(F.assignee)], "challenge", "accept",
            options: [.persons([.caseOfficer]): persons])
        state.restore(["assignee": "周宁"], setting)
        #expect(value(state, "assignee") == "rev")
        state.restore(["assignee": ""], setting)
        state.type("wang5")
        state.press(.enter)
        #expect(state.popup == nil)
        #expect(value(state, "assignee") == "wang5")
    }

    @Test("Escape leaves what stood there; Enter leads on through what is filled")
    func choices() {
        var state = FormBench.state([.optional(F.mode), .optional(F.lanes)])
        state.press(.enter)
        #expect(state.popup != nil)
        state.press(.down)
        state.press(.enter)
        #expect(value(state, "mode") == "racing")
        state.press(.character(" "))
        state.press(.escape)
        #expect(value(state, "mode") == "racing")
        state.press(.enter)
        #expect(state.row?.label == "lanes")
    }

    @Test("Several are chosen at once, in the order of the list")
    func several() {
        let use = FieldUse.required(F.papers)
        var state = FormBench.state([use], "bid", "ask-cure")
        #expect(state.row?.kind == .picks)
        state.press(.enter)
        state.press(.down)
        state.press(.character(" "))
        state.press(.up)
        state.press(.character(" "))
        state.press(.enter)
        #expect(state.popup == nil)
        #expect(value(state, "papers")?.array?.count == 2)
        #expect(value(state, "papers") == ["businessLicence", "authorisation"])
    }

    @Test("The calendar puts a day into a day, and into an instant before its time")
    func calendar() {
        var state = FormBench.state(
            [.optional(F.term), .optional(F.publishAt)], "challenge", "publish")
        state.focus(FormPath(steps: [.member(0)]))
        state.press(.character(" "))
        state.press(.right)
        state.press(.enter)
        #expect(value(state, "term") == "2026-03-03")
        state.focus(FormPath(steps: [.member(1)]))
        state.type("2026-03-05 14:30")
        state.press(.down, .alt)
        state.press(.right)
        state.press(.enter)
        #expect(state.content.fields[1].node.text == "2026-03-06 14:30")
    }

    // MARK: Sections and steps

    @Test("By steps one section is in sight, and a fault is looked for in all of them")
    func steps() {
        let row = FormBench.row(.challenge, "submit")
        var state = FormBench.state(FormPlan(FormBench.choice(row)).uses)
        state.go(to: 0)
        #expect(state.rows.contains { $0.label == "title" })
        #expect(!state.rows.contains { $0.label == "enterpriseShare" })
        let isFaulty = state.findFault()
        #expect(isFaulty)
        // The pledges are all that the command itself requires; they stand in the last step.
        #expect(state.row?.label == "integrityPledge")
        #expect(state.outline.step == state.outline.sections.count - 1)
    }

    @Test("A path in words leads to its field")
    func paths() {
        let state = indicators(["扭矩"])
        #expect(
            state.path(of: "indicators[1].name")
                == FormPath(steps: [.member(0), .element(0), .member(1)]))
        #expect(state.path(of: "nothing") == nil)
    }
}
