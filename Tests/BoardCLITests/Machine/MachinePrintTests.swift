import BoardDomain
import BoardResources
import Testing

@testable import BoardCLI

@Suite("Printing the machine")
struct MachinePrintTests {
    @Test("The table has every row, in both languages", arguments: Language.allCases)
    func table(language: Language) throws {
        let day = try #require(Day(text: "2026-11-21"))
        let policy = try EmbeddedPolicies.book().inForce(on: day)
        let table = MachinePrint().table(in: Texts(language), policy: policy)
        #expect(table.rows.count == TransitionTable.standard.rows.count)
        #expect(table.rows.allSatisfy { !$0[4].isEmpty && !$0[3].isEmpty })
        #expect(!table.rows.joined().contains { $0.contains("⟦") })
        let end = try #require(table.rows.first { $0[0] == "N7" })[3]
        #expect(end.contains(language == .en ? "notice.days = 5 workdays" : "notice.days = 5工作日"))
        // What sets the clock off and is no parameter has words as well.
        let raw = ["C25", "C26", "G6", "to", "deadline", "publishAt", "12-31"]
        #expect(!table.rows.contains { row in raw.contains { row[3] == "due: " + $0 } })
        #expect(!table.rows.contains { row in raw.contains { row[3] == "到期：" + $0 } })
    }

    @Test("Each machine has a diagram with all the states that it may leave or reach")
    func mermaid() {
        let lines = MachinePrint().mermaid
        for machine in Machine.allCases {
            #expect(lines.contains("### " + machine.rawValue))
        }
        #expect(lines.count { $0 == "```mermaid" } == lines.count { $0 == "```" })
        let challenge = MachinePrint(machine: .challenge).mermaid
        #expect(challenge.contains { $0.hasPrefix("    [*] --> draft: C1") })
        #expect(challenge.contains { $0.contains("approved --> open: C9 publish") })
        for state in ChallengeState.allCases {
            #expect(challenge.contains { $0.contains(" \(state.rawValue)") })
        }
    }

    @Test("JSON names every row's rule, trigger and fields")
    func json() throws {
        let rows = try #require(MachinePrint().json.array)
        #expect(rows.count == TransitionTable.standard.rows.count)
        for row in rows {
            let triggers = ["command", "timer", "condition", "effectOf"].filter { row[$0] != nil }
            #expect(triggers.count == 1)
        }
        let publish = try #require(rows.first { $0["command"] == "publish" })
        #expect(publish["by"] == "reviewer")
        #expect(publish["to"]?.array?.contains("open") == true)
    }
}
