import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("A bid as a form")
struct BidFormTests {
    private let setting = FormBench.setting()

    private static let terms: JSON = [
        "terms": [
            "indicators": [
                [
                    "number": 1, "name": "摩擦力矩", "comparator": "atMost", "target": "0.45",
                    "unit": "N·m", "must": true,
                ],
                [
                    "number": 2, "name": "泥浆试验", "comparator": "atLeast", "target": "20",
                    "unit": "循环", "must": false,
                ],
            ],
            "enterpriseShare": 200_000_000, "countyShare": 100_000_000,
        ]
    ]

    private var material: FormMaterial {
        var material = FormMaterial()
        material.file = Self.terms
        material.own = [("91330624147643211E", "天姥大学")]
        material.personName = "李想"
        return material
    }

    private func filled(_ more: [String: JSON] = [:]) -> FormState {
        var state = FormBench.state(BidForm.uses, BidForm.context, "seal")
        let (preset, titles) = BidForm.preset(material, setting)
        state.fill(preset, setting)
        state.fix("responses", titles: titles, hiding: "indicator")
        var draft: [String: JSON] = [
            "amount": "200", "countyShare": "80", "periodMonths": "12", "readinessNow": "4",
            "approach": "双唇口结构", "pledge": true,
            "responses": [
                ["indicator": "1", "promised": "0.43 N·m"], ["indicator": "2"],
            ],
            "milestonesProposed": [["title": "交付", "months": "12", "basisPoints": "100"]],
            "contact": ["name": "李想", "phone": "1380000"],
        ]
        draft.merge(more) { $1 }
        state.restore(.object(draft), setting)
        return state
    }

    private func members(_ state: FormState) throws -> [String: JSON] {
        try FormField.members(state.content.fields, in: BidForm.context, state.reader)
    }

    @Test("begins with a response for each indicator and the own organisation as the whole")
    func preset() {
        let (record, titles) = BidForm.preset(material, setting)
        #expect(record[name: "responses"]?.array?.map { $0["indicator"] } == [1, 2])
        #expect(record[name: "consortium"]?.array?[0]["basisPoints"] == 10_000)
        #expect(record[name: "team"]?.array?[0]["name"] == "李想")
        #expect(titles[0].string.contains("≤ 0.45 N·m"))
        #expect(titles[0].string.contains("必达"))
    }

    @Test("makes the content that the sealing takes; what is unanswered is left out")
    func content() throws {
        let papers = try BidForm.papers(try members(filled()))
        #expect(papers.isPledged)
        #expect(papers.content.amountFen == 200_000_000)
        #expect(papers.content.countyShareFen == 80_000_000)
        #expect(papers.content.responses.map(\.indicator) == [1])
        #expect(papers.content.consortium.map(\.basisPoints) == [10_000])
        #expect(papers.content.contact.reach == .written(phone: "1380000", email: ""))
        #expect(papers.content.attachments.isEmpty)
    }

    @Test("tells what the opening would refuse while it is typed")
    func checks() throws {
        let wording = setting.wording
        let clear = BidForm.checks(filled().understood, file: Self.terms, wording: wording)
        #expect(clear.allSatisfy { $0.fault == nil }, "\(clear)")

        let tooMuch = BidForm.checks(
            filled(["amount": "400"]).understood, file: Self.terms, wording: wording)
        #expect(tooMuch.filter { $0.fault != nil }.map(\.path) == ["amount"])
        // The price is told before the rest is there.
        let begun = BidForm.checks(
            Record(["amount": 40_000_000_000]), file: Self.terms, wording: wording)
        #expect(begun.contains { $0.path == "amount" && $0.fault != nil })

        let unanswered = filled(["responses": [["indicator": "1"], ["indicator": "2"]]])
        let musts = BidForm.checks(unanswered.understood, file: Self.terms, wording: wording)
        #expect(musts.contains { $0.fault?.string.contains("1") == true })

        let short = filled([
            "milestonesProposed": [
                ["title": "设计", "months": "6", "basisPoints": "30"],
                ["title": "交付", "months": "12", "basisPoints": "69.99"],
            ]
        ])
        let shares = BidForm.checks(short.understood, file: Self.terms, wording: wording)
        #expect(shares.contains { $0.fault?.string.contains("99.99%") == true })

        let unpledged = BidForm.checks(
            filled(["pledge": false]).understood, file: Self.terms, wording: wording)
        #expect(unpledged.filter { $0.fault != nil }.count == 1)
    }

    @Test("A fault of the content leads to its field, by the words of the form")
    func faults() throws {
        let state = filled([
            "team": [["name": "李想", "role": "  ", "organisation": "天姥大学"]]
        ])
        var members = state.understood.members
        members["team"] = [["name": "李想", "role": "  ", "organisation": "天姥大学"]]
        do {
            _ = try BidForm.papers(members)
            Issue.record("a blank part was taken")
        } catch let fault as BidContentFault {
            #expect(BidForm.path(of: fault) == "team[1].role")
            let words = BidForm.words(fault, setting.wording).string
            #expect(words.contains("团队 1 分工"))
            let path = try #require(state.path(of: "team[1].role"))
            #expect(state.content.field(at: path)?.use.name == "role")
        }
    }

    @Test("From the own copy the form is filled again, to seal anew")
    func again() throws {
        let content = try BidForm.papers(try members(filled())).content
        let copy: JSON = [
            "content": content.json, "contact": ["phone": "1380000", "email": "", "salt": "00"],
        ]
        var state = FormBench.state(BidForm.uses, BidForm.context, "seal")
        state.fill(BidForm.restored(copy), setting)
        var again = try members(state.with(["pledge": true], setting))
        let first = try members(filled())
        for name in ["responses", "attachmentFiles"] { again[name] = nil }
        for (name, value) in again where name != "contact" {
            #expect(first[name] == value, "\(name)")
        }
        #expect(again["contact"]?["phone"] == "1380000")
    }
}

extension FormState {
    fileprivate func with(_ draft: JSON, _ setting: Setting) -> FormState {
        var state = self
        state.restore(draft, setting)
        return state
    }
}
