import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("What a form begins with")
struct FormPresetTests {
    private func preset(
        _ machine: Machine, _ id: String, _ command: String, _ file: JSON,
        _ fill: (inout FormMaterial) -> Void = { _ in }
    ) throws -> FormPreset {
        var material = FormMaterial()
        material.file = file
        material.policy = try EmbeddedPolicies.book().inForce(at: FormBench.now)
        material.calendar = WorkdayCalendar(years: try EmbeddedCalendar.years())
        fill(&material)
        return FormPreset(
            subject: ObjectReference(machine, id), command: command, material: material,
            now: FormBench.now, person: "wrk", text: { key, _ in key })
    }

    private static let verification: JSON = [
        "verifications": [
            [
                "id": "1.2.1", "milestone": "1.2", "state": "scheduled",
                "instruments": [
                    ["number": "XC-1", "name": "扭矩仪", "calibratedUntil": "2028-01-01"]
                ],
                "protocol": [
                    "sampleSize": 2,
                    "items": [
                        ["indicator": 1, "name": "扭矩", "comparator": "atMost", "unit": "N·m"],
                        ["indicator": 3, "name": "外观", "comparator": "fulfilled"],
                    ],
                    "instruments": [
                        ["number": "XC-1", "name": "扭矩仪", "calibratedUntil": "2027-01-01"]
                    ],
                ],
            ]
        ]
    ]

    @Test("C9 whoever is known to open the bids stands in the form, and the others are to be named")
    func openers() throws {
        for known in [["case", "sup"], ["case"], []] {
            let record = try preset(.challenge, "", "publish", [:]) { $0.openers = known }.record
            #expect(record[FormPlan.openerPersons] == known)
        }
    }

    @Test("A run has a row for each indicator with its unit, and the booked instruments")
    func run() throws {
        let record = try preset(.verification, "1.2.1", "record-run", Self.verification).record
        #expect(
            record[name: "values"] == [["indicator": 1, "unit": "N·m"], ["indicator": 3]])
        #expect(record[name: "instruments"] == ["XC-1"])
        #expect(record[name: "site"] == "line")
        let retest = try preset(.verification, "1.2.1", "report-retest", Self.verification)
        #expect(retest.record[name: "runs"]?.array?.count == 2)
    }

    @Test("A test is scheduled on the first morning of which the parties can be told in time")
    func schedule() throws {
        let record = try preset(.verification, "1.2.1", "schedule", Self.verification).record
        let at = try #require(record[name: "scheduledAt"]?.string.flatMap(Instant.init(text:)))
        #expect(at.localText == "2026-03-04 09:00")
        let calibrated = record[name: "instruments"]?.array?[0]["calibratedUntil"]
        #expect(calibrated == "2027-01-01")
    }

    @Test("A protocol asks for the indicators of the milestone that needs a verification")
    func protocolDraft() throws {
        let file: JSON = [
            "terms": [
                "indicators": [
                    ["number": 1, "name": "扭矩", "instrument": "扭矩仪", "must": true],
                    ["number": 2, "name": "温升", "instrument": "热电偶", "must": true],
                ]
            ],
            "contracts": [
                [
                    "id": "1",
                    "text": [
                        "plans": [
                            ["sequence": 1, "title": "设计"],
                            [
                                "sequence": 2, "title": "验证", "needsVerification": true,
                                "indicators": [2],
                            ],
                        ]
                    ],
                ]
            ],
        ]
        let record = try preset(.verification, "", "draft-protocol", file).record
        #expect(record[name: "milestone"] == "1.2")
        #expect(record[name: "items"] == [["indicator": 2]])
        #expect(record[name: "instruments"] == [["name": "热电偶"]])
    }

    @Test("A publication's deadline is the first workday that leaves the call long enough")
    func publication() throws {
        let record = try preset(.challenge, "", "publish", [:]).record
        // Twenty days on is a Sunday.
        #expect(record[name: "deadlineDay"] == "2026-03-23")
        #expect(record[name: "edition"] == "XC-2026Q1")
    }

    @Test("Of a text that stands there only what is changed is given")
    func changes() throws {
        let file: JSON = ["terms": ["title": "旧题", "chain": "轴承", "budget": 1]]
        let preset = try preset(.challenge, "", "revise", file)
        #expect(preset.record[name: "title"] == "旧题")
        let given = Record(["title": "新题", "chain": "轴承"])
        #expect(preset.changes(given).members == ["title": "新题"])
        // A protocol is given whole, for it is a text of its own.
        let whole = try self.preset(.verification, "1.2.1", "revise-protocol", Self.verification)
        #expect(whole.changes(given) == given)
    }

    @Test("A payout goes to its payee's account, from this year's pool, for what is owed")
    func payout() throws {
        let file: JSON = [
            "id": "XC-2026-0001",
            "payouts": [["id": "2", "amount": 100, "payeeName": "天姥大学", "pool": ""]],
        ]
        let pools = [ChoiceOption("JBGS-2025", "a"), ChoiceOption("JBGS-2026", "b")]
        let submit = try preset(.payout, "2", "submit", file).record
        #expect(submit[name: "account"] == ["holder": "天姥大学"])
        let review = try preset(.payout, "2", "review", file) { $0.options[.pools] = pools }
        #expect(review.record[name: "amount"] == 100)
        #expect(review.record[name: "pool"] == "JBGS-2026")
        let order = try preset(.payout, "2", "order", file).record
        #expect(order[name: "idempotencyKey"] == "XC-2026-0001-2")
    }

    @Test("What is preset is of the shape that its field takes")
    func shapes() throws {
        for row in FormCommandsTests.commands {
            let plan = FormPlan(FormBench.choice(row))
            let record = try preset(
                row.machine, "1", row.command ?? "", Self.verification
            ).record
            for use in plan.uses {
                guard let value = record[name: use.name] else { continue }
                var state = FormState(plan.uses, plan.outline)
                state.fill(Record([use.name: value]), FormBench.setting())
                #expect(state.faults.isEmpty, "\(row.key).\(use.name)")
            }
        }
    }
}
